/** Where a finding stands in the document: the narrowest places it names, each with its address. */
import type { Language, Program, SchemeFinding } from '@kaohe/scoring';
import type { Search } from '../../shared/address/search';
import { nameOf } from '../../shared/language/name-of';

export interface FoundPlace {
  readonly id: string;
  readonly label: string;
  readonly search: Search;
}

/** Sentences before rows before items; what is on no sheet is on the forms or in the notice. */
export function placesOf(program: Program, { at }: SchemeFinding, language: Language): FoundPlace[] {
  const { sheets, forms } = program.scheme;
  const onSheets = at.flatMap((id) => placeOnSheet(program, id, language));
  const depth = Math.max(0, ...onSheets.map((place) => place.depth));
  const narrowest = onSheets.filter((place) => place.depth === depth && depth > 0);
  if (narrowest.length > 0) return narrowest;
  const form = forms.find(({ id }) => at.includes(id));
  if (form) return [{ id: form.id, label: form.annex, search: { section: 'forms' } }];
  const sheet = sheets.find(({ id }) => at.length === 1 && id === at[0]);
  if (sheet) return [{ id: sheet.id, label: sheet.annex ?? sheet.id, search: { sheet: sheet.id } }];
  const labels = at
    .filter((id) => !sheets.some((one) => one.id === id))
    .map((id) => nameInNotice(program, id, language));
  return [{ id: 'notice', label: [...new Set(labels)].join(' · '), search: { section: 'notice' } }];
}

interface DeepPlace extends FoundPlace {
  /** 3 a sentence, 2 a row, 1 an item. */
  readonly depth: number;
}

function placeOnSheet({ scheme, clauses }: Program, id: string, language: Language): DeepPlace[] {
  const sheet = scheme.sheets.find((one) => id.startsWith(`${one.id}/`));
  if (!sheet) return [];
  const search: Search = { sheet: sheet.id, show: id };
  const label = (words: string) => `${sheet.annex ?? ''} ${words}`.trim();
  if (clauses.has(id)) return [{ id, label: label(id.slice(sheet.id.length + 1)), search, depth: 3 }];
  const item = sheet.items.find((one) => one.id === id);
  if (item) return [{ id, label: label(nameOf(item, language)), search, depth: 1 }];
  const row = sheet.items.flatMap(({ rows }) => rows).find((one) => one.id === id);
  return row ? [{ id, label: label(row.row), search, depth: 2 }] : [];
}

/** The document's word for a veto, an award, a ground against it, or a part of the total. */
function nameInNotice({ scheme }: Program, id: string, language: Language): string {
  const grounds = scheme.awards.flatMap(({ disqualified }) => disqualified);
  const parts = scheme.sheets.flatMap((sheet) => sheet.parts);
  const found = [...scheme.vetoes, ...scheme.awards, ...grounds, ...parts].find((one) => one.id === id);
  return found ? nameOf(found, language) : id;
}

/** The findings that name one of these places; a finding on sentences or rows is not marked at its item as well. */
export function findingsOfRow<Finding extends SchemeFinding>(
  findings: readonly Finding[],
  ids: ReadonlySet<string>,
): Finding[] {
  const isItem = (id: string) => /\/i\d+$/.test(id);
  return findings.filter(({ at }) => {
    const narrower = at.some((id) => id.includes('/') && !isItem(id));
    return at.some((id) => ids.has(id) && !(narrower && isItem(id)));
  });
}
