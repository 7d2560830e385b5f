// The plan as set-based SQL on 32-bit integers: one row a unit, one column a slot, one expression an item.

export const column = (slot) => `s${slot}`;

const FORFEIT = -(2 ** 26);

/** Terms of one amount are added up before they are multiplied. */
function termsSql(terms) {
  return [...groupByPoints(terms)]
    .filter(([points]) => points !== 0)
    .map(([points, group]) => `+ (${points}) * (${group.map((term) => column(term.slot)).join(' + ')})`)
    .join(' ');
}

function groupByPoints(terms) {
  const groups = new Map();
  for (const term of terms) groups.set(term.points, [...(groups.get(term.points) ?? []), term]);
  return groups;
}

function tableSql({ slot, values }) {
  const cases = values.map((value, index) => (value === 0 ? '' : `WHEN ${index} THEN ${value}`)).filter(Boolean);
  return cases.length === 0 ? '' : `+ CASE ${column(slot)} ${cases.join(' ')} ELSE 0 END`;
}

function ruleSql({ terms, table, forfeits, cap }) {
  const sum = `0 ${termsSql(terms)} ${table ? tableSql(table) : ''}`;
  const any = forfeits.map((slot) => `${column(slot)} > 0`).join(' OR ');
  const asked = forfeits.length > 0 ? `(CASE WHEN ${any} THEN ${FORFEIT} ELSE ${sum} END)` : `(${sum})`;
  return cap === undefined ? asked : `LEAST(GREATEST(${asked}, ${-cap}), ${cap})`;
}

/** What a clause asks. */
export function clauseSql({ rules }) {
  return `(${rules.map(ruleSql).join(' + ')})`;
}

const isPlain = ({ rules }) =>
  rules.every((rule) => rule.cap === undefined && !rule.table && rule.forfeits.length === 0);

/** What an item gives to the sheet. */
function itemSql(item) {
  if (item.caps.length > 0 || item.carry) throw new Error(`${item.id}: not written in SQL`);
  const grouped = new Set([
    ...item.exclusive.flatMap(({ when, drops }) => [when, ...drops]),
    ...item.highestOnly.flat(),
  ]);
  const free = item.clauses.filter((_, index) => !grouped.has(index));
  const clause = (index) => clauseSql(item.clauses[index]);
  const sums = [
    `${item.start} ${termsSql(free.filter(isPlain).flatMap(({ rules }) => rules.flatMap((rule) => rule.terms)))}`,
    ...free.filter((one) => !isPlain(one)).map(clauseSql),
    ...item.exclusive.map(({ when, drops }) => {
      const others = drops.map(clause).join(' + ');
      return `(CASE WHEN ${clause(when)} < 0 THEN ${clause(when)} ELSE ${others} END)`;
    }),
    ...item.highestOnly.map((members) => `LEAST(${members.map(clause).join(', ')})`),
  ];
  const raised = item.floor ? `GREATEST(0, ${sums.join(' + ')})` : sums.join(' + ');
  return item.ceiling === undefined ? raised : `LEAST(${item.ceiling}, ${raised})`;
}

const held = (sum, ceiling) => (ceiling === undefined ? `(${sum})` : `LEAST(${sum}, ${ceiling})`);

function totalSql({ bonus, parts }) {
  const points = `LEAST(${column(bonus.slot)}, ${bonus.cap})`;
  const yearEnd = bonus.base === 'sheet' ? held(`sheet + ${points}`, bonus.ceiling) : 'sheet';
  const sum = parts.map(({ slot, times }) => (slot === undefined ? `${yearEnd} * ${times}` : column(slot))).join(' + ');
  return bonus.base === 'composite' ? held(`${sum} + ${points}`, bonus.ceiling) : sum;
}

function vetoSql({ when }, index) {
  const holds =
    when.kind === 'count'
      ? `${column(when.slot)} >= ${when.count}`
      : `${when.of === 'sheet' ? 'sheet' : 'total'} < ${when.below}`;
  return `CASE WHEN ${holds} THEN ${1 << index} ELSE 0 END`;
}

function gradeSql({ bands }) {
  return `CASE ${bands.map((from, index) => `WHEN total >= ${from} THEN ${index}`).join(' ')} ELSE ${bands.length} END`;
}

/**
 * unit, total, grade and vetoes of every row of `source`. `fence` keeps a planner from writing the items out again
 * wherever the total is used.
 */
export function scoredSql(plan, { source, fence = '' }) {
  if (plan.carries || plan.vetoes.some((veto) => veto.grade !== undefined)) throw new Error('not written in SQL');
  const beside = plan.slots.flatMap((slot, index) => (slot.item === undefined ? [column(index)] : [])).join(', ');
  const sheet = plan.items.map(itemSql).join('\n + ');
  const sums = `SELECT unit, ${beside}, ${sheet} AS sheet FROM ${source} ${fence}`;
  const totals = `SELECT *, ${totalSql(plan)} AS total FROM (${sums}) AS sums ${fence}`;
  return `SELECT unit, total, ${gradeSql(plan)} AS grade, ${plan.vetoes.map(vetoSql).join(' + ')} AS vetoes FROM (${totals}) AS totals`;
}

/** The rows as comma-separated lines: the unit's number, then its slots. */
export function* csvChunks({ plan }, { slots, count }) {
  const stride = plan.slots.length;
  const rowsAtOnce = 500;
  for (let first = 0; first < count; first += rowsAtOnce) {
    const lines = [];
    for (let unit = first; unit < Math.min(count, first + rowsAtOnce); unit += 1)
      lines.push(`${unit},${slots.subarray(unit * stride, (unit + 1) * stride).join(',')}\n`);
    yield lines.join('');
  }
}
