/** The keys of the queue: they work wherever nothing is being typed. */
import { useEffect, useRef } from 'react';

interface QueueKeys {
  readonly step: (by: 1 | -1) => void;
  readonly accept: () => void;
  readonly answer: (number: number) => void;
  readonly edit: () => void;
  readonly close: () => void;
  readonly undo: () => void;
  readonly decide: (decision: 'not-scoring' | 'left-out') => void;
}

const TYPED_IN =
  'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], dialog';
/** What Enter already does something to. */
const PRESSED = 'button, summary, a:not([data-mark])';

export function useQueueKeys(keys: QueueKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === 'Escape') return latest.current.close();
      if (target.closest(TYPED_IN) || (event.key === 'Enter' && target.closest(PRESSED))) return;
      const act = actOf(event.key, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function actOf(key: string, { step, accept, answer, edit, undo, decide }: QueueKeys): (() => void) | undefined {
  if (/^[1-9]$/.test(key)) return () => answer(Number(key));
  switch (key.toLowerCase()) {
    case 'j':
      return () => step(1);
    case 'k':
      return () => step(-1);
    case 'enter':
      return accept;
    case 'e':
      return edit;
    case 'u':
      return undo;
    case 'x':
      return () => decide('not-scoring');
    case 'l':
      return () => decide('left-out');
    default:
      return undefined;
  }
}
