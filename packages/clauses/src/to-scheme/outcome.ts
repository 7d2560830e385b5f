/** Bonus, vetoes and grade bands of a draft as the scheme file states them, with what it cannot state. */
import type { RawObject, RawTree } from '@kaohe/scoring';
import type { DraftBand, DraftClause, DraftCondition, DraftVeto, SchemeDraft } from '../draft/draft.js';
import { type Gap, gap } from '../draft/gaps.js';
import { stateOf } from '../draft/state.js';
import { isDecimal } from '../draft/to-rule.js';
import { callersOf, isWhole } from '../draft/veto-conditions.js';
import { type LeftOut, leftOut } from './left-out.js';

export interface Converted<Tree> {
  readonly tree: Tree;
  readonly gaps: readonly Gap[];
  readonly leftOut: readonly LeftOut[];
  /** Sentences outside the sheet's rows, for coverage.yaml. */
  readonly covered: readonly RawObject[];
}

const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/国家|全国|中央|国务院|部委/, 'nation'],
  [/省/, 'province'],
  [/市/, 'city'],
  [/县|区/, 'county'],
];

export function bonusOf({ cap, highestOnly, withinFullMarks, clauses }: SchemeDraft['bonus']): Converted<RawObject> {
  const each = clauses.map((clause, index) => kindOf(clause, `b${index + 1}`));
  const kinds = each.flatMap(({ tree }) => tree);
  const hasCap = isDecimal(cap);
  return {
    tree: {
      base: 'composite',
      ...(withinFullMarks && { ceiling: 'full-marks' }),
      cap: hasCap ? cap : '0',
      ...(highestOnly && { perDeed: 'highest-only' }),
      quote: clauses[0]?.quote ?? '文件没有加分',
      kinds,
    },
    gaps: [...each.flatMap(({ gaps }) => gaps), ...(kinds.length > 0 && !hasCap ? [gap('bonus-cap')] : [])],
    leftOut: each.flatMap((one) => one.leftOut),
    covered: each.flatMap(({ covered }) => covered),
  };
}

function kindOf(clause: DraftClause, kind: string): Converted<RawObject[]> {
  const { key, quote, rule } = clause;
  const state = stateOf(clause);
  if (state.kind === 'not-scoring' || state.kind === 'left-out')
    return { tree: [], gaps: [], leftOut: [leftOut(state.kind, { key, quote })], covered: [unscored(quote)] };
  if (state.kind === 'open')
    return { tree: [], gaps: state.gaps.map((code) => gap(code, key)), leftOut: [], covered: [] };
  const points = pointsOf(rule?.said);
  if (points === undefined) return { tree: [], gaps: [gap('bonus-rule', key)], leftOut: [], covered: [] };
  const name = quote.replace(/\s/g, '').slice(0, 40);
  return {
    tree: [{ kind, name, nameEn: name, quote, ...points }],
    gaps: [],
    leftOut: [
      ...(rule?.said.cap === undefined ? [] : [leftOut('bonus-cap', { key, quote })]),
      ...('judgement' in points ? [leftOut('bonus-range', { key, quote })] : []),
    ],
    covered: [{ text: quote, covers: `bonus ${kind}` }],
  };
}

type Said = NonNullable<DraftClause['rule']>['said'];

function pointsOf(said: Said | undefined): RawObject | undefined {
  if (said === undefined || said.effect !== 'award') return undefined;
  if (said.kind === 'fixed' || said.kind === 'per-unit') return { amount: said.amount };
  if (said.kind === 'judgement') return { judgement: 'yes' };
  if (said.kind !== 'ladder') return undefined;
  const named = said.rungs.map(({ when }) => LEVELS.find(([word]) => word.test(when))?.[1] ?? when.trim());
  const names = new Set(named).size === named.length ? named : said.rungs.map(({ when }) => when.trim());
  return { levels: Object.fromEntries(said.rungs.map(({ amount }, index) => [names[index] ?? '', amount])) };
}

const unscored = (quote: string): RawObject => ({ text: quote, notScoring: '导入时由人确认' });

export function vetoesOf(vetoes: readonly DraftVeto[]): Converted<RawObject[]> {
  const each = vetoes.map((veto, index) => vetoOf(veto, index + 1));
  return {
    tree: each.flatMap(({ tree }) => tree),
    gaps: each.flatMap(({ gaps }) => gaps),
    leftOut: each.flatMap((one) => one.leftOut),
    covered: each.flatMap(({ covered }) => covered),
  };
}

function vetoOf({ quote, effect, when, decision }: DraftVeto, number: number): Converted<RawObject[]> {
  const key = `veto-${number}`;
  if (decision === 'not-scoring' || decision === 'left-out')
    return { tree: [], gaps: [], leftOut: [leftOut(decision, { key, quote })], covered: [unscored(quote)] };
  const condition = isWhole(when) ? conditionTree(when) : undefined;
  if (condition === undefined || decision === 'open')
    return { tree: [], gaps: [gap(condition === undefined ? 'veto' : 'undecided', key)], leftOut: [], covered: [] };
  const name = quote.replace(/\s/g, '').slice(0, 30);
  const fails = effect === 'fail-grade';
  return {
    tree: [{ id: `v${number}`, name, nameEn: name, quote, when: condition, effect: fails ? 'grade-fail' : 'flag' }],
    gaps: [],
    leftOut: fails ? [] : [leftOut('veto-effect', { key, quote })],
    covered: [{ text: quote, covers: `veto v${number}` }],
  };
}

function conditionTree(when: DraftCondition): RawObject {
  if (when.kind === 'score-below') return { ...when, of: 'composite' };
  return when.kind === 'accidents' ? { ...when } : { ...when, by: callersOf(when.by) };
}

export function bandsOf(bands: readonly DraftBand[]): Converted<RawTree[]> {
  const last = bands.length - 1;
  const falls = bands.every(({ from }, index) => {
    const above = bands[index - 1];
    const isEnd = from === '' ? index === last : isDecimal(from);
    return isEnd && (above === undefined || from === '' || Number(from) < Number(above.from));
  });
  const isNamed =
    bands.every(({ grade }) => grade.trim() !== '') && new Set(bands.map(({ grade }) => grade)).size === bands.length;
  if (!falls || !isNamed) return { tree: [], gaps: [gap('bands')], leftOut: [], covered: [] };
  const quoted = bands.map((band) => ({ ...band, quote: band.quote.trim() || band.grade }));
  return {
    tree: quoted.map(({ grade, from, quote }) => ({ grade, gradeEn: grade, ...(from !== '' && { from }), quote })),
    gaps: bands.flatMap(({ decision }, index) => (decision === 'open' ? [gap('undecided', `band-${index + 1}`)] : [])),
    leftOut: [],
    covered: quoted.map(({ grade, quote }) => ({ text: quote, covers: `grade-band ${grade}` })),
  };
}
