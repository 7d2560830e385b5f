// When a rule of a scheme and a rule of the importer say the same. The importer states what the sentence states; what a scheme pins besides
// (part-steps, registers, whose requirement it is) is its readings' and is not compared.

const PERIODS = { year: '年', half: '半年', quarter: '季度', month: '月' };

/** The rule of a scheme in the importer's vocabulary. */
export function asImported(rule) {
  const { effect = 'deduct', cap, forfeits } = rule;
  const scored = { effect, ...(cap === undefined ? {} : { cap }) };
  if (forfeits !== undefined && rule.kind === 'fixed') return { kind: 'forfeit', forfeits, ...scored };
  if (isAnyAccident(rule)) return { kind: 'forfeit', forfeits: rule.rungs[0].forfeits, ...scored };
  return { ...bodyOf(rule), ...scored };
}

/** “发生一起…的，扣完本大项分值”: a ladder of one rung that any accident reaches only says where the count comes from. */
const isAnyAccident = ({ kind, rungs = [] }) =>
  kind === 'per-event-ladder' && rungs.length === 1 && rungs[0].forfeits !== undefined;

function bodyOf(rule) {
  const { kind, amount, quantity = {} } = rule;
  switch (kind) {
    case 'per-unit': {
      const { unit, basis, requirements = [] } = rule;
      const [only, more] = requirements;
      const required = only && !more ? { required: { count: only.count, period: PERIODS[only.per] } } : {};
      return { kind, amount, unit, basis, ...required };
    }
    case 'per-step':
      return { kind, amount, step: rule.step, unit: quantity.unit, from: rule.from, direction: rule.direction };
    case 'threshold':
      return {
        kind,
        amount: amount ?? '0',
        forfeits: rule.forfeits,
        comparison: rule.comparison,
        value: rule.value,
        unit: quantity.unit,
      };
    case 'ladder':
      return { kind, rungs: rule.rungs.map(({ name, amount: marks = '0' }) => ({ when: name, amount: marks })) };
    case 'per-event-ladder':
      return {
        kind,
        rungs: rule.rungs.map(({ levels, amount: marks = '0' }) => ({ when: levels.join('、'), amount: marks })),
      };
    case 'series':
      return { kind, amounts: rule.amounts };
    case 'piecewise':
      return {
        kind,
        slopes: rule.slopes.map(({ amount: marks, upTo }) => ({ when: upTo ? '以内' : '超出', amount: marks })),
      };
    case 'parts':
      return { kind, amount, parts: rule.parts };
    case 'judgement':
      return { kind, range: rule.range };
    case 'formula':
      return { kind, expression: rule.terms.map(({ quantity: { name }, times }) => `${name}*${times}`).join('+') };
    default:
      return { kind, amount };
  }
}

const number = (text) => (text === undefined ? undefined : String(Number(text)));
/** 个 stands for whatever is counted. */
const unit = (text = '') => (/百分点/.test(text) ? '%' : text.replace(/^每/, '').replace(/^个.*/, '个'));
const amounts = (rungs) => rungs.map(({ amount }) => number(amount)).join();
const contained = (one, other) => one.includes(other) || other.includes(one);
const listed = (one, other) =>
  one.length === other.length && one.every((part) => other.some((another) => contained(part, another)));

/** A sentence that names no period is about the year that is assessed. */
function isRequired(hand, read) {
  if (read === undefined) return true;
  return number(hand?.count) === number(read.count) && (read.period === undefined || hand.period === read.period);
}

/** By kind: what else must agree beside effect, amount and cap. */
const ALIKE = {
  'per-unit': (hand, read) =>
    unit(hand.unit) === unit(read.unit) && hand.basis === read.basis && isRequired(hand.required, read.required),
  'per-step': (hand, read) =>
    number(hand.step) === number(read.step) &&
    unit(hand.unit) === unit(read.unit) &&
    hand.direction === read.direction &&
    (read.from === undefined || number(read.from) === number(hand.from)),
  threshold: (hand, read) =>
    hand.comparison === read.comparison && (read.value === undefined || number(read.value) === number(hand.value)),
  parts: (hand, read) => listed(hand.parts, read.parts),
  ladder: (hand, read) => amounts(hand.rungs) === amounts(read.rungs),
  'per-event-ladder': (hand, read) => amounts(hand.rungs) === amounts(read.rungs),
  series: (hand, read) => hand.amounts.map(number).join() === read.amounts.map(number).join(),
  piecewise: (hand, read) => amounts(hand.slopes) === amounts(read.slopes),
  judgement: (hand, read) => hand.range.map(number).join() === read.range.map(number).join(),
  formula: (hand, read) =>
    (hand.expression.match(/\d+(?:\.\d+)?/g) ?? []).join() === (read.expression.match(/\d+(?:\.\d+)?/g) ?? []).join(),
  forfeit: (hand, read) => hand.forfeits === read.forfeits,
  fixed: () => true,
};

function isSame(hand, read) {
  return (
    hand.kind === read.kind &&
    hand.effect === read.effect &&
    number(hand.amount) === number(read.amount) &&
    number(hand.cap) === number(read.cap) &&
    ALIKE[hand.kind](hand, read)
  );
}

/** Every rule of the one in the other, and none over. */
export function areSame(hands, reads) {
  const left = [...reads];
  for (const hand of hands) {
    const at = left.findIndex((read) => isSame(hand, read));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 0;
}
