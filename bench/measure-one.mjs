// One unit: every clause traced, and its whole explanation as JSON bytes. Microseconds.
import { closureScorer, ExplanationBytes, newFrame } from '../packages/scoring/dist/fast/index.js';
import { assess, explain, explanationJson } from '../packages/scoring/dist/index.js';
import { timed, timedAsync } from './measure.mjs';

/** Units the slow engines are timed on in each run. */
const OF_ENGINES = 40;

/** Times ours and the engines. */
export async function measureOne(subject, units, { engines, runs }) {
  return { ...ownTimes(subject, units, runs), ...(await engineTimes(units, engines, runs)) };
}

function ownTimes(subject, { slots, count, answers }, runs) {
  const { plan, scorer, program } = subject;
  const stride = plan.slots.length;
  const frame = newFrame(plan);
  const closures = closureScorer(plan);
  const explanation = new ExplanationBytes(subject.sheet, scorer);
  const over = (work) => timed(() => eachUnit(count, (unit) => work(unit * stride)), { of: count, runs }) / 1000;
  const interpret = (unit) => assess(program, { units: [answers[unit].facts], accidents: [], notices: [] }).units[0];
  const some = Math.min(count, OF_ENGINES);
  const slowly = (work) => timed(() => eachUnit(some, work), { of: some, runs }) / 1000;
  return {
    traced: over((at) => scorer.trace(slots, at, frame)),
    closures: over((at) => closures.trace(slots, at, frame)),
    interpreter: slowly(interpret),
    bytes: over((at) => explanation.render(slots, at)),
    bytesLength: explanation.render(slots, 0).length,
    interpreterBytes: slowly((unit) =>
      Buffer.from(JSON.stringify(explanationJson(explain(program, interpret(unit).scored)))),
    ),
  };
}

function eachUnit(count, work) {
  for (let unit = 0; unit < count; unit += 1) work(unit);
}

async function engineTimes(units, { jsonRulesEngine, zen }, runs) {
  const some = Math.min(units.count, OF_ENGINES);
  const inputs = (engine) => Array.from({ length: some }, (_, unit) => engine.unit(units, unit));
  const over = async (given, work) => {
    const each = async () => {
      for (const input of given) await work(input);
    };
    return (await timedAsync(each, { of: some, runs: Math.max(3, Math.floor(runs / 3)) })) / 1000;
  };
  const facts = inputs(jsonRulesEngine);
  const contexts = inputs(zen);
  const rulesBytes = jsonRulesEngine.explain(await jsonRulesEngine.run(facts[0])).length;
  return {
    rules: await over(facts, (one) => jsonRulesEngine.run(one)),
    rulesBytes: await over(facts, async (one) => jsonRulesEngine.explain(await jsonRulesEngine.run(one))),
    rulesBytesLength: rulesBytes,
    zen: await over(contexts, (one) => zen.run(one)),
    zenTraced: await over(contexts, (one) => zen.trace(one)),
    zenBytes: await over(contexts, async (one) => zen.explain(await zen.trace(one))),
  };
}
