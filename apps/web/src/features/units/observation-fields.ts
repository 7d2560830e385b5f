/** Which fields an observation of a clause has, by the kind of its rules, and the observation that filled fields make. FACTS' shape: docs/scheme-files.md. */
import { type Clause, isRawObject, type RawObject, type RawTree, type Rule } from '@kaohe/scoring';
import type { TFunction } from 'i18next';

export interface Field {
  /** Where the value stands in the observation. */
  readonly path: readonly string[];
  readonly label: string;
  readonly kind: 'yes-no' | 'number' | 'text' | 'choice' | 'several' | 'list';
  readonly options?: readonly string[];
}

type RequirementRule = Extract<Rule, { kind: 'per-unit' }>;
type Quantity = Extract<Rule, { kind: 'threshold' }>['quantity'];

const PERIODS = { half: ['H1', 'H2'], quarter: ['Q1', 'Q2', 'Q3', 'Q4'] } as const;

interface Asking {
  readonly t: TFunction;
  /** What the facts state now. */
  readonly stated: RawObject;
}

/** The fields of a clause; none where a register decides it. */
export function fieldsOf({ rules }: Clause, asking: Asking): Field[] {
  const [only, ...others] = rules;
  if (!only) return [];
  if (others.length === 0) return fieldsOfRule(only, asking);
  return rules.flatMap((rule) => {
    const name = 'quantity' in rule ? (rule.quantity?.name ?? '') : '';
    return fieldsOfRule(rule, asking).map((field) => ({ ...field, path: [name, ...field.path] }));
  });
}

function fieldsOfRule(rule: Rule, { t, stated }: Asking): Field[] {
  if ('register' in rule && rule.register !== undefined) return [];
  switch (rule.kind) {
    case 'fixed':
      return [{ path: ['breached'], label: t('trial.found'), kind: 'yes-no' }];
    case 'per-unit':
      return rule.requirements ? requirementFields(rule, { t, stated }) : [countField(rule.unit, t)];
    case 'series':
      return [countField(rule.unit, t)];
    case 'parts':
      return partsFields(rule.parts, rule.occasions === 'each', { t, stated });
    case 'ladder':
      if (rule.quantity) return quantityFields(rule.quantity, t);
      return [{ path: ['rung'], label: t('trial.rung'), kind: 'choice', options: rule.rungs.map(({ name }) => name) }];
    case 'per-step':
    case 'threshold':
      return quantityFields(rule.quantity, t);
    case 'piecewise': {
      const counted: Field = { path: ['count'], label: valueLabel(rule.quantity, t), kind: 'number' };
      return rule.slopes[0].upTo === 'baseline' ? [counted, baselineField(rule.quantity, t)] : [counted];
    }
    case 'judgement': {
      const [least, most] = rule.range;
      return [
        { path: ['mark'], label: t('trial.mark', { least, most }), kind: 'number' },
        { path: ['reason'], label: t('trial.reason'), kind: 'text' },
      ];
    }
    case 'formula':
      return rule.terms.flatMap(({ quantity }) =>
        quantityFields(quantity, t).map((field) => ({ ...field, path: [quantity.name, ...field.path] })),
      );
    default:
      return [];
  }
}

function countField(unit: string, t: TFunction): Field {
  return { path: ['count'], label: t('trial.count', { unit }), kind: 'number' };
}

function valueLabel({ name, unit }: Quantity, t: TFunction): string {
  return t('trial.value', { name, unit });
}

function baselineField({ baseline }: Quantity, t: TFunction): Field {
  return { path: ['baseline'], label: baseline ?? t('trial.baseline'), kind: 'number' };
}

/** A value; the two numbers of a ratio; or a value and what it is compared with. */
function quantityFields(quantity: Quantity, t: TFunction): Field[] {
  const { name, numerator, denominator, per, baseline } = quantity;
  if (baseline !== undefined) return [{ path: ['value'], label: name, kind: 'number' }, baselineField(quantity, t)];
  if (per === undefined) return [{ path: ['value'], label: valueLabel(quantity, t), kind: 'number' }];
  return [
    { path: ['numerator'], label: `${name} ${numerator ?? t('trial.numerator')}`, kind: 'number' },
    { path: ['denominator'], label: denominator ?? t('trial.denominator'), kind: 'number' },
  ];
}

/** One field a period where the periods are few and no yearly number was stated; one a list of zones; else the year. */
function requirementFields({ requirements = [] }: RequirementRule, { t, stated }: Asking): Field[] {
  return requirements.flatMap(({ what, per, each }): Field[] => {
    if (each === 'zone') return [{ path: ['actual', what], label: t('trial.byZone', { what }), kind: 'list' }];
    const now = valueAt(stated, ['actual', what]);
    if ((per === 'half' || per === 'quarter') && typeof now !== 'string')
      return PERIODS[per].map((period) => ({
        path: ['actual', what, period],
        label: `${what} ${period}`,
        kind: 'number',
      }));
    return [{ path: ['actual', what], label: t('trial.byYear', { what }), kind: 'number' }];
  });
}

function partsFields(parts: readonly string[], each: boolean, { t, stated }: Asking): Field[] {
  const field = { label: t('trial.absent'), kind: 'several', options: parts } as const;
  if (!each) return [{ ...field, path: ['absent'] }];
  const occasions = valueAt(stated, ['occasions']);
  const count = Array.isArray(occasions) ? Math.max(1, occasions.length) : 1;
  return Array.from({ length: count }, (_, index) => ({
    ...field,
    label: count > 1 ? `${field.label} ${index + 1}` : field.label,
    path: ['occasions', String(index), 'absent'],
  }));
}

/** What stands at a place of an observation. */
export function valueAt(tree: RawTree | undefined, path: readonly string[]): RawTree | undefined {
  return path.reduce<RawTree | undefined>((at, key) => {
    if (isRawObject(at)) return at[key];
    return typeof at === 'object' ? at[Number(key)] : undefined;
  }, tree);
}

/** The stated observation with the filled fields in place; what was never touched stays. A field left empty is not stated. */
export function observationOf(stated: RawObject, filled: ReadonlyMap<Field, RawTree>): RawObject {
  const { note: _note, evidence: _evidence, notApplicable, reason, ...rest } = stated;
  const kept = notApplicable === undefined && reason !== undefined ? { ...rest, reason } : rest;
  const entries = [...filled];
  const made = entries.reduce<RawTree>((tree, [{ path }, value]) => put(tree, path, value), kept);
  return isRawObject(made) ? made : {};
}

function put(tree: RawTree | undefined, path: readonly string[], value: RawTree): RawTree {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (/^\d+$/.test(key)) {
    const list = Array.isArray(tree) ? [...(tree as readonly RawTree[])] : [];
    list[Number(key)] = put(list[Number(key)], rest, value);
    return list;
  }
  const { [key]: before, ...others } = isRawObject(tree) ? tree : {};
  if (rest.length === 0 && value === '') return others;
  return { ...others, [key]: put(before, rest, value) };
}
