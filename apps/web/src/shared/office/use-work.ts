/** One write at a time: what a button does, whether it is under way, and why it was refused. */
import { useCallback, useState } from 'react';

export interface Work {
  readonly busy: boolean;
  readonly error: unknown;
  /** True where it was done. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
}

export function useWork(): Work {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      return true;
    } catch (reason) {
      setError(reason);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, error, run };
}
