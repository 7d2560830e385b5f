/**
 * The marks being typed: saved by themselves shortly after the last key, kept in this browser until the server has them, and never
 * written over what somebody else wrote.
 */
import type { RatingFormJson } from '@kaohe/api-contract';
import type { RatingForm } from '@kaohe/scoring';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RequestRefused, request } from '../../shared/office/client';
import { type DraftPlace, keepDraft, readDraft } from '../../shared/office/draft';
import { marksOf, type Typed } from './marks';

export type SaveState = 'saved' | 'typing' | 'saving' | 'offline' | 'refused';

export interface Conflict {
  readonly current: RatingFormJson;
  readonly own: Typed;
}

/** What is kept in this browser, and the version of the form it was typed over. */
interface Kept {
  readonly typed: Typed;
  readonly base: number;
}

export interface RatingDraft {
  readonly typed: Typed;
  readonly change: (unit: string, text: string) => void;
  readonly state: SaveState;
  readonly error: Error | undefined;
  readonly conflict: Conflict | undefined;
  /** Keeps one of the two versions. */
  readonly settle: (keep: 'own' | 'theirs') => void;
  /** Sends what is not sent yet; the version saved, or nothing where it could not be. */
  readonly flush: () => Promise<number | undefined>;
}

interface DraftOptions {
  readonly url: string;
  readonly place: DraftPlace;
  readonly form: RatingForm;
}

const PAUSE_MS = 700;
const RETRY_MS = 5000;

export function useRatingDraft(loaded: RatingFormJson, options: DraftOptions): RatingDraft {
  const [kept] = useState(() => (loaded.mayFill ? readDraft<Kept>(options.place) : undefined));
  const stale = kept !== undefined && kept.base !== loaded.version;
  const [typed, setTyped] = useState<Typed>(kept?.typed ?? loaded.marks);
  const [state, setState] = useState<SaveState>(stale ? 'refused' : kept ? 'typing' : 'saved');
  const [error, setError] = useState<Error>();
  const [conflict, setConflict] = useState<Conflict | undefined>(
    stale ? { current: loaded, own: kept.typed } : undefined,
  );
  const now = useRef({ typed, version: loaded.version, unsent: kept !== undefined, options });
  now.current.options = options;
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async (): Promise<number | undefined> => {
    const { url, form, place: at } = now.current.options;
    while (now.current.unsent) {
      now.current.unsent = false;
      setState('saving');
      try {
        const saved = await save(url, { marks: marksOf(now.current.typed, form), version: now.current.version });
        now.current.version = saved.version;
      } catch (failure) {
        now.current.unsent = true;
        fail(failure, {
          setState,
          setError,
          onConflict: (current) => setConflict({ current, own: now.current.typed }),
        });
        return undefined;
      }
    }
    keepDraft(at, undefined);
    setState('saved');
    setError(undefined);
    return now.current.version;
  }, []);

  const flush = useOneAtATime(send);
  useEffect(() => {
    if (now.current.unsent && !stale) void flush();
  }, [flush, stale]);
  useRetry(state === 'offline', flush);

  const put = (next: Typed) => {
    now.current = { ...now.current, typed: next, unsent: true };
    keepDraft(now.current.options.place, { typed: next, base: now.current.version } satisfies Kept);
    setTyped(next);
    setState('typing');
    clearTimeout(pause.current);
    pause.current = setTimeout(() => void flush(), PAUSE_MS);
  };

  const settle = (keep: 'own' | 'theirs') => {
    if (!conflict) return;
    now.current.version = conflict.current.version;
    setConflict(undefined);
    setError(undefined);
    put(keep === 'own' ? conflict.own : conflict.current.marks);
  };
  return {
    typed,
    change: (unit, text) => put({ ...now.current.typed, [unit]: text }),
    state,
    error,
    conflict,
    settle,
    flush,
  };
}

/** The same work, never twice at once: a call waits for the one before. */
function useOneAtATime(send: () => Promise<number | undefined>): () => Promise<number | undefined> {
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(() => {
    const next = sending.current.then(send);
    sending.current = next;
    return next;
  }, [send]);
}

/** Tries again for as long as there is no connection. */
function useRetry(isOffline: boolean, flush: () => Promise<unknown>): void {
  useEffect(() => {
    if (!isOffline) return;
    const timer = setInterval(() => void flush(), RETRY_MS);
    return () => clearInterval(timer);
  }, [isOffline, flush]);
}

/** Saves the marks over the version seen. Where the answer to the same marks was lost on the way, they are saved already. */
async function save(
  url: string,
  { marks, version }: { readonly marks: Record<string, string>; readonly version: number },
): Promise<RatingFormJson> {
  try {
    return await request<RatingFormJson>('PUT', url, { body: { marks }, ifMatch: version });
  } catch (failure) {
    if (!(failure instanceof RequestRefused) || failure.problem.code !== 'stale-edit') throw failure;
    const current = failure.problem.current as RatingFormJson;
    if (!sameMarks(current.marks, marks)) throw failure;
    return current;
  }
}

function sameMarks(one: Typed, other: Typed): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((unit) => one[unit] === other[unit]);
}

interface Failing {
  readonly setState: (state: SaveState) => void;
  readonly setError: (error: Error) => void;
  readonly onConflict: (current: RatingFormJson) => void;
}

/** No answer is tried again; a stale edit becomes a question; anything else is told. */
function fail(failure: unknown, { setState, setError, onConflict }: Failing): void {
  if (!(failure instanceof RequestRefused)) throw failure;
  const isPassing = failure.status === 0 || failure.status >= 502;
  setState(isPassing ? 'offline' : 'refused');
  if (isPassing) return;
  if (failure.problem.code === 'stale-edit') onConflict(failure.problem.current as RatingFormJson);
  else setError(failure);
}
