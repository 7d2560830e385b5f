/** Required frequencies as formulas: how many are missing, period by period or in the year, zone by zone. */
import {
  above,
  atLeast,
  below,
  both,
  call,
  differs,
  type Expression,
  either,
  type GridCell,
  isBlank,
  isGiven,
  largest,
  minus,
  type Operand,
  plus,
  same,
  sumOf,
  times,
  when,
} from './expression.js';
import { PERIODS, type PerUnitRule, type Requirement, requirementKey } from './fact-inputs.js';
import { type Asked, contributed, isClosed, type RuleContext } from './rule-context.js';
import { ENDLESS } from './scale.js';

export function requirementsAsked(
  rule: PerUnitRule,
  requirements: readonly Requirement[],
  { context, zones }: { readonly context: RuleContext; readonly zones: number },
): Asked {
  const short = requirements.flatMap((requirement, index) => {
    const scope = { reading: rule.periods ?? 'per-period', key: requirementKey(index), zones } as const;
    return requirement.each === 'zone'
      ? zonesShort(requirement, index, { context, scope })
      : [shortfall(requirement, context, scope)];
  });
  const endless = either(...short.map(([, most]) => same(most, ENDLESS)));
  const [few, many] = context.own(
    sumOf(short.map(([fewest]) => fewest)),
    requirements.some(({ each }) => each === 'zone')
      ? when(endless, ENDLESS, call('SUM', ...short.map(([, most]) => most)))
      : sumOf(short.map(([, most]) => most)),
  );
  return contributed(rule, { fewest: few, most: many }, context);
}

interface Scope {
  readonly reading: 'per-period' | 'yearly-total';
  readonly key: string;
  readonly zones: number;
}
type Short = readonly [fewest: GridCell, most: GridCell];

/** How many are missing in each zone there is; nothing said of zones leaves any number open. */
function zonesShort(
  requirement: Requirement,
  index: number,
  { context, scope }: { readonly context: RuleContext; readonly scope: Scope },
): Short[] {
  const zones = context.input(`${scope.key}zones`);
  const unknown = context.line(
    `${requirement.what}：未填个数`,
    0,
    when(either(isGiven(zones), isClosed(context)), 0, ENDLESS),
  );
  const each = Array.from({ length: scope.zones }, (_, zone) => {
    const key = requirementKey(index, zone);
    const inside = both(isGiven(zones), atLeast(zones, zone + 1));
    return shortfall(requirement, context, { ...scope, key, inside, label: `第${zone + 1}个` });
  });
  return [unknown, ...each];
}

/** Required less done, period by period or in the year. */
function shortfall(
  { what, per, count }: Requirement,
  context: RuleContext,
  { reading, key, inside, label = '' }: Scope & { readonly inside?: Expression; readonly label?: string },
): Short {
  const periods = PERIODS[per];
  const each = Number(count);
  const total = each * Math.max(1, periods.length);
  const year = context.input(`${key}Y`);
  const missing = (done: Operand) => largest(0, minus(total, done));
  const unstated = when(isClosed(context), 0, total);
  const ends = ((): readonly [Expression, Expression] => {
    if (periods.length === 0)
      return [when(isBlank(year), 0, missing(year)), when(isBlank(year), unstated, missing(year))];
    const cells = context.inputs(periods.map((period) => `${key}${period}`));
    const stated = call('COUNT', cells);
    const yearly = both(isGiven(year), same(stated, 0));
    const left = minus(periods.length, stated);
    if (reading === 'yearly-total') {
      const done = call('SUM', cells);
      const open = missing(done);
      const closed = missing(plus(done, times(left, each)));
      return [
        when(yearly, missing(year), when(isClosed(context), closed, when(above(left, 0), 0, open))),
        when(yearly, missing(year), when(isClosed(context), closed, open)),
      ];
    }
    const short = call('SUMPRODUCT', times(times(differs(cells, ''), below(cells, each)), minus(each, cells)));
    const scattered = plus(total - each, largest(0, minus(each, year)));
    return [
      when(yearly, missing(year), short),
      when(yearly, scattered, when(isClosed(context), short, plus(short, times(left, each)))),
    ];
  })();
  const held = ends.map((end) => (inside ? when(inside, end, 0) : end)) as [Expression, Expression];
  return context.line(`${what}${label}：缺`, ...held);
}
