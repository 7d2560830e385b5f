/** Accidents, talks and bonus points of a question, as the entries a register would hold. */
import {
  type Program,
  type RawObject,
  type RawTree,
  SEVERITIES,
  type Severity,
  type SheetProgram,
  type Text,
  text,
  whereabouts,
} from '@kaohe/scoring';

export type Refusal = { readonly refused: Text };
export const refuse = (zh: string, en: string): Refusal => ({ refused: text(zh, en) });

const DEATHS: Readonly<Record<Severity, string>> = {
  ordinary: '1',
  'relatively-serious': '3',
  serious: '10',
  'particularly-serious': '30',
};
/** More than anybody asks about, and few enough to write down. */
const MOST = 200;

function countOf(value: RawTree): number | undefined {
  return typeof value === 'string' && /^\d{1,3}$/.test(value) && Number(value) <= MOST ? Number(value) : undefined;
}

const refuseCount = (path: string): Refusal =>
  refuse(`${path} 要写 0 到 ${MOST} 的整数`, `${path} takes a whole number from 0 to ${MOST}`);

/** `accidents.<level>[.responsible]=n`, or `accidents=none`: lines of the ledger, numbered on from those before. */
export function ledgerLines(
  program: Program,
  { path, value }: { readonly path: string; readonly value: RawTree },
  {
    unit,
    class: unitClass,
    from,
  }: { readonly unit: string; readonly class: RawTree | undefined; readonly from: number },
): RawObject[] | Refusal {
  if (path === 'accidents' && (value === 'none' || value === '0')) return [];
  const [, level = '', responsible] = path.split('.');
  const severity = SEVERITIES.find((one) => one === level);
  if (!severity || (responsible !== undefined && responsible !== 'responsible')) {
    const known = SEVERITIES.map((one) => `accidents.${one}`).join('、');
    return refuse(
      `没有“${path}”。有：${known}，各可加 .responsible`,
      `There is no “${path}”. There are: ${known}, each with or without .responsible`,
    );
  }
  const count = countOf(value);
  if (count === undefined) return refuseCount(path);
  return Array.from({ length: count }, (_, index) => ({
    id: `A-${from + index + 1}`,
    on: program.scheme.period.from,
    ...whereabouts(program, unit, unitClass),
    deaths: DEATHS[severity],
    seriousInjuries: '0',
    directEconomicLossYuan: '0',
    responsible: `${responsible !== undefined}`,
  }));
}

/** `talks=n`: held by the first whose talks count on the sheet, in the scheme's vetoes or in its awards. */
export function talksHeld({ scheme }: Program, { items }: SheetProgram, value: RawTree): RawTree | Refusal {
  if (typeof value !== 'string') return value;
  const count = value === 'none' ? 0 : countOf(value);
  if (count === undefined) return refuseCount('talks');
  const rules = items.flatMap((item) => item.clauses.flatMap(({ clause }) => clause.rules));
  const callers = rules.flatMap((rule) =>
    rule.kind === 'per-unit' && rule.register === 'talks' ? (rule.by ?? []) : [],
  );
  const conditions = [...scheme.vetoes, ...scheme.awards.flatMap((award) => award.disqualified)].map(
    ({ when }) => when,
  );
  const named = conditions.flatMap((when) => (when.kind === 'talks' ? when.by : []));
  const by = callers[0] ?? named[0] ?? '上级';
  return Array.from({ length: count }, () => ({ by, on: scheme.period.from }));
}

interface Way {
  readonly kind: string;
  readonly level: string | undefined;
  readonly points: number;
}

/** `bonus=points`: the fewest deeds that add up to them; `bonus=none`; or deeds as in FACTS. */
export function deedsOf({ scheme, bonus }: Program, value: RawTree): RawTree | Refusal {
  if (typeof value !== 'string') return value;
  if (value === 'none' || /^0+(\.0+)?$/.test(value)) return [];
  if (bonus.judged !== undefined) return [{ deed: '事迹 1', kind: bonus.judged, mark: value, reason: '假设 supposed' }];
  const ways = scheme.bonus.kinds.flatMap(({ kind, levels, amount }): Way[] =>
    levels
      ? Object.entries(levels).map(([level, points]) => ({ kind, level, points: hundredths(points) }))
      : [{ kind, level: undefined, points: hundredths(amount ?? '0') }],
  );
  const wanted = /^\d{1,4}(\.\d{1,2})?$/.test(value) ? hundredths(value) : 0;
  const deeds = wanted > 0 ? fewestDeeds(ways, wanted) : undefined;
  if (!deeds) {
    const known = [...new Set(ways.map(({ points }) => `${points / 100}`))].join('、');
    return refuse(
      `凑不出 ${value} 分的加分。一项可加：${known}，或 none`,
      `No deeds add up to ${value} bonus points. One deed gives: ${known}; or none`,
    );
  }
  return deeds.map(({ kind, level }, index) => ({ deed: `事迹 ${index + 1}`, kind, ...(level && { level }) }));
}

/** Whole hundredths of a point: only to find which deeds to name; the score is worked out from the deeds. */
function hundredths(points: string): number {
  const [units = '0', decimals = ''] = points.split('.');
  return Number(units) * 100 + Number(decimals.padEnd(2, '0').slice(0, 2));
}

function fewestDeeds(ways: readonly Way[], wanted: number): readonly Way[] | undefined {
  const best: (readonly Way[] | undefined)[] = [[]];
  for (let sum = 1; sum <= wanted; sum += 1) {
    const found = ways.flatMap((way) => {
      const before = way.points > 0 && way.points <= sum ? best[sum - way.points] : undefined;
      return before ? [[...before, way]] : [];
    });
    best[sum] = found.sort((a, b) => a.length - b.length)[0];
  }
  return best[wanted];
}
