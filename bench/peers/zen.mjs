// zen-engine: a decision graph of three expression nodes, clauses → items → outcome, over facts lowered to whole numbers.
import { ZenEngine } from '@gorules/zen-engine';

const FORFEIT = -(2 ** 26);

const sum = (texts) => (texts.length === 0 ? '0' : texts.join(' + '));

function ruleText({ terms, table, forfeits }) {
  const added = [
    ...terms.filter((term) => term.points !== 0).map(({ slot, points }) => `s${slot} * (${points})`),
    ...(table ? [tableText(table)] : []),
  ];
  if (forfeits.length === 0) return sum(added);
  const any = forfeits.map((slot) => `s${slot} > 0`).join(' or ');
  return `(${any}) ? ${FORFEIT} : ${sum(added)}`;
}

function tableText({ slot, values }) {
  const cases = values.map((value, index) => (value === 0 ? '' : `s${slot} == ${index} ? ${value} : `));
  return `(${cases.join('')}0)`;
}

function itemText(item) {
  const name = (index) => `c${item.clauses[index].index}`;
  const grouped = new Set([
    ...item.exclusive.flatMap(({ when, drops }) => [when, ...drops]),
    ...item.highestOnly.flat(),
  ]);
  const free = item.clauses.flatMap((_, index) => (grouped.has(index) ? [] : [name(index)]));
  const sums = [
    `${item.start}`,
    ...free,
    ...item.exclusive.map(({ when, drops }) => `(${name(when)} < 0 ? ${name(when)} : ${sum(drops.map(name))})`),
    ...item.highestOnly.map((members) => `min([${members.map(name).join(', ')}])`),
  ];
  return `max([0, ${sums.join(' + ')}])`;
}

function outcomeTexts(plan) {
  const { bonus, parts, bands, vetoes } = plan;
  const plain =
    bonus.base === 'sheet' && bonus.ceiling === undefined && vetoes.every((veto) => veto.grade === undefined);
  if (!plain || plan.items.some((item) => item.caps.length > 0 || item.ceiling !== undefined || item.carry))
    throw new Error('not written as a decision graph');
  const part = ({ slot, times }) => (slot === undefined ? `$.yearEnd * ${times}` : `s${slot}`);
  return [
    ['sheet', sum(plan.items.map((_, index) => `i${index}`))],
    ['yearEnd', `$.sheet + min([s${bonus.slot}, ${bonus.cap}])`],
    ['total', sum(parts.map(part))],
    ['grade', `${bands.map((from, index) => `$.total >= ${from} ? ${index} : `).join('')}${bands.length}`],
    ['vetoes', sum(vetoes.map(({ when }, index) => `(${holds(when)} ? ${1 << index} : 0)`))],
  ];
}

const holds = (when) =>
  when.kind === 'count'
    ? `s${when.slot} >= ${when.count}`
    : `$.${when.of === 'sheet' ? 'sheet' : 'total'} < ${when.below}`;

const expressions = (pairs) => pairs.map(([key, value]) => ({ id: key, key, value }));

function node(id, pairs, passThrough) {
  return { id, name: id, type: 'expressionNode', content: { expressions: expressions(pairs), passThrough } };
}

function graphOf(plan) {
  const clauses = plan.items
    .flatMap((item) => item.clauses)
    .map((one) => [`c${one.index}`, sum(one.rules.map((rule) => `(${ruleText(rule)})`))]);
  const nodes = [
    { id: 'input', name: 'input', type: 'inputNode' },
    node('clauses', clauses, true),
    node(
      'items',
      plan.items.map((item, index) => [`i${index}`, itemText(item)]),
      true,
    ),
    node('outcome', outcomeTexts(plan), false),
    { id: 'output', name: 'output', type: 'outputNode' },
  ];
  const edges = nodes
    .slice(1)
    .map(({ id }, index) => ({ id: `e${index}`, type: 'edge', sourceId: nodes[index].id, targetId: id }));
  return { nodes, edges };
}

/** A decision of the sheet, and units as the context it takes. */
export function zenEngine({ plan }) {
  const engine = new ZenEngine();
  const decision = engine.createDecision(Buffer.from(JSON.stringify(graphOf(plan))));
  return {
    unit: ({ slots }, unit) =>
      Object.fromEntries(plan.slots.map((_, slot) => [`s${slot}`, slots[unit * plan.slots.length + slot]])),
    run: (context) => decision.evaluate(context),
    trace: (context) => decision.evaluate(context, { trace: true }),
    /** What each clause asked, out of the trace. */
    asked: ({ trace }) => {
      const { output } = Object.values(trace).find((one) => one.id === 'clauses');
      return Array.from({ length: plan.clauses }, (_, clause) => output[`c${clause}`]);
    },
    explain: ({ trace }) => Buffer.from(JSON.stringify(trace)),
    dispose: () => engine.dispose(),
  };
}
