/** What was typed and not yet sent: kept in this browser under its noun and its place, until it is sent or taken back. */
import { useCallback, useState } from 'react';

const PREFIX = 'kaohe-draft';

/** A draft belongs to a person: `login` keeps two people at one computer apart. */
export interface DraftPlace {
  readonly login: string;
  readonly noun: string;
  readonly id: string;
}

const keyOf = ({ login, noun, id }: DraftPlace) => [PREFIX, login, noun, id].join('/');

export function readDraft<Draft>(place: DraftPlace): Draft | undefined {
  try {
    const kept = localStorage.getItem(keyOf(place));
    return kept === null ? undefined : (JSON.parse(kept) as Draft);
  } catch {
    return undefined; // the browser keeps nothing, or something else wrote there
  }
}

export function keepDraft(place: DraftPlace, draft: unknown): void {
  try {
    if (draft === undefined) localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), JSON.stringify(draft));
  } catch {
    // A full or closed store: the page still holds what was typed.
  }
}

/** The draft at a place and how to change it; `undefined` forgets it. Give the component a key where the place changes. */
export function useDraft<Draft>(place: DraftPlace): readonly [Draft | undefined, (draft: Draft | undefined) => void] {
  const [draft, setDraft] = useState(() => readDraft<Draft>(place));
  const { login, noun, id } = place;
  const change = useCallback(
    (next: Draft | undefined) => {
      keepDraft({ login, noun, id }, next);
      setDraft(next);
    },
    [login, noun, id],
  );
  return [draft, change];
}
