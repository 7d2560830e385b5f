/** A rule of the draft → the rule of a scheme, or what it still lacks. Nothing is filled in that nobody stated. */
import type { Quantity, Rule } from '@kaohe/scoring';
import type { Effect, ImportedRule, PerStepImport, PerUnitImport, ThresholdImport } from '../imported.js';
import type { DraftRule, DraftTerm, Pinned } from './draft.js';
import type { RuleGap } from './gaps.js';

export type ToRule = { readonly rule: Rule } | { readonly gaps: readonly RuleGap[] };

const DECIMAL = /^\d{1,12}(?:\.\d{1,12})?$/;
const SIGNED = /^-?\d{1,12}(?:\.\d{1,12})?$/;
const PERIODS: Readonly<Record<string, 'year' | 'half' | 'quarter' | 'month'>> = {
  年: 'year',
  半年: 'half',
  季度: 'quarter',
  季: 'quarter',
  月: 'month',
};

export const isDecimal = (value: string | undefined): value is string => value !== undefined && DECIMAL.test(value);
const isAbove = (value: string): boolean => isDecimal(value) && /[1-9]/.test(value);
const numbers = (values: readonly (string | undefined)[]): RuleGap[] => (values.every(isDecimal) ? [] : ['number']);
const awarding = (effect: Effect) => (effect === 'award' ? { effect } : {});
const lacking = (gaps: readonly RuleGap[], rule: () => Rule): ToRule => (gaps.length > 0 ? { gaps } : { rule: rule() });

export function toRule({ said, pinned }: DraftRule): ToRule {
  const made = ofKind(said, pinned);
  if (said.cap === undefined || said.capScope === 'group') return made;
  if (!isDecimal(said.cap)) return { gaps: [...('gaps' in made ? made.gaps : []), 'number'] };
  return 'gaps' in made ? made : { rule: { ...made.rule, cap: said.cap } };
}

function ofKind(said: ImportedRule, pinned: Pinned): ToRule {
  const effect = awarding(said.effect);
  switch (said.kind) {
    case 'fixed':
      return lacking(numbers([said.amount]), () => ({ kind: 'fixed', ...effect, amount: said.amount }));
    case 'per-unit':
      return perUnit(said);
    case 'per-step':
      return perStep(said, pinned);
    case 'threshold':
      return threshold(said, pinned);
    case 'parts': {
      const parts = said.parts.map((part) => part.trim());
      const isList = parts.length > 0 && !parts.includes('') && new Set(parts).size === parts.length;
      const gaps: RuleGap[] = [...numbers([said.amount]), ...(isList ? [] : (['parts'] as const))];
      return lacking(gaps, () => ({ kind: 'parts', ...effect, amount: said.amount, parts }));
    }
    case 'ladder':
      return lacking(rungGaps(said.rungs), () => ({
        kind: 'ladder',
        rungs: named(said.rungs).map(({ name, amount }) => ({ name, ...effect, amount })),
      }));
    case 'per-event-ladder':
      return perEvent(said, pinned);
    case 'series': {
      const gaps: RuleGap[] = numbers(said.amounts.length === 0 ? [undefined] : said.amounts);
      const { after, unit = '次' } = pinned;
      if (after === undefined || (after === 'continue' && said.amounts.length < 2)) gaps.push('after-last');
      return lacking(gaps, () => ({
        kind: 'series',
        ...effect,
        unit,
        amounts: said.amounts,
        after: after ?? 'nothing',
      }));
    }
    case 'piecewise':
      return piecewise(said, pinned);
    case 'forfeit':
      return forfeit(said, pinned);
    case 'judgement':
      return lacking(numbers(said.range), () => ({ kind: 'judgement', ...effect, range: said.range }));
    case 'formula':
      return formula(said, pinned);
  }
}

function perUnit({ effect, amount, unit, basis, required }: PerUnitImport): ToRule {
  const gaps: RuleGap[] = [...numbers([amount]), ...(unit.trim() === '' ? (['name'] as const) : [])];
  const per = PERIODS[required?.period ?? '年'];
  // A frequency by a period the scheme does not know (每旬): what is missing is counted by hand.
  const counted =
    basis === 'missing' && required !== undefined && per !== undefined && /^\d{1,6}$/.test(required.count);
  return lacking(gaps, () => ({
    kind: 'per-unit',
    ...awarding(effect),
    amount,
    unit,
    basis,
    ...(counted && {
      periods: 'per-period' as const,
      requirements: [{ what: `应有${unit}数`, count: required.count, per }],
    }),
  }));
}

/** A percentage is a share; anything else is counted in its own unit. */
function quantityOf(name: string | undefined, unit: string): Quantity {
  const named = name?.trim() || '测量值';
  return /%|百分点/.test(unit) ? { name: named, unit: '%', per: '100' } : { name: named, unit: unit || '数值' };
}

/** Without a target in the sentence, what is observed is how far the unit lies from it. */
function perStep({ effect, amount, step, unit, from, direction, partialStep }: PerStepImport, pinned: Pinned): ToRule {
  const gaps: RuleGap[] = numbers([amount, ...(from === undefined ? [] : [from])]);
  if (!isAbove(step)) gaps.push('number');
  if (partialStep === undefined) gaps.push('partial-step');
  const known = { kind: 'per-step', ...awarding(effect), amount, step, partialStep: partialStep ?? 'drop' } as const;
  const distance = { name: direction === 'below' ? '低于目标的差额' : '超出目标的差额', unit: unit || '数值' };
  return lacking(gaps, () =>
    from === undefined
      ? { ...known, quantity: distance, from: '0', direction: 'above' }
      : { ...known, quantity: quantityOf(pinned.quantity, unit), from, direction },
  );
}

function threshold({ effect, amount, comparison, value, unit }: ThresholdImport, pinned: Pinned): ToRule {
  const quantity = quantityOf(pinned.quantity, unit ?? '');
  return lacking(numbers([amount, value]), () => ({
    kind: 'threshold',
    ...awarding(effect),
    quantity,
    comparison,
    value: value ?? '0',
    amount,
  }));
}

interface Rungs {
  readonly when: string;
  readonly amount: string;
}

const rungGaps = (rungs: readonly Rungs[]): RuleGap[] => [
  ...numbers(rungs.length === 0 ? [undefined] : rungs.map(({ amount }) => amount)),
  ...(rungs.some(({ when }) => when.trim() === '') ? (['name'] as const) : []),
];

/** Two rungs with one name are told apart by their number. */
function named(rungs: readonly Rungs[]): { readonly name: string; readonly amount: string }[] {
  const names = rungs.map(({ when }) => when.trim());
  return rungs.map(({ amount }, index) => {
    const name = names[index] ?? '';
    return { amount, name: names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}（${index + 1}）` };
  });
}

/** By the accident ledger where every rung is one of its levels; else each rung is counted and costs its amount. */
function perEvent(said: Extract<ImportedRule, { kind: 'per-event-ladder' }>, { levels }: Pinned): ToRule {
  const effect = awarding(said.effect);
  const isByLevel = levels !== undefined && said.rungs.every((_, index) => (levels[index] ?? []).length > 0);
  return lacking(rungGaps(said.rungs), () =>
    isByLevel
      ? {
          kind: 'per-event-ladder',
          register: 'accidents',
          rungs: said.rungs.map(({ amount }, index) => ({ levels: levels[index] ?? [], ...effect, amount })),
        }
      : {
          kind: 'formula',
          ...effect,
          terms: named(said.rungs).map(({ name, amount }) => ({ quantity: { name, unit: '起' }, times: amount })),
        },
  );
}

function piecewise(said: Extract<ImportedRule, { kind: 'piecewise' }>, pinned: Pinned): ToRule {
  const [within, beyond] = said.slopes;
  const { line = '', replacing } = pinned;
  const gaps: RuleGap[] = numbers([within?.amount, beyond?.amount]);
  if (said.slopes.length !== 2) gaps.push('terms');
  if (line !== 'baseline' && !isDecimal(line)) gaps.push('line');
  if (replacing === undefined) gaps.push('replacing');
  const quantity = {
    name: pinned.quantity?.trim() || '发生数',
    unit: within?.unit ?? '起',
    ...(line === 'baseline' && { baseline: '文件规定的基数' }),
  };
  return lacking(gaps, () => ({
    kind: 'piecewise',
    ...awarding(said.effect),
    quantity,
    slopes: [{ amount: within?.amount ?? '0', upTo: line }, { amount: beyond?.amount ?? '0' }],
    replacing: replacing ?? 'no',
  }));
}

/** The scheme knows the forfeit of an item; a row or sentence loses the marks it is worth. */
function forfeit({ forfeits }: Extract<ImportedRule, { kind: 'forfeit' }>, { marks }: Pinned): ToRule {
  if (forfeits === 'sheet') return { gaps: ['sheet-forfeit'] };
  if (forfeits === 'item') return { rule: { kind: 'fixed', forfeits: 'item' } };
  return isDecimal(marks) ? { rule: { kind: 'fixed', amount: marks } } : { gaps: ['marks'] };
}

function formula(said: Extract<ImportedRule, { kind: 'formula' }>, { terms = [], plus }: Pinned): ToRule {
  const names = terms.map(({ name }) => name.trim());
  const isSum = terms.length > 0 && !names.includes('') && new Set(names).size === names.length;
  const gaps: RuleGap[] = isSum ? [] : ['terms'];
  const stated = [plus, said.floor].filter((one) => one !== undefined && one !== '');
  gaps.push(...numbers(stated));
  if (!terms.every(({ times }) => SIGNED.test(times))) gaps.push('number');
  return lacking(gaps, () => ({
    kind: 'formula',
    ...awarding(said.effect),
    terms: terms.map((term) => ({ quantity: termQuantity(term), times: term.times })),
    ...(plus !== undefined && plus !== '' && { plus }),
    ...(said.floor !== undefined && said.floor !== '' && { floor: said.floor }),
  }));
}

function termQuantity({ name, unit, numerator, denominator }: DraftTerm): Quantity {
  const sides = { ...(numerator !== undefined && { numerator }), ...(denominator !== undefined && { denominator }) };
  const ratio = unit === '%' ? { per: '100' } : numerator !== undefined ? { per: '1' } : {};
  return { name: name.trim(), unit: unit.trim() || '个', ...sides, ...ratio };
}
