// The units: read and scored by the interpreter, lowered to slots, and many more put together from their items.
import { lowerFacts, newLane } from '../packages/scoring/dist/fast/index.js';
import { assess, readFacts } from '../packages/scoring/dist/index.js';
import { randomFacts } from './facts.mjs';
import { Random } from './random.mjs';

const AT_ONCE = 50;

/** So many units: `slots` one after the other, and what the interpreter decided of each. */
export function interpretedUnits(subject, count) {
  const stride = subject.plan.slots.length;
  const slots = newLane(subject.plan, count);
  const answers = [];
  for (let first = 0; first < count; first += AT_ONCE) {
    const facts = randomFacts(subject, { first, count: Math.min(AT_ONCE, count - first) });
    const read = readFacts(subject.program, facts);
    if (read.problems) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
    for (const unit of assess(subject.program, read).units) {
      const lowered = lowerFacts(subject.sheet, unit.scored.facts);
      if (lowered.unfit) throw new Error(lowered.unfit);
      slots.set(lowered, answers.length * stride);
      answers.push(answerOf(subject, unit));
    }
  }
  return { count, slots, answers };
}

/** The interpreter's numbers in the plan's units. */
function answerOf({ plan }, { scored, decision }) {
  const units = ({ n, d }, scale) => (d === 0n ? undefined : Number((n * BigInt(scale)) / d));
  const clauses = scored.items.flatMap((item) => item.clauses);
  return {
    total: units(scored.total.least, plan.scale),
    grade: plan.grades.indexOf(decision.grades[0]),
    vetoes: decision.vetoes.reduce(
      (bits, { veto }) => bits | (1 << plan.vetoes.findIndex((one) => one.id === veto.id)),
      0,
    ),
    asked: clauses.map((clause) => units(clause.asked.least, plan.sheetScale)),
    applied: clauses.map((clause) => units(clause.applied.least, plan.sheetScale)),
    facts: scored.facts,
  };
}

/** Units whose items are each taken from one of the given ones; what stands beside the sheet comes with the last item. */
export function crossedUnits({ plan }, { slots, count }, wanted) {
  const stride = plan.slots.length;
  const crossed = newLane(plan, wanted);
  const random = new Random(4711);
  const from = new Int32Array(plan.items.length);
  for (let unit = 0; unit < wanted; unit += 1) {
    for (let item = 0; item < from.length; item += 1) from[item] = random.whole(0, count - 1);
    for (let slot = 0; slot < stride; slot += 1) {
      const source = from[plan.slots[slot].item ?? from.length - 1];
      crossed[unit * stride + slot] = slots[source * stride + slot];
    }
  }
  return { count: wanted, slots: crossed };
}
