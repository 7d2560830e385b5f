/** Keys of a desk: they work wherever nothing is being typed. */
import { useEffect, useRef } from 'react';

/** What a key does here; undefined: nothing of ours. */
export type KeyActs = (key: string) => (() => void) | undefined;

const TYPED_IN =
  'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], dialog';
/** What Enter already does something to. */
const PRESSED = 'button, summary, a:not([data-mark])';

export function useKeys(actFor: KeyActs): void {
  const latest = useRef(actFor);
  latest.current = actFor;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const isEscape = event.key === 'Escape';
      if (!isEscape && (target.closest(TYPED_IN) || (event.key === 'Enter' && target.closest(PRESSED)))) return;
      const act = latest.current(event.key);
      if (!act) return;
      if (!isEscape) event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
