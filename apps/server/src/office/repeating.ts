/** Work of the server itself, again and again while it runs, and never two runs at once. */

export interface Repeated {
  readonly everyMs: number;
  /** Looks at `stopped` where it takes long. */
  readonly run: (stopped: () => boolean) => Promise<unknown>;
  /** A failure is told, and the work is tried again the next time. */
  readonly tellFailure: (error: unknown) => void;
}

/** Starts it; what it returns ends it, after the run under way. */
export function startRepeating({ everyMs, run, tellFailure }: Repeated): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<unknown> = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      current = run(() => stopped)
        .catch(tellFailure)
        .finally(() => {
          if (!stopped) next();
        });
    }, everyMs);
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current;
  };
}
