/** The parts of the total as a scheme states them: the sheet, and a form for each part that raters fill. */
import {
  compare,
  findNumber,
  formatExact,
  getNumber,
  type Rational,
  type RawObject,
  rational,
  type StageId,
  sum,
} from '@kaohe/scoring';
import type { SchemeDraft } from '../draft/draft.js';
import type { DraftForm, DraftPart } from '../draft/draft-frame.js';
import { type Gap, gap } from '../draft/gaps.js';
import { isDecimal } from '../draft/to-rule.js';
import { type LeftOut, leftOut } from './left-out.js';

export interface Composed {
  readonly parts: readonly RawObject[];
  readonly forms: readonly RawObject[];
  /** Stages in which the forms are filled. */
  readonly rated: readonly StageId[];
  readonly gaps: readonly Gap[];
  readonly leftOut: readonly LeftOut[];
  readonly covered: readonly RawObject[];
}

/** `marks`: the full marks of the scheme, of which the parts are shares. */
export function composedOf({ composition }: Pick<SchemeDraft, 'composition'>, marks: string): Composed {
  const whole = { id: 'sheet', name: '细则得分', nameEn: 'Score of the sheet', weight: marks, quote: `${marks}分` };
  const alone = { parts: [whole], forms: [], rated: [], covered: [] };
  if (composition.length === 0) return { ...alone, gaps: [], leftOut: [leftOut('composition')] };
  const untold = composition
    .filter(({ kind }) => kind === 'left-out')
    .map(({ name, weight, quote }) => leftOut('part', { quote: quote || `${name}${weight}%` }));
  const gaps = gapsOf(composition);
  if (gaps.length > 0) return { ...alone, gaps, leftOut: untold };
  const held = composition
    .filter(({ kind }) => kind !== 'left-out')
    .map((part, index) => ({ part, id: part.kind === 'sheet' ? 'sheet' : `part${index + 1}` }));
  const rated = held.filter(({ part }) => part.kind !== 'sheet');
  return {
    parts: held.map((one) => partTree(one, marks)),
    forms: rated.map((one) => formTree(one, marks)),
    rated: [...new Set(rated.map(({ part }) => part.form.stage))],
    gaps,
    leftOut: untold,
    covered: held.flatMap(({ part, id }) => (part.quote === '' ? [] : [{ text: part.quote, covers: `part ${id}` }])),
  };
}

function gapsOf(composition: readonly DraftPart[]): Gap[] {
  const areNumbers = composition.every(({ name, weight }) => name.trim() !== '' && isDecimal(weight));
  const total = sum(composition.flatMap(({ weight }) => findNumber(weight) ?? []));
  const rated = composition.filter(({ kind }) => kind === 'rating' || kind === 'mark');
  const wanted: readonly (readonly [Gap['code'], boolean])[] = [
    ['part-kind', composition.every(({ kind }) => kind !== 'open')],
    ['part-sheet', composition.filter(({ kind }) => kind === 'sheet').length === 1],
    ['part-weight', areNumbers && compare(total, HUNDRED) === 0],
    ['part-form', rated.every(({ form }) => isStated(form))],
    ['part-missing', rated.every(({ form }) => form.missing !== '')],
  ];
  return wanted.flatMap(([code, holds]) => (holds ? [] : [gap(code, 'frame')]));
}

const HUNDRED = rational(100n);
const isCount = (words: string): boolean => /^[1-9]\d{0,2}$/.test(words);

function isStated({ scale, decimals, raters, raterName, coefficient, rounding }: DraftForm): boolean {
  const isFactor = coefficient === '' || (findNumber(coefficient) !== undefined && /^[\d./]{1,25}$/.test(coefficient));
  const areDigits = /^[0-3]$/.test(decimals) && /^[0-3]?$/.test(rounding);
  return isDecimal(scale) && /[1-9]/.test(scale) && isCount(raters) && raterName.trim() !== '' && isFactor && areDigits;
}

interface HeldPart {
  readonly part: DraftPart;
  readonly id: string;
}

/** A share of the full marks. */
function weightOf({ weight }: DraftPart, marks: string): Rational {
  const [share, whole] = [getNumber(weight), getNumber(marks)];
  return rational(share.n * whole.n, share.d * whole.d * 100n);
}

function partTree({ part, id }: HeldPart, marks: string): RawObject {
  const { name, weight, quote, kind } = part;
  const named = name.trim();
  return {
    id,
    name: named,
    nameEn: named,
    weight: formatExact(weightOf(part, marks)),
    ...(kind !== 'sheet' && { form: id }),
    quote: quote || `${named}${weight}%`,
  };
}

function formTree({ part, id }: HeldPart, marks: string): RawObject {
  const { name, quote, weight, form } = part;
  const [named, rater] = [name.trim(), form.raterName.trim()];
  const title = /(?:评价|测评|评议|评分)$/.test(named) ? `${named}表` : `${named}评价表`;
  return {
    id,
    annex: named,
    title,
    titleEn: title,
    scale: form.scale,
    decimals: form.decimals,
    raters: form.raters,
    raterName: rater,
    raterNameEn: rater,
    stage: form.stage,
    post: rater,
    coefficient: form.coefficient || fullBallots(part, marks),
    ...(form.rounding !== '' && { rounding: form.rounding }),
    missing: form.missing || 'plain-sum',
    columns: ['序号', '单位', '分数', '换算分数'],
    notes: [quote || `${named}${weight}%`],
    signature: '签字：',
  };
}

/** With full marks from everybody the part reaches its weight exactly. */
function fullBallots(part: DraftPart, marks: string): string {
  const weight = weightOf(part, marks);
  const most = getNumber(part.form.scale);
  return formatExact(rational(weight.n * most.d, weight.d * most.n * BigInt(part.form.raters)));
}
