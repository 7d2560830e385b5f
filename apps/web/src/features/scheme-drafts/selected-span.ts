/** What is selected in the document, as places in its text. */
import type { Span } from '@kaohe/clauses';

export function selectedSpan(): Span | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return undefined;
  const from = placeOf(selection.anchorNode, selection.anchorOffset);
  const to = placeOf(selection.focusNode, selection.focusOffset);
  if (from === undefined || to === undefined || from === to) return undefined;
  return from < to ? [from, to] : [to, from];
}

function placeOf(node: Node, offset: number): number | undefined {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-from]');
  return piece ? Number(piece.dataset.from) + offset : undefined;
}
