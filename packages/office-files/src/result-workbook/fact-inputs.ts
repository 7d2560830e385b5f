/** The cells that hold the facts of a clause: one for each number a person may state of its rules, named by a key. */
import { formatExact, type Measured, type Observation, type Quantity, type Rational, type Rule } from '@kaohe/scoring';

export const NOT_APPLICABLE = '不适用';

export interface FactInput {
  /** Within the rule. */
  readonly key: string;
  readonly label: string;
  /** What the unit's observation says: decimal text; undefined where it says nothing. */
  readonly read: (observation: Observation) => string | undefined;
  /** Whether only whole numbers are meant. */
  readonly whole: boolean;
}

type Of<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;
export type PerUnitRule = Of<'per-unit'>;
export type Requirement = NonNullable<PerUnitRule['requirements']>[number];

/** The inputs of a rule; none where a register feeds it. `zones` is how many zones there is room for. */
export function factInputs(rule: Rule, zones: number): FactInput[] {
  switch (rule.kind) {
    case 'fixed':
      return [
        yesNo('breached', '有此情形（1是，0否）', (seen) => (seen.kind === 'breached' ? seen.breached : undefined)),
      ];
    case 'per-unit':
      if (rule.register !== undefined) return [];
      return rule.requirements ? requirementInputs(rule.requirements, zones) : [count(rule.unit)];
    case 'per-step':
      return quantityInputs(rule.quantity, ownQuantity);
    case 'threshold':
      return rule.register === undefined ? quantityInputs(rule.quantity, ownQuantity) : [];
    case 'parts':
      return partsInputs(rule);
    case 'ladder':
      return ladderInputs(rule);
    case 'per-event-ladder':
      return [];
    case 'series':
      return [count(rule.unit)];
    case 'piecewise':
      return piecewiseInputs(rule);
    case 'judgement':
      return [decimal('mark', '评分', (seen) => (seen.kind === 'mark' ? seen.mark : undefined))];
    default:
      return rule.terms.flatMap(({ quantity }, index) => termInputs(quantity, index));
  }
}

type Read<T> = (observation: Observation) => T | undefined;

function yesNo(key: string, label: string, read: Read<boolean>): FactInput {
  const number: Read<string> = (seen) => {
    const found = read(seen);
    return found === undefined ? undefined : found ? '1' : '0';
  };
  return { key, label, read: number, whole: true };
}

function counted(key: string, label: string, read: Read<bigint>): FactInput {
  return { key, label, read: (seen) => read(seen)?.toString(), whole: true };
}

function decimal(key: string, label: string, read: Read<Rational>): FactInput {
  const number: Read<string> = (seen) => {
    const found = read(seen);
    return found && formatExact(found);
  };
  return { key, label, read: number, whole: false };
}

const count = (unit: string): FactInput =>
  counted('count', `数量（${unit}）`, (seen) => (seen.kind === 'count' ? seen.count : undefined));

const ownQuantity: Read<Measured> = (seen) => (seen.kind === 'quantity' ? seen.quantity : undefined);

/** The inputs of a measured quantity. */
export function quantityInputs(quantity: Quantity, read: Read<Measured>, prefix = ''): FactInput[] {
  const { name, unit, numerator, denominator, baseline, per } = quantity;
  const value = decimal(`${prefix}value`, `${name}（${unit}）`, (seen) => {
    const measured = read(seen);
    return measured && measured.kind !== 'ratio' ? measured.value : undefined;
  });
  if (baseline !== undefined) {
    const against = decimal(`${prefix}baseline`, baseline, (seen) => {
      const measured = read(seen);
      return measured?.kind === 'compared' ? measured.baseline : undefined;
    });
    return [{ ...value, label: name }, against];
  }
  if (per === undefined) return [value];
  const end = (key: 'numerator' | 'denominator', label: string) =>
    decimal(`${prefix}${key}`, label, (seen) => {
      const measured = read(seen);
      return measured?.kind === 'ratio' ? measured[key] : undefined;
    });
  return [
    end('numerator', `${name}：${numerator ?? '分子'}`),
    end('denominator', `${name}：${denominator ?? '分母'}`),
    { ...value, label: `${name}：或直接填数值（${unit}）` },
  ];
}

export const termPrefix = (index: number) => `${index + 1}.`;

function termInputs(quantity: Quantity, index: number): FactInput[] {
  const read: Read<Measured> = (seen) => (seen.kind === 'terms' ? seen.values.get(quantity.name) : undefined);
  return quantityInputs(quantity, read, termPrefix(index));
}

function partsInputs({ parts, occasions }: Of<'parts'>): FactInput[] {
  const unknown = yesNo('unknown', '有缺项，没有写明哪几项（1是，0没有）', (seen) =>
    seen.kind === 'breached' ? seen.breached : undefined,
  );
  if (occasions) {
    const absent = counted('absent', '各次缺项合计', (seen) =>
      seen.kind === 'absent' ? BigInt(seen.occasions.flat().length) : undefined,
    );
    return [absent, unknown];
  }
  const each = parts.map((part, index) =>
    yesNo(partKey(index), `${part}（1缺，0有）`, (seen) =>
      seen.kind === 'absent' ? seen.occasions.flat().includes(part) : undefined,
    ),
  );
  return [...each, unknown];
}

export const partKey = (index: number) => `part${index + 1}`;

function ladderInputs({ quantity, rungs }: Of<'ladder'>): FactInput[] {
  const names = rungs.map(({ name }, index) => `${index + 1}${name}`).join('，');
  const rung: FactInput = {
    key: 'rung',
    label: `档次（${names}）`,
    read: (seen) => (seen.kind === 'rung' ? `${rungs.findIndex(({ name }) => name === seen.rung) + 1}` : undefined),
    whole: true,
  };
  return quantity ? [...quantityInputs(quantity, ownQuantity), rung] : [rung];
}

function piecewiseInputs({ quantity, slopes }: Of<'piecewise'>): FactInput[] {
  const { name, unit, baseline } = quantity;
  const own = counted('count', `${name}（${unit}）`, (seen) => (seen.kind === 'against' ? seen.count : undefined));
  if (slopes[0].upTo !== 'baseline') return [own];
  const line = decimal('baseline', baseline ?? '界限', (seen) => (seen.kind === 'against' ? seen.line : undefined));
  return [own, line];
}

/** The periods of a requirement, as FACTS name them; none where it is yearly. */
export const PERIODS: Readonly<Record<Requirement['per'], readonly string[]>> = {
  year: [],
  half: ['H1', 'H2'],
  quarter: ['Q1', 'Q2', 'Q3', 'Q4'],
  month: Array.from({ length: 12 }, (_, month) => `M${month + 1}`),
};
const PERIOD_WORDS: Readonly<Record<string, string>> = { H1: '上半年', H2: '下半年' };

function periodWord(period: string): string {
  const number = period.slice(1);
  return PERIOD_WORDS[period] ?? (period.startsWith('Q') ? `第${number}季度` : `${number}月`);
}

export const requirementKey = (index: number, zone?: number) =>
  zone === undefined ? `${index + 1}` : `${index + 1}z${zone + 1}`;

type Counts = bigint | ReadonlyMap<string, bigint>;
const isZones = (counts: Counts | readonly Counts[]): counts is readonly Counts[] => Array.isArray(counts);

function requirementInputs(requirements: readonly Requirement[], zones: number): FactInput[] {
  return requirements.flatMap((requirement, index) => {
    const actual: Read<Counts | readonly Counts[]> = (seen) =>
      seen.kind === 'actual' ? seen.actual.get(requirement.what) : undefined;
    if (requirement.each !== 'zone') {
      const plain: Read<Counts> = (seen) => {
        const found = actual(seen);
        return found === undefined || isZones(found) ? undefined : found;
      };
      return countsInputs(requirement, { key: requirementKey(index), label: requirement.what, read: plain });
    }
    const number = counted(`${requirementKey(index)}zones`, `${requirement.what}：有几个`, (seen) => {
      const found = actual(seen);
      return found !== undefined && isZones(found) ? BigInt(found.length) : undefined;
    });
    const each = Array.from({ length: zones }, (_, zone) => {
      const read: Read<Counts> = (seen) => {
        const found = actual(seen);
        return found !== undefined && isZones(found) ? found[zone] : undefined;
      };
      const label = `${requirement.what}（第${zone + 1}个）`;
      return countsInputs(requirement, { key: requirementKey(index, zone), label, read });
    });
    return [number, ...each.flat()];
  });
}

function countsInputs(
  { per }: Requirement,
  { key, label, read }: { readonly key: string; readonly label: string; readonly read: Read<Counts> },
): FactInput[] {
  const year = counted(`${key}Y`, `${label}：全年次数`, (seen) => {
    const found = read(seen);
    return typeof found === 'bigint' ? found : undefined;
  });
  const periods = PERIODS[per].map((period) =>
    counted(`${key}${period}`, `${label}：${periodWord(period)}`, (seen) => {
      const found = read(seen);
      return typeof found === 'object' ? found.get(period) : undefined;
    }),
  );
  return [year, ...periods];
}

/** How many zones the facts state at most in a clause. */
export function statedZones(observation: Observation | undefined): number {
  if (observation?.kind !== 'actual') return 0;
  return Math.max(0, ...[...observation.actual.values()].map((counts) => (isZones(counts) ? counts.length : 0)));
}
