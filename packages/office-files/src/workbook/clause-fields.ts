/** The cells of a clause, by the kinds of its rules. A clause that a register feeds has none. */
import type { ClauseProgram, Quantity, Rule } from '@kaohe/scoring';
import type { Field, FieldType, Repeats } from './field.js';

type Of<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;
type Requirement = NonNullable<Of<'per-unit'>['requirements']>[number];

const COUNTED = ['次', '家', '起', '人', '人次', '项', '处', '户', '篇', '件'];

export function clauseFields({ clause, rules, register }: ClauseProgram, repeats: Repeats): Field[] {
  if (register !== undefined) return [];
  const [only] = clause.rules;
  if (only && clause.rules.length === 1) return ruleFields(only, repeats);
  return clause.rules.flatMap((rule, index) => {
    const name = rules[index]?.name ?? '';
    const fields = ruleFields(rule, repeats);
    return fields.map((field) => ({ ...field, path: [name, ...field.path] }));
  });
}

function ruleFields(rule: Rule, repeats: Repeats): Field[] {
  switch (rule.kind) {
    case 'fixed':
      return [{ path: ['breached'], label: '有此情形', type: { kind: 'yes-no' } }];
    case 'per-unit':
      return perUnit(rule, repeats);
    case 'series':
      return [{ path: ['count'], label: `发现几${rule.unit}`, type: { kind: 'count' }, unit: rule.unit }];
    case 'per-step':
    case 'threshold':
      return quantityFields(rule.quantity);
    case 'parts':
      return parts(rule, repeats);
    case 'ladder':
      return ladder(rule);
    case 'piecewise':
      return piecewise(rule);
    case 'judgement':
      return judgement(rule);
    case 'formula':
      return rule.terms.flatMap(({ quantity }) =>
        quantityFields(quantity).map((field) => ({ ...field, path: [quantity.name, ...field.path] })),
      );
    default:
      return []; // per-event-ladder: the accident ledger
  }
}

function perUnit({ requirements, unit, basis }: Of<'per-unit'>, repeats: Repeats): Field[] {
  if (requirements) return requirements.flatMap((one) => requirementFields(one, unit, repeats));
  const label = basis === 'missing' ? `缺几${unit}` : `发现几${unit}`;
  return [{ path: ['count'], label, type: { kind: 'count' }, unit }];
}

const PERIODS: Readonly<Record<Requirement['per'], readonly (readonly [string, string])[]>> = {
  year: [],
  half: [
    ['H1', '上半年'],
    ['H2', '下半年'],
  ],
  quarter: [
    ['Q1', '第一季度'],
    ['Q2', '第二季度'],
    ['Q3', '第三季度'],
    ['Q4', '第四季度'],
  ],
  month: Array.from({ length: 12 }, (_, month) => [`M${month + 1}`, `${month + 1}月`] as const),
};

function requirementFields({ what, count, per, each }: Requirement, unit: string, repeats: Repeats): Field[] {
  const zones = each === 'zone' ? Array.from({ length: repeats.zones }, (_, zone) => zone) : [undefined];
  return zones.flatMap((zone) => {
    const path = ['actual', what, ...(zone === undefined ? [] : [zone])];
    const name = zone === undefined ? what : `${what}${zone + 1}　`;
    const field = { type: { kind: 'count' }, unit } as const;
    const periods = PERIODS[per].map(([key, period]) => ({
      ...field,
      path: [...path, key],
      label: `${name}${period}（应${count}）`,
    }));
    return periods.length > 0 ? periods : [{ ...field, path, label: `${name}全年（应${count}）` }];
  });
}

function parts({ parts: names, occasions }: Of<'parts'>, repeats: Repeats): Field[] {
  if (!occasions) return names.map((part) => ({ path: ['absent'], label: part, type: { kind: 'part', part } }));
  return Array.from({ length: repeats.occasions }, (_, occasion) => ({
    path: ['occasions', occasion, 'absent'],
    label: `第${occasion + 1}次缺哪几项`,
    type: { kind: 'absent', parts: names },
  }));
}

function ladder({ quantity, rungs }: Of<'ladder'>): Field[] {
  const names = rungs.map((rung) => rung.name);
  const label = quantity ? '或者选档次' : '档次';
  const rung: Field = { path: ['rung'], label, type: { kind: 'choice', names } };
  return quantity ? [...quantityFields(quantity), rung] : [rung];
}

/** A ratio by its two numbers, or by its value. */
function quantityFields({ name, numerator, denominator, unit, per, baseline }: Quantity): Field[] {
  const value: Field = { path: ['value'], label: name, type: valueType(unit), unit };
  if (baseline !== undefined) return [{ ...value, type: { kind: 'amount' }, unit: '' }, baselineField(baseline)];
  if (per === undefined) return [value];
  const amount: FieldType = { kind: 'amount' };
  return [
    { path: ['numerator'], label: `${name}：${numerator ?? '分子'}`, type: amount },
    { path: ['denominator'], label: `${name}：${denominator ?? '分母'}`, type: amount },
    { ...value, label: `或者直接填${name}` },
  ];
}

function valueType(unit: string): FieldType {
  if (unit === '%') return { kind: 'percent' };
  return COUNTED.includes(unit) ? { kind: 'count' } : { kind: 'amount' };
}

function baselineField(baseline: string): Field {
  return { path: ['baseline'], label: baseline, type: { kind: 'amount' } };
}

function piecewise({ quantity, slopes }: Of<'piecewise'>): Field[] {
  const { name, unit, baseline = '界限' } = quantity;
  const count: Field = { path: ['count'], label: name, type: { kind: 'count' }, unit };
  return slopes[0].upTo === 'baseline' ? [count, baselineField(baseline)] : [count];
}

function judgement({ range: [least, most], effect }: Of<'judgement'>): Field[] {
  const label = `${effect === 'award' ? '评分' : '扣分'}（${least}—${most}）`;
  return [
    { path: ['mark'], label, type: { kind: 'amount', least, most }, unit: '分' },
    { path: ['reason'], label: '理由（必填）', type: { kind: 'text' } },
  ];
}
