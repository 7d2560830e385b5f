/** The keys of the items: the sentence in hand is chosen, moved, and made the first of an item of its own. */
import { useKeys } from './use-keys';

export interface ItemSteps {
  readonly choose: (by: 1 | -1) => void;
  readonly move: (by: 1 | -1) => void;
  readonly split: () => void;
  readonly merge: () => void;
  readonly add: () => void;
  readonly rename: () => void;
  readonly undo: () => void;
}

export function useItemKeys({ choose, move, split, merge, add, rename, undo }: ItemSteps): void {
  useKeys((key) => {
    switch (key.toLowerCase()) {
      case 'j':
      case 'arrowdown':
        return () => choose(1);
      case 'k':
      case 'arrowup':
        return () => choose(-1);
      case '[':
        return () => move(-1);
      case ']':
        return () => move(1);
      case 's':
        return split;
      case 'm':
        return merge;
      case 'n':
        return add;
      case 'r':
        return rename;
      case 'u':
        return undo;
      default:
        return undefined;
    }
  });
}
