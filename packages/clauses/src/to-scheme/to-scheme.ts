/**
 * A draft → the files of a scheme folder as trees, with what still keeps it from being one and what it does not hold. Whatever
 * the draft holds is in the scheme, in `gaps` or in `leftOut`.
 */
import { type RawObject, type RawTree, sheetColumns } from '@kaohe/scoring';
import { isDay, looksLikeDay } from '../draft/days.js';
import type { DraftHead, SchemeDraft } from '../draft/draft.js';
import { type Gap, gap } from '../draft/gaps.js';
import { isDecimal } from '../draft/to-rule.js';
import { type Dated, datedOf } from './calendar.js';
import { type Composed, composedOf } from './composition.js';
import { itemsOf, type SheetItems } from './items.js';
import { type LeftOut, leftOut } from './left-out.js';
import { notesOf } from './notes.js';
import { bandsOf, bonusOf, vetoesOf } from './outcome.js';

export interface SchemeOfDraft {
  /** By path relative to the scheme's folder; the issued text itself is no part. */
  readonly files: Readonly<Record<string, RawTree>>;
  readonly gaps: readonly Gap[];
  readonly leftOut: readonly LeftOut[];
  /** The id of each clause that scores, by its name in the draft. */
  readonly ids: Readonly<Record<string, string>>;
}

const SHEET = 'main';
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export function toScheme(draft: SchemeDraft, source: string): SchemeOfDraft {
  const sheet = itemsOf(draft, SHEET, source);
  const [bonus, vetoes, bands] = [bonusOf(draft.bonus), vetoesOf(draft.vetoes), bandsOf(draft.bands)];
  const composed = composedOf(draft, marksOf(draft.head));
  const dated = datedOf(draft, composed.rated);
  const notes = notesOf(draft, source);
  const outcome = [bonus, vetoes, bands, composed];
  const covered = [...sheet.covered, ...outcome.flatMap((one) => one.covered.map((each) => wholeLine(each, source)))];
  const title = draft.head.title.trim() || '考核细则';
  const scheme = {
    ...headTree(draft.head, title, dated),
    gradeBands: bands.tree,
    bonus: bonus.tree,
    vetoes: vetoes.tree,
    awards: [],
  };
  return {
    files: {
      'scheme.yaml': scheme,
      'readings.yaml': { readings: {} },
      'rating-forms.yaml': { forms: composed.forms },
      'population.yaml': populationTree(draft),
      'coverage.yaml': { sentences: unrepeated(covered) },
      ...sheetFiles(draft, sheet, { title, composed, note: notes.sheet }),
    },
    gaps: [...frameGaps(draft, sheet), ...[sheet, ...outcome, dated].flatMap(({ gaps }) => gaps)],
    leftOut: once([...[sheet, ...outcome, dated, notes].flatMap((one) => one.leftOut), ...always(draft)]),
    ids: sheet.ids,
  };
}

/** The same words left out for the same reason are told once. */
function once(list: readonly LeftOut[]): LeftOut[] {
  const seen = new Set<string>();
  return list.filter(({ reason, key = '', quote = '' }) => {
    const mark = `${reason} ${key} ${quote}`;
    return !seen.has(mark) && seen.add(mark);
  });
}

const marksOf = ({ fullMarks }: DraftHead): string =>
  isDecimal(fullMarks) && /[1-9]/.test(fullMarks) ? fullMarks : '100';

function headTree(
  { id, titleEn, documentNumber, issuer, from, to, fullMarks }: DraftHead,
  title: string,
  { calendar, stages }: Dated,
): RawObject {
  return {
    id: ID.test(id) ? id : 'draft',
    title,
    titleEn: titleEn.trim() || title,
    ...(documentNumber.trim() !== '' && { documentNumber: documentNumber.trim() }),
    ...(issuer.trim() !== '' && { issuer: issuer.trim() }),
    fullMarks: isDecimal(fullMarks) ? fullMarks : '100',
    period: { from: looksLikeDay(from) ? from : '2000-01-01', to: looksLikeDay(to) ? to : '2000-12-31' },
    calendar,
    ...stages,
  };
}

const classesOf = ({ units, classes }: SchemeDraft) => [...new Set([...classes, ...units.map((unit) => unit.class)])];

interface SheetFrame {
  readonly title: string;
  readonly composed: Composed;
  readonly note: RawObject;
}

function sheetFiles(
  draft: SchemeDraft,
  { items }: SheetItems,
  { title, composed, note }: SheetFrame,
): Record<string, RawTree> {
  const sheet = {
    id: SHEET,
    title,
    titleEn: draft.head.titleEn.trim() || title,
    fullMarks: marksOf(draft.head),
    classes: classesOf(draft),
    columns: columnsOf(draft),
    ...note,
    parts: composed.parts,
  };
  const digits = `${items.length}`.length;
  const named = items.map((item, index) => {
    const number = `${index + 1}`.padStart(Math.max(2, digits), '0');
    return [`sheets/${SHEET}/${number}-item.yaml`, item] as const;
  });
  return { [`sheets/${SHEET}/sheet.yaml`]: sheet, ...Object.fromEntries(named) };
}

/** As printed; of a document that is no table, or of one that prints no criteria, the least there is. */
function columnsOf({ columns }: SchemeDraft): readonly string[] {
  const heads = columns.filter((head, index) => head !== '' && columns.indexOf(head) === index);
  const kinds = sheetColumns(heads).map(({ kind }) => kind);
  return kinds.includes('criterion') && kinds[0] !== 'marks' ? heads : ['序号', '考核标准'];
}

function populationTree({ units }: SchemeDraft): RawObject {
  const named = units.filter(({ name }) => name.trim() !== '');
  return {
    units: named.map(({ name, class: of }) => ({ name: name.trim(), nameEn: name.trim(), sheet: SHEET, class: of })),
    teams: [],
  };
}

/** What a rule covers stands in the list as the document prints it: the whole line, heading and all. */
function wholeLine(sentence: RawObject, source: string): RawObject {
  const { text } = sentence;
  const at = typeof text === 'string' ? source.indexOf(text) : -1;
  if (at < 0 || sentence.covers === undefined) return sentence;
  const end = source.indexOf('\n', at + String(text).length);
  const line = source.slice(source.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end);
  return { ...sentence, text: line.trim() };
}

function unrepeated(sentences: readonly RawObject[]): RawObject[] {
  const seen = new Set<RawTree | undefined>();
  return sentences.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function frameGaps(draft: SchemeDraft, { ids }: SheetItems): Gap[] {
  const { id, title, from, to, fullMarks } = draft.head;
  const names = draft.units.map(({ name }) => name.trim());
  const wanted: readonly (readonly [Gap['code'], boolean])[] = [
    ['id', ID.test(id) && id.length <= 60],
    ['title', title.trim() !== ''],
    ['period', isDay(from) && isDay(to) && from <= to],
    ['full-marks', isDecimal(fullMarks) && /[1-9]/.test(fullMarks)],
    ['no-items', Object.keys(ids).length > 0],
    ['classes', classesOf(draft).length > 0],
    ['unit-name', !names.includes('')],
    ['unit-twice', new Set(names).size === names.length],
  ];
  return wanted.flatMap(([code, holds]) => (holds ? [] : [gap(code)]));
}

/** True of every scheme made from a document, unless somebody says otherwise. */
function always({ units, head }: SchemeDraft): LeftOut[] {
  return [
    ...(units.length === 0 ? [leftOut('units')] : []),
    ...(head.titleEn.trim() === '' ? [leftOut('english')] : []),
  ];
}
