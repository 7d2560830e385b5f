/** Which row is in hand, and what the keys do to it. */
import { type ClauseProgram, isRawObject } from '@kaohe/scoring';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { fieldsOf, valueAt } from '../units/observation-fields';
import { digitIn, withClause, withField } from './observed';
import type { SheetLineState, SheetState } from './use-sheet';
import type { SheetKeys } from './use-sheet-keys';

export interface RowInHand {
  readonly active: string | undefined;
  readonly keys: SheetKeys;
}

/** The row a line is shown in: its printed row, or a line of its own below the table. */
export function placeOf({ line, row }: SheetLineState): string {
  return row ?? line;
}

export function useRowInHand(state: SheetState): RowInHand {
  const { t } = useTranslation();
  const { lines, change, assessment } = state;
  const places = useMemo(() => [...new Set(lines.map(placeOf))], [lines]);
  const [active, setActive] = useState(() => firstOpen(lines) ?? places[0]);
  useEffect(() => focusRow(active), [active]);
  useEffect(() => onFocusedRow(setActive), []);
  const own = useCallback(
    (place: string | undefined) => lines.filter((line) => line.json.mayChange && placeOf(line) === place),
    [lines],
  );
  const keys = useMemo((): SheetKeys => {
    const after = (step: 1 | -1) => places[places.indexOf(active ?? '') + step];
    const nextOpen = () => {
      const later = places.slice(places.indexOf(active ?? '') + 1);
      const next = later.find((place) => own(place).some(({ closed }) => !closed)) ?? firstOpen(lines);
      if (next !== undefined) setActive(next);
    };
    return {
      row: () => (active === undefined ? null : document.getElementById(active)),
      move: (step) => setActive(after(step) ?? active),
      nextOpen,
      close: () => {
        const closing = own(active);
        const closed = closing.some((line) => !line.closed);
        for (const { line, observations } of closing) change(line, { closed, observations });
        const next = places
          .slice(places.indexOf(active ?? '') + 1)
          .find((place) => own(place).some((line) => !line.closed));
        if (closed && next !== undefined) setActive(next);
      },
      digit: (digit) => {
        const [first] = typedIn(own(active), [...assessment.program.clauses.values()]);
        if (!first) return false;
        const { line, clause } = first;
        const stated = line.observations[clause.id];
        const observation = isRawObject(stated) ? stated : {};
        const [field] = fieldsOf(clause, { t, stated: observation });
        if (!field) return false;
        const value = digitIn(field, digit, valueAt(observation, field.path));
        if (value === undefined) {
          focusField(active);
          return false; // the field takes the digit itself
        }
        const observations = withClause(line.observations, clause, withField(observation, field, value));
        change(line.line, { closed: line.closed, observations });
        return true;
      },
    };
  }, [active, assessment, change, lines, own, places, t]);
  return { active, keys };
}

function firstOpen(lines: readonly SheetLineState[]): string | undefined {
  const open = lines.find(({ closed, json }) => json.mayChange && !closed);
  return open && placeOf(open);
}

function typedIn(lines: readonly SheetLineState[], clauses: readonly ClauseProgram[]) {
  return lines.flatMap((line) =>
    line.json.clauses.flatMap((id) => {
      const found = clauses.find(({ clause }) => clause.id === id);
      return found ? [{ line, clause: found.clause }] : [];
    }),
  );
}

function focusRow(place: string | undefined): void {
  const row = place === undefined ? null : document.getElementById(place);
  if (!row || row.contains(document.activeElement)) return;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

/** A row is in hand as soon as the focus is in it, by key or by mouse. */
function onFocusedRow(take: (place: string) => void): () => void {
  const onFocus = ({ target }: FocusEvent) => {
    const row = target instanceof Element ? target.closest('.sheet-desk tr[id]') : null;
    if (row) take(row.id);
  };
  document.addEventListener('focusin', onFocus);
  return () => document.removeEventListener('focusin', onFocus);
}

function focusField(place: string | undefined): void {
  const row = place === undefined ? null : document.getElementById(place);
  const field = row?.querySelector<HTMLInputElement>(
    '.clause-editor input[inputmode], .clause-editor input[type="text"]',
  );
  field?.focus();
  field?.select();
}
