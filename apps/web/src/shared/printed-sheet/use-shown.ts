/** Brings the row, item or clause that the address names into view and puts the focus there. */
import { useEffect } from 'react';

/** `place` is a row or item id, or a clause id (its row is shown). */
export function useShown(place: string | undefined): void {
  useEffect(() => {
    if (place === undefined) return undefined;
    const row = place.replace(/\.\d+$/, '');
    const found = Array.from(document.querySelectorAll<HTMLElement>('[data-show]')).find(
      ({ dataset }) => dataset.show === place || dataset.show === row,
    );
    if (!found) return undefined;
    found.classList.add('shown');
    // The router puts the page back to its top once it is drawn; this comes after.
    const later = window.setTimeout(() => bringIntoView(found), 0);
    return () => {
      window.clearTimeout(later);
      found.classList.remove('shown');
    };
  }, [place]);
}

function bringIntoView(found: HTMLElement): void {
  if (!isInView(found)) found.scrollIntoView({ block: found.tagName === 'TR' ? 'center' : 'start' });
  if (found.tabIndex === -1 && found.tagName === 'TR') found.focus({ preventScroll: true });
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
