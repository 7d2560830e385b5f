/** Keys on a sheet: Space closes the row in hand, digits go into its first field, F finding, E evidence, ? why, N next open, ↑ ↓. */
import { useEffect } from 'react';
import { isTyping } from '../../shared/tables/use-row-keys';

export interface SheetKeys {
  readonly move: (step: 1 | -1) => void;
  readonly close: () => void;
  readonly digit: (digit: number) => boolean;
  readonly nextOpen: () => void;
  /** The row in hand on the page. */
  readonly row: () => HTMLElement | null;
}

export function useSheetKeys(keys: SheetKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      if (isTyping(event.target)) leaveField(event, keys);
      else if (pressed(event, keys)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys]);
}

/** Enter and Esc go from a field back to its row. */
function leaveField(event: KeyboardEvent, { row }: SheetKeys): void {
  const isInSheet = event.target instanceof Element && event.target.closest('.sheet-editor');
  if (!isInSheet || (event.key !== 'Enter' && event.key !== 'Escape')) return;
  if (event.target.closest('.ant-select-open')) return;
  event.preventDefault();
  row()?.focus({ preventScroll: true });
}

/** Whether the key meant something here. */
function pressed(event: KeyboardEvent, keys: SheetKeys): boolean {
  const isOnControl = event.target instanceof Element && event.target.closest('button, a, summary') !== null;
  switch (event.key) {
    case ' ':
      if (!isOnControl) keys.close();
      return !isOnControl;
    case 'ArrowDown':
      keys.move(1);
      return true;
    case 'ArrowUp':
      keys.move(-1);
      return true;
    case 'n':
    case 'N':
      keys.nextOpen();
      return true;
    case 'f':
    case 'F':
      return focusIn(keys.row(), 'input');
    case 'e':
    case 'E':
      return clickIn(keys.row(), 'button[data-evidence]');
    case '?':
      return clickIn(keys.row(), 'a.clause');
    default:
      return /^[0-9]$/.test(event.key) && keys.digit(Number(event.key));
  }
}

function focusIn(row: HTMLElement | null, control: string): boolean {
  const found = row?.querySelector<HTMLElement>(`.clause-editor ${control}`);
  found?.focus();
  return found !== null && found !== undefined;
}

function clickIn(row: HTMLElement | null, control: string): boolean {
  const found = row?.querySelector<HTMLElement>(control);
  found?.click();
  return found !== null && found !== undefined;
}
