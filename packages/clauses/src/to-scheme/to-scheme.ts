/**
 * A draft → the files of a scheme folder as trees, with what still keeps it from being one and what it does not hold. Every
 * clause of the draft is in the scheme, in `gaps` or in `leftOut`.
 */
import type { RawObject, RawTree } from '@kaohe/scoring';
import type { DraftHead, SchemeDraft } from '../draft/draft.js';
import { type Gap, gap } from '../draft/gaps.js';
import { isDecimal } from '../draft/to-rule.js';
import { itemsOf, type SheetItems } from './items.js';
import { type LeftOut, leftOut } from './left-out.js';
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
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function toScheme(draft: SchemeDraft, source: string): SchemeOfDraft {
  const sheet = itemsOf(draft, SHEET, source);
  const [bonus, vetoes, bands] = [bonusOf(draft.bonus), vetoesOf(draft.vetoes), bandsOf(draft.bands)];
  const outcome = [bonus, vetoes, bands];
  const covered = [...sheet.covered, ...outcome.flatMap((one) => one.covered.map((each) => wholeLine(each, source)))];
  const title = draft.head.title.trim() || '考核细则';
  const scheme = {
    ...headTree(draft.head, title),
    gradeBands: bands.tree,
    bonus: bonus.tree,
    vetoes: vetoes.tree,
    awards: [],
  };
  return {
    files: {
      'scheme.yaml': scheme,
      'readings.yaml': { readings: {} },
      'rating-forms.yaml': { forms: [] },
      'population.yaml': populationTree(draft),
      'coverage.yaml': { sentences: unrepeated(covered) },
      ...sheetFiles(draft, title, sheet),
    },
    gaps: [...frameGaps(draft, sheet), ...sheet.gaps, ...outcome.flatMap(({ gaps }) => gaps)],
    leftOut: [...sheet.leftOut, ...outcome.flatMap((one) => one.leftOut), ...always(draft)],
    ids: sheet.ids,
  };
}

function headTree({ id, titleEn, documentNumber, issuer, from, to, fullMarks }: DraftHead, title: string): RawObject {
  return {
    id: ID.test(id) ? id : 'draft',
    title,
    titleEn: titleEn.trim() || title,
    ...(documentNumber.trim() !== '' && { documentNumber: documentNumber.trim() }),
    ...(issuer.trim() !== '' && { issuer: issuer.trim() }),
    fullMarks: isDecimal(fullMarks) ? fullMarks : '100',
    period: { from: DATE.test(from) ? from : '2000-01-01', to: DATE.test(to) ? to : '2000-12-31' },
    calendar: [],
  };
}

const classesOf = ({ units, classes }: SchemeDraft) => [...new Set([...classes, ...units.map((unit) => unit.class)])];

function sheetFiles(draft: SchemeDraft, title: string, { items }: SheetItems): Record<string, RawTree> {
  const { fullMarks } = draft.head;
  const marks = isDecimal(fullMarks) && /[1-9]/.test(fullMarks) ? fullMarks : '100';
  const sheet = {
    id: SHEET,
    title,
    titleEn: draft.head.titleEn.trim() || title,
    fullMarks: marks,
    classes: classesOf(draft),
    columns: ['序号', '考核标准'],
    parts: [{ id: 'sheet', name: '细则得分', nameEn: 'Score of the sheet', weight: marks, quote: `${marks}分` }],
  };
  const digits = `${items.length}`.length;
  const named = items.map((item, index) => {
    const number = `${index + 1}`.padStart(Math.max(2, digits), '0');
    return [`sheets/${SHEET}/${number}-item.yaml`, item] as const;
  });
  return { [`sheets/${SHEET}/sheet.yaml`]: sheet, ...Object.fromEntries(named) };
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

function isDay(day: string): boolean {
  return DATE.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
}

/** True of every scheme made from a document, unless somebody says otherwise. */
function always({ units, head }: SchemeDraft): LeftOut[] {
  return [
    leftOut('composition'),
    leftOut('suppliers'),
    ...(units.length === 0 ? [leftOut('units')] : []),
    ...(head.titleEn.trim() === '' ? [leftOut('english')] : []),
  ];
}
