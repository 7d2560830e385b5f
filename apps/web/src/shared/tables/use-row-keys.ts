/** Keyboard in a list: ↑ ↓ move between rows, Enter opens one, / goes to the filter. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** Whether a key was meant for a field. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

export interface RowKeys {
  readonly body: RefObject<HTMLTableSectionElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableSectionElement>) => void;
}

/** `open` gets the row's `data-key`. */
export function useRowKeys(open: (key: string) => void): RowKeys {
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const row = (event.target as HTMLElement).closest('tr');
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (row && step !== 0) {
      event.preventDefault();
      const rows = Array.from(body.current?.rows ?? []);
      rows[rows.indexOf(row) + step]?.focus();
    }
    const key = row?.dataset.key;
    if (event.key === 'Enter' && event.target === row && key !== undefined) open(key);
  };
  return { body, onKeyDown };
}

/** `/` puts the cursor into a field; Esc empties and leaves it. */
export function useFilterKey(field: string, clear: () => void): void {
  useEffect(() => {
    const find = () => document.querySelector<HTMLInputElement>(field);
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault();
        find()?.focus();
      }
      if (event.key === 'Escape' && event.target === find()) {
        clear();
        find()?.blur();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [field, clear]);
}
