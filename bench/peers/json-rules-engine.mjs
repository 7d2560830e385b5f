// json-rules-engine: one rule for each amount a clause may ask, on facts already lowered to whole numbers; it decides which
// rules apply, and the sums are done outside it and outside the time taken.
import { Engine } from 'json-rules-engine';

const FORFEIT = -(2 ** 26);

const ruleOf = (clause, { slot, operator, value, points, each }) => ({
  conditions: { all: [{ fact: `s${slot}`, operator, value }] },
  event: { type: points < 0 ? 'deduct' : 'award', params: { clause: clause.index, id: clause.id, slot, points, each } },
});

function rulesOf(clause) {
  return clause.rules.flatMap(({ terms, table, forfeits }) => [
    ...terms.map(({ slot, points }) => ruleOf(clause, { slot, operator: 'greaterThan', value: 0, points, each: true })),
    ...(table?.values ?? []).flatMap((points, value) =>
      points === 0 ? [] : [ruleOf(clause, { slot: table.slot, operator: 'equal', value, points, each: false })],
    ),
    ...forfeits.map((slot) =>
      ruleOf(clause, { slot, operator: 'greaterThan', value: 0, points: FORFEIT, each: false }),
    ),
  ]);
}

/** An engine with the sheet's rules, and units as the facts it takes. */
export function jsonRulesEngine({ plan }) {
  const clauses = plan.items.flatMap((item) => item.clauses);
  if (clauses.some(({ rules }) => rules.some((rule) => rule.cap !== undefined)))
    throw new Error('caps are not written');
  const engine = new Engine(clauses.flatMap(rulesOf));
  const read = plan.slots.flatMap((slot, index) => (slot.item === undefined ? [] : [index]));
  return {
    rules: clauses.flatMap(rulesOf).length,
    unit: ({ slots }, unit) =>
      Object.fromEntries(read.map((slot) => [`s${slot}`, slots[unit * plan.slots.length + slot]])),
    run: (facts) => engine.run(facts),
    /** Its explanation: every rule with its conditions, the values they met and what followed. */
    explain: (run) => Buffer.from(JSON.stringify({ results: run.results, failureResults: run.failureResults })),
    /** What each clause asked, summed up from the events. */
    asked: (facts, { results }) => askedFrom(plan.clauses, facts, results),
  };
}

function askedFrom(clauses, facts, results) {
  const asked = Array(clauses).fill(0);
  for (const { event } of results) {
    const { clause, slot, points, each } = event.params;
    if (points === FORFEIT || asked[clause] === undefined) asked[clause] = undefined;
    else asked[clause] += each ? points * facts[`s${slot}`] : points;
  }
  return asked;
}
