/** The keys of the queue. */
import { useKeys } from './use-keys';

interface QueueKeys {
  readonly step: (by: 1 | -1) => void;
  readonly accept: () => void;
  readonly answer: (number: number) => void;
  readonly edit: () => void;
  readonly close: () => void;
  readonly undo: () => void;
  readonly decide: (decision: 'not-scoring' | 'left-out') => void;
}

export function useQueueKeys({ step, accept, answer, edit, close, undo, decide }: QueueKeys): void {
  useKeys((key) => {
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
      case 'escape':
        return close;
      case 'u':
        return undo;
      case 'x':
        return () => decide('not-scoring');
      case 'l':
        return () => decide('left-out');
      default:
        return undefined;
    }
  });
}
