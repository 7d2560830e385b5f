/** A draft under work: what it holds now, undone step by step, and saved by itself over the version seen. */
import type { SchemeDraftSummary } from '@kaohe/api-contract';
import type { SchemeDraft } from '@kaohe/clauses';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RequestRefused, request } from '../../shared/office/client';
import type { LoadedDraft } from './requests';

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed';

/** What somebody else saved in between. */
export interface DraftConflict {
  readonly version: number;
  readonly changedBy: string;
  readonly body: SchemeDraft;
}

export interface DraftEditor {
  readonly body: SchemeDraft;
  readonly version: number;
  readonly change: (next: SchemeDraft) => void;
  readonly undo: () => void;
  readonly state: SaveState;
  readonly error: unknown;
  readonly conflict: DraftConflict | undefined;
  readonly settle: (keep: 'mine' | 'theirs') => void;
}

const QUIET_MS = 600;
const AGAIN_MS = 5000;
const MOST_UNDONE = 200;

interface Saved {
  readonly version: number;
  readonly body: SchemeDraft;
}

export function useDraftEditor({ draft, version, body: loaded, state: stage }: LoadedDraft): DraftEditor {
  const [body, setBody] = useState(loaded);
  const [saved, setSaved] = useState<Saved>({ version, body: loaded });
  const [failure, setFailure] = useState<{ readonly error: unknown; readonly body: SchemeDraft }>();
  const [conflict, setConflict] = useState<DraftConflict>();
  const [busy, setBusy] = useState(false);
  const before = useRef<SchemeDraft[]>([]);
  const isFrozen = stage !== 'draft';
  const change = useCallback(
    (next: SchemeDraft) => {
      // Keys reach a desk whose fields are shut.
      if (isFrozen) return;
      setBody((current) => {
        before.current = [...before.current.slice(-MOST_UNDONE), current];
        return next;
      });
    },
    [isFrozen],
  );
  const undo = useCallback(() => {
    const last = before.current.pop();
    if (last) setBody(last);
  }, []);
  const isDirty = body !== saved.body && !isFrozen;
  useEffect(() => {
    if (!isDirty || busy || conflict) return undefined;
    const timer = setTimeout(
      () => {
        setBusy(true);
        save(draft, body, saved.version)
          .then(
            (next) => {
              setSaved({ version: next, body });
              setFailure(undefined);
            },
            (error: unknown) => {
              const theirs = conflictIn(error);
              if (theirs) setConflict(theirs);
              else setFailure({ error, body });
            },
          )
          .finally(() => setBusy(false));
      },
      failure?.body === body ? AGAIN_MS : QUIET_MS,
    );
    return () => clearTimeout(timer);
  }, [isDirty, busy, conflict, draft, body, saved.version, failure]);
  useLeaving(isDirty);
  const settle = (keep: 'mine' | 'theirs') => {
    if (!conflict) return;
    setSaved({ version: conflict.version, body: conflict.body });
    if (keep === 'theirs') change(conflict.body);
    setConflict(undefined);
  };
  const state = busy ? 'saving' : !isDirty ? 'saved' : failure?.body === body ? 'failed' : 'unsaved';
  return { body, version: saved.version, change, undo, state, error: failure?.error, conflict, settle };
}

async function save(draft: string, body: SchemeDraft, version: number): Promise<number> {
  const url = `/api/scheme-drafts/${encodeURIComponent(draft)}`;
  const { version: next } = await request<SchemeDraftSummary>('PUT', url, { body: { body }, ifMatch: version });
  return next;
}

function conflictIn(error: unknown): DraftConflict | undefined {
  if (!(error instanceof RequestRefused) || error.problem.code !== 'stale-edit') return undefined;
  return error.problem.current as DraftConflict;
}

/** Leaving the page with something unsaved is asked about by the browser. */
function useLeaving(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
}
