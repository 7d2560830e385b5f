/** What the checker says of the draft as it stands, a moment after the last change. */
import type { SchemeDraft } from '@kaohe/clauses';
import { useEffect, useRef, useState } from 'react';
import type { DraftCheck } from './draft-check';

const QUIET_MS = 250;

/** Undefined while nothing was checked yet; what was found of the state before stays until the next answer. */
export function useDraftCheck(draft: SchemeDraft, source: string): DraftCheck | undefined {
  const [check, setCheck] = useState<DraftCheck>();
  const worker = useRef<Worker>(undefined);
  const turn = useRef(0);
  useEffect(() => {
    const made = new Worker(new URL('./draft-check.worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<{ turn: number; check: DraftCheck }>) => {
      if (data.turn === turn.current) setCheck(data.check);
    });
    worker.current = made;
    return () => made.terminate();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      turn.current += 1;
      worker.current?.postMessage({ draft, source, turn: turn.current });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [draft, source]);
  return check;
}
