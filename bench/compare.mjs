// Every backend and every peer against the interpreter, on the units that are measured afterwards.
import {
  closureScorer,
  ExplanationBytes,
  frameLayout,
  gradeOf,
  newFrame,
  vetoesOf,
} from '../packages/scoring/dist/fast/index.js';
import { mustEqual } from './equality.mjs';

const FORFEIT = -(2 ** 26);
/** Units the slow engines are asked for. */
const ASKED_OF_ENGINES = 200;

const bounded = (units) => (units <= FORFEIT ? undefined : units);
const stateOf = (grade, vetoes) => grade | (vetoes << 8);

/** Ours, traced, in both forms, and the engines; gives the totals and states that tables are compared with. */
export async function compareOne(subject, units, { engines, sample }) {
  const scorers = [subject.scorer, closureScorer(subject.plan)];
  for (const scorer of scorers) for (let unit = 0; unit < sample; unit += 1) compareTrace(scorer, units, unit);
  compareBytes(subject, units);
  const asked = Math.min(ASKED_OF_ENGINES, units.count);
  for (let unit = 0; unit < asked; unit += 1) {
    await compareRules(engines.jsonRulesEngine, units, unit);
    await compareGraph(engines.zen, units, unit);
  }
  const scored = {
    totals: units.answers.map((answer) => answer.total),
    states: units.answers.map(({ grade, vetoes }) => stateOf(grade, vetoes)),
  };
  return { scored, ours: sample * scorers.length, engines: asked, scoreMany: (many) => scoreMany(scorers, many) };
}

function compareTrace(scorer, { slots, answers }, unit) {
  const layout = frameLayout(scorer.plan);
  const frame = newFrame(scorer.plan);
  const answer = answers[unit];
  scorer.trace(slots, unit * scorer.plan.slots.length, frame);
  const state = frame[layout.state];
  const list = (from) => Array.from(frame.subarray(from, from + scorer.plan.clauses), bounded);
  mustEqual(
    'kaohe',
    [frame[layout.total], gradeOf(state), vetoesOf(state)],
    [answer.total, answer.grade, answer.vetoes],
  );
  mustEqual('kaohe asked', list(layout.asked), answer.asked);
  mustEqual('kaohe applied', list(layout.applied), answer.applied);
}

/** Points asked and applied, read back from the bytes. */
function compareBytes(subject, { slots, answers, count }) {
  const explanation = new ExplanationBytes(subject.sheet, subject.scorer);
  const { sheetScale, slots: columns } = subject.plan;
  const unitsOf = (text) => (text === '-∞' ? undefined : Math.round(Number(text) * sheetScale));
  for (let unit = 0; unit < Math.min(count, ASKED_OF_ENGINES); unit += 1) {
    const read = JSON.parse(Buffer.from(explanation.render(slots, unit * columns.length)).toString());
    const clauses = read.items.flatMap((item) => item.clauses);
    mustEqual(
      'kaohe bytes',
      clauses.map((clause) => unitsOf(clause.asked)),
      answers[unit].asked,
    );
    mustEqual(
      'kaohe bytes',
      clauses.map((clause) => unitsOf(clause.applied)),
      answers[unit].applied,
    );
  }
}

async function compareRules(engine, units, unit) {
  const facts = engine.unit(units, unit);
  mustEqual('json-rules-engine', engine.asked(facts, await engine.run(facts)), units.answers[unit].asked);
}

async function compareGraph(engine, units, unit) {
  const traced = await engine.trace(engine.unit(units, unit));
  const { total, grade, vetoes, asked } = units.answers[unit];
  mustEqual('zen', [traced.result.total, traced.result.grade, traced.result.vetoes], [total, grade, vetoes]);
  mustEqual('zen asked', engine.asked(traced).map(bounded), asked);
}

/** Totals and states of many units, the same from both of our forms. */
function scoreMany([generated, closures], { slots, count }) {
  const [one, other] = [generated, closures].map((scorer) => {
    const tile = { facts: slots, units: count, totals: new Int32Array(count), states: new Int32Array(count) };
    scorer.batch(tile);
    return tile;
  });
  mustEqual('kaohe totals', one.totals, other.totals);
  mustEqual('kaohe states', one.states, other.states);
  return one;
}

/** Every row of a table peer. */
export async function compareBatch(who, peer, { totals, states }) {
  const rows = await peer.all();
  mustEqual(
    `${who} totals`,
    rows.map(([total]) => Number(total)),
    [...totals],
  );
  return mustEqual(
    `${who} states`,
    rows.map(([, grade, vetoes]) => stateOf(Number(grade), Number(vetoes))),
    [...states],
  );
}
