/** Where ids point in the document, in its own words: 附件1第43行第4句. */
import type { Scheme } from '../../scheme/scheme.js';
import type { Clause, Criterion, Sheet } from '../../scheme/sheet.js';
import { type Text, text } from '../../wording/text.js';

export interface DocumentPlace {
  /** The id that points here; several for a place outside the sheets. */
  readonly ids: readonly string[];
  readonly kind: 'clause' | 'row' | 'item' | 'sheet' | 'form' | 'notice';
  readonly words: Text;
  /** The item it stands in, where it stands in one. */
  readonly item?: string;
}

/** From the narrowest on; what is none of these stands on a form or in the notice. */
const ON_SHEETS = ['clause', 'row', 'item'] as const;

/** The narrowest places that some ids name: sentences before rows before items; else a form, a sheet, the notice. */
export function placesAt(scheme: Scheme, at: readonly string[]): DocumentPlace[] {
  const onSheets = at.flatMap((id) => scheme.sheets.flatMap((sheet) => placeOn(scheme, sheet, id)));
  for (const kind of ON_SHEETS) {
    const narrowest = onSheets.filter((place) => place.kind === kind);
    if (narrowest.length > 0) return narrowest;
  }
  const form = scheme.forms.find(({ id }) => at.includes(id));
  if (form) return [{ ids: [form.id], kind: 'form', words: text(form.annex, inEnglish(form.annex)) }];
  const [sheet, ...none] = scheme.sheets.filter(({ id }) => at.includes(id));
  if (sheet && none.length === 0 && at.length === 1) return [{ ids: at, kind: 'sheet', words: sheetWords(sheet) }];
  const [alone] = at;
  const reading = at.length === 1 && alone !== undefined ? scheme.readings[alone] : undefined;
  if (reading) return [{ ids: at, kind: 'notice', words: quotedWhere(scheme, reading.quote ?? '') }];
  const words = at.map((id) => namedWords(scheme, id));
  const joined = (language: keyof Text) => [...new Set(words.map((one) => one[language]))].join(' · ');
  return [{ ids: at, kind: 'notice', words: text(joined('zh'), joined('en')) }];
}

/** Where words outside the rows stand: a form, the heading or the note of a sheet, else the notice. */
function quotedWhere(scheme: Scheme, quote: string): Text {
  const form = scheme.forms.find(({ notes }) => notes.some((note) => note.includes(quote)));
  if (form) return text(form.annex, inEnglish(form.annex));
  const sheet = scheme.sheets.find(({ title, note = '' }) => title.includes(quote) || note.includes(quote));
  return sheet ? sheetWords(sheet) : namedWords(scheme, scheme.id);
}

/** A sentence by its row and number, without its sheet: for a text that is about one sheet. */
export function clauseWords(row: Criterion, clause: Clause): Text {
  const [only, ...others] = row.clauses;
  if (only === clause && others.length === 0) return rowWords(row);
  const number = row.clauses.indexOf(clause) + 1;
  const { zh, en } = rowWords(row);
  return text(`${zh}第${number}句`, `${en} (sentence ${number})`);
}

export function rowWords({ row }: Criterion): Text {
  return text(`第${row}行`, `row ${row}`);
}

/** The sheet's short name: its annex, or its title. */
export function sheetWords({ annex, title, titleEn }: Sheet): Text {
  return annex === undefined ? text(title, titleEn) : text(annex, inEnglish(annex));
}

/** 附件 1 → Annex 1 */
function inEnglish(annex: string): string {
  return annex.replace(/^附件\s*/, 'Annex ');
}

function placeOn(scheme: Scheme, sheet: Sheet, id: string): DocumentPlace[] {
  // A document of one sheet needs no word for it.
  const sheetName = scheme.sheets.length > 1 ? sheetWords(sheet) : text('', '');
  const within = ({ zh, en }: Text) => {
    const words = sheetName.en === '' ? `${en.slice(0, 1).toUpperCase()}${en.slice(1)}` : `${sheetName.en}, ${en}`;
    return text(`${sheetName.zh} ${zh}`.trim(), words);
  };
  return sheet.items.flatMap((item): DocumentPlace[] => {
    const { nameEn } = item;
    if (item.id === id) return [{ ids: [id], kind: 'item', words: within(text(item.name, nameEn)), item: id }];
    return item.rows.flatMap((row): DocumentPlace[] => {
      if (row.id === id) return [{ ids: [id], kind: 'row', words: within(rowWords(row)), item: item.id }];
      const clause = row.clauses.find((one) => one.id === id);
      if (!clause) return [];
      return [{ ids: [id], kind: 'clause', words: within(clauseWords(row, clause)), item: item.id }];
    });
  });
}

/** The document's word for a grade, a veto, an award, a ground against it, a part, a team, a unit, a reading. */
function namedWords(scheme: Scheme, id: string): Text {
  if (id === scheme.id) return text('正文', 'the notice');
  if (id === 'bonus') return text('加分', 'bonus');
  const sheet = scheme.sheets.find((one) => one.id === id);
  if (sheet) return sheetWords(sheet);
  const reading = scheme.readings[id];
  if (reading) return text(reading.question, reading.questionEn);
  const graded = [...scheme.gradeBands, ...scheme.vetoes].find(({ grade }) => grade === id);
  if (graded) return text(id, graded.gradeEn ?? id);
  const grounds = scheme.awards.flatMap(({ disqualified }) => disqualified);
  const parts = scheme.sheets.flatMap((one) => one.parts);
  const deed = scheme.bonus.kinds.find(({ kind }) => kind === id);
  if (deed) return text(deed.name, deed.nameEn);
  const { teams, units } = scheme.population;
  const named = [...scheme.vetoes, ...scheme.awards, ...grounds, ...parts, ...teams];
  const found = named.find((one) => one.id === id) ?? units.find(({ name }) => name === id);
  return found ? text(found.name, found.nameEn) : text(id, id);
}
