/** How something open is called: its row with what is asked there, a part's name, the bonus. */
import type { Language } from '@kaohe/scoring';
import type { TFunction } from 'i18next';
import { nameOf } from '../../shared/language/name-of';
import type { Narrowed } from './assumptions';

interface Wording {
  readonly t: TFunction;
  readonly language: Language;
}

/** What its better end is called: a row is found in order, anything else reaches its most. */
export function bestWords(id: string, t: TFunction): string {
  return t(id.includes('/') ? 'bounds.best' : 'bounds.highest');
}

export interface OpenThing {
  /** In short, for a button or a table of steps. */
  readonly short: string;
  /** The scoring sentences that are open, as printed. */
  readonly sentences: readonly string[];
}

export function openThing(
  { assessment: { program }, unit }: Narrowed,
  id: string,
  { t, language }: Wording,
): OpenThing {
  const { facts, items } = unit.scored;
  if (id === 'bonus') return { short: t('bounds.bonus'), sentences: [] };
  const part = program.sheets.get(facts.sheet)?.parts.find((one) => one.part.id === id)?.part;
  if (part) return { short: t('bounds.part', { name: nameOf(part, language) }), sentences: [] };
  const clauses = items.flatMap((item) => item.clauses).filter(({ compiled }) => compiled.row.id === id);
  const row = clauses[0]?.compiled.row;
  const number = t('bounds.rowOf', { row: row?.row ?? id });
  return {
    short: row?.name ? `${number} ${row.name}` : number,
    sentences: clauses.filter(({ open }) => open).map(({ compiled }) => compiled.clause.quote),
  };
}
