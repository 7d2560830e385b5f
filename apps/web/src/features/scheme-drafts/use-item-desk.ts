/** The sentence in hand among the items, and what can be done with it. */
import {
  addItem,
  clausesOf,
  type Holder,
  holderOf,
  mergeItem,
  moveClause,
  type SchemeDraft,
  splitItem,
} from '@kaohe/clauses';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ItemSteps } from './use-item-keys';

interface ItemDeskProps {
  readonly draft: SchemeDraft;
  readonly onChange: (draft: SchemeDraft) => void;
  readonly onUndo: () => void;
}

export interface ItemDesk {
  readonly desk: RefObject<HTMLElement | null>;
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
  /** The item, or the bonus, that holds the sentence in hand. */
  readonly at: Holder | undefined;
  readonly moveTo: (to: Holder) => void;
  readonly addAfter: (place: number) => void;
  readonly steps: ItemSteps;
}

export function useItemDesk({ draft, onChange, onUndo }: ItemDeskProps): ItemDesk {
  const { desk, chosen, choose, name } = useSight(draft);
  const { items } = draft;
  const at = chosen === undefined ? undefined : holderOf(draft, chosen);
  const put = (next: SchemeDraft) => next !== draft && onChange(next);
  const moveTo = (to: Holder) => chosen !== undefined && put(moveClause(draft, chosen, to));
  const addAfter = (place: number) => {
    put(addItem(draft, place));
    name(place + 1);
  };
  const steps: ItemSteps = {
    choose: (by) => {
      const keys = clausesOf(draft).map(({ key }) => key);
      const next = keys[Math.min(keys.length - 1, Math.max(0, keys.indexOf(chosen ?? '') + by))];
      if (next !== undefined) choose(next);
    },
    move: (by) => {
      const holders: Holder[] = [...items.keys(), 'bonus'];
      const to = at === undefined ? undefined : holders[holders.indexOf(at) + by];
      if (to !== undefined) moveTo(to);
    },
    split: () => {
      const next = splitItem(draft, chosen ?? '');
      put(next);
      if (next !== draft && typeof at === 'number') name(at + 1);
    },
    merge: () => typeof at === 'number' && put(mergeItem(draft, at)),
    add: () => addAfter(typeof at === 'number' ? at : items.length - 1),
    rename: () => typeof at === 'number' && name(at),
    undo: onUndo,
  };
  return { desk, chosen, choose, at, moveTo, addAfter, steps };
}

/** The sentence in hand stays in sight; the name of an item that was just made is typed at once. */
function useSight(draft: SchemeDraft) {
  const desk = useRef<HTMLElement>(null);
  const [chosen, choose] = useState(() => clausesOf(draft)[0]?.key);
  const [naming, name] = useState<number>();
  useEffect(() => {
    if (naming === undefined) return;
    desk.current?.querySelector<HTMLElement>(`[data-item="${naming}"]`)?.focus();
    name(undefined);
  }, [naming]);
  useEffect(
    () => desk.current?.querySelector(`[data-key="${chosen}"]`)?.scrollIntoView({ block: 'nearest' }),
    [chosen],
  );
  return { desk, chosen, choose, name };
}
