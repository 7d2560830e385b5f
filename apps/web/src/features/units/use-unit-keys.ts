/** Keys on a unit's sheet: N next open row, ? why the focused sentence, [ and ] the units before and after. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { keepAcross } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { isTyping } from '../../shared/tables/use-row-keys';
import { neighbours } from './neighbours';

/** Puts the focus on the next open row after the focused one, and again from the first. */
export function goToNextOpenRow(): void {
  const rows = Array.from(document.querySelectorAll<HTMLElement>('tr.open-row'));
  const here = document.activeElement?.closest('tr');
  const after = here
    ? rows.find((row) => here.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING)
    : undefined;
  const next = after ?? rows[0];
  next?.scrollIntoView({ block: 'center' });
  next?.focus({ preventScroll: true });
}

/** Opens the explanation of the focused sentence, or of the first of the focused row. */
function explainFocused(): void {
  const focused = document.activeElement;
  const link = focused?.closest('a.clause') ?? focused?.closest('tr')?.querySelector('a.clause');
  if (link instanceof HTMLElement) link.click();
}

export function useUnitKeys(name: string): void {
  const navigate = useNavigate();
  const { assessment } = useAssessment();
  useEffect(() => {
    const { before, after } = neighbours(assessment, name);
    const open = (unit: string | undefined) => {
      if (unit !== undefined) void navigate({ to: '/units/$name', params: { name: unit }, search: keepAcross });
    };
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'n' || event.key === 'N') goToNextOpenRow();
      else if (event.key === '?') explainFocused();
      else if (event.key === '[') open(before);
      else if (event.key === ']') open(after);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [assessment, name, navigate]);
}
