/** The fields of each kind of rule: what a form shows, and where in the rule each stands. */
import type { DraftRule, ImportedRule } from '@kaohe/clauses';

export type FieldName =
  | 'amount'
  | 'unit'
  | 'basis'
  | 'count'
  | 'period'
  | 'step'
  | 'from'
  | 'direction'
  | 'partialStep'
  | 'quantity'
  | 'comparison'
  | 'value'
  | 'parts'
  | 'amounts'
  | 'after'
  | 'within'
  | 'beyond'
  | 'line'
  | 'replacing'
  | 'forfeits'
  | 'marks'
  | 'least'
  | 'most'
  | 'plus'
  | 'floor';

export interface RuleField {
  readonly name: FieldName;
  /** In the sentence's rule, or pinned beside it. */
  readonly in: 'said' | 'pinned';
  readonly as: 'text' | 'number' | 'lines' | readonly string[];
  /** Empty: not stated. */
  readonly optional?: true;
}

const said = (name: FieldName, as: RuleField['as'] = 'number'): RuleField => ({ name, in: 'said', as });
const pinned = (name: FieldName, as: RuleField['as'] = 'text'): RuleField => ({ name, in: 'pinned', as });
const open = (field: RuleField): RuleField => ({ ...field, optional: true });

const AMOUNT = said('amount');
const UNIT = said('unit', 'text');

export const FIELDS: Readonly<Record<ImportedRule['kind'], readonly RuleField[]>> = {
  fixed: [AMOUNT],
  'per-unit': [
    AMOUNT,
    UNIT,
    said('basis', ['occurrence', 'missing']),
    open(said('count')),
    open(said('period', ['none', '年', '半年', '季度', '月'])),
  ],
  'per-step': [
    AMOUNT,
    said('step'),
    UNIT,
    open(said('from')),
    said('direction', ['below', 'above']),
    open(said('partialStep', ['none', 'drop', 'round-up', 'prorate'])),
    pinned('quantity'),
  ],
  threshold: [pinned('quantity'), said('comparison', ['<', '<=', '>', '>=']), open(said('value')), open(UNIT), AMOUNT],
  parts: [AMOUNT, said('parts', 'lines')],
  ladder: [],
  'per-event-ladder': [],
  series: [
    said('amounts', 'lines'),
    pinned('unit'),
    open(pinned('after', ['none', 'repeat-last', 'continue', 'nothing'])),
  ],
  piecewise: [
    said('within'),
    said('beyond'),
    pinned('line'),
    pinned('quantity'),
    open(pinned('replacing', ['none', 'no', 'yes'])),
  ],
  forfeit: [said('forfeits', ['clause', 'criterion', 'item', 'sheet']), open(pinned('marks', 'number'))],
  judgement: [said('least'), said('most')],
  formula: [open(pinned('plus', 'number')), open(said('floor'))],
};

export const KINDS = Object.keys(FIELDS) as readonly ImportedRule['kind'][];

type Loose = Readonly<Record<string, unknown>>;

/** What a field holds, as text; several lines where it is a list. */
export function fieldValue({ said: rule, pinned: beside }: DraftRule, { name, in: place }: RuleField): string {
  const loose: Loose = place === 'pinned' ? { ...beside } : { ...rule };
  const required = (loose.required ?? {}) as Loose;
  const slopes = (loose.slopes ?? []) as readonly { readonly amount: string }[];
  const range = (loose.range ?? []) as readonly string[];
  const special: Partial<Record<FieldName, unknown>> = {
    count: required.count,
    period: required.period,
    within: slopes[0]?.amount,
    beyond: slopes[1]?.amount,
    least: range[0],
    most: range[1],
  };
  const value = name in special ? special[name] : loose[name];
  return Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : '';
}

/** The rule with a field changed; an empty one that may be is left out. */
export function withField(rule: DraftRule, field: RuleField, text: string): DraftRule {
  const isOut = field.optional === true && (text === '' || text === 'none');
  const value = field.as === 'lines' ? text.split(/[\n、]/) : text;
  if (field.in === 'pinned') {
    const { [field.name]: _, ...others } = rule.pinned as Loose;
    return { ...rule, pinned: isOut ? others : { ...others, [field.name]: value } };
  }
  const { [field.name]: _, ...others } = rule.said as unknown as Loose;
  const next = nested(rule.said, field.name, text) ?? (isOut ? others : { ...others, [field.name]: value });
  return { ...rule, said: next as unknown as ImportedRule };
}

/** The fields that stand inside a part of the rule. */
function nested(rule: ImportedRule, name: FieldName, text: string): object | undefined {
  if (rule.kind === 'per-unit' && (name === 'count' || name === 'period')) {
    const { required, ...others } = rule;
    const { count = '', period } = required ?? {};
    const next = name === 'count' ? { count: text, period } : { count, period: text === 'none' ? undefined : text };
    if (next.count === '') return others;
    return { ...others, required: { count: next.count, ...(next.period !== undefined && { period: next.period }) } };
  }
  if (rule.kind === 'piecewise' && (name === 'within' || name === 'beyond')) {
    const at = name === 'within' ? 0 : 1;
    return { ...rule, slopes: rule.slopes.map((slope, index) => (index === at ? { ...slope, amount: text } : slope)) };
  }
  if (rule.kind === 'judgement' && (name === 'least' || name === 'most'))
    return { ...rule, range: name === 'least' ? [text, rule.range[1]] : [rule.range[0], text] };
  return undefined;
}

/** A rule of another kind, with the marks of the one before. */
export function ruleOfKind(kind: ImportedRule['kind'], before: DraftRule | null): DraftRule {
  const amount = before && 'amount' in before.said ? before.said.amount : '';
  const effect = before?.said.effect ?? 'deduct';
  const blank: Readonly<Record<ImportedRule['kind'], object>> = {
    fixed: { amount },
    'per-unit': { amount, unit: '次', basis: 'occurrence' },
    'per-step': { amount, step: '1', unit: '%', direction: 'below' },
    threshold: { amount, comparison: '<', value: '', unit: '%' },
    parts: { amount, parts: [] },
    ladder: {
      rungs: [
        { when: '', amount },
        { when: '', amount: '' },
      ],
    },
    'per-event-ladder': {
      rungs: [
        { when: '一般事故', amount },
        { when: '较大事故', amount: '' },
      ],
    },
    series: { amounts: [amount] },
    piecewise: {
      slopes: [
        { when: '界限以内', amount },
        { when: '超出', amount: '' },
      ],
    },
    forfeit: { forfeits: 'item' },
    judgement: { range: ['0', amount] },
    formula: { expression: '数量×分值' },
  };
  const pinnedOf: Partial<Record<ImportedRule['kind'], DraftRule['pinned']>> = {
    piecewise: { line: 'baseline' },
    series: { unit: '次' },
    formula: { terms: [{ name: '', unit: '%', times: '' }] },
  };
  return { said: { kind, effect, ...blank[kind] } as unknown as ImportedRule, pinned: pinnedOf[kind] ?? {} };
}
