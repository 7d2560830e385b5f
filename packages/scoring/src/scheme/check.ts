/** What must hold before a scheme can score: ids unique, clauses quoted from their row, rules complete. */
import { getNumber } from '../exact/decimal.js';
import { compare } from '../exact/rational.js';
import { type Place, type Problem, problem } from '../problems/problem.js';
import type { Effect } from '../rules/asking.js';
import type { Rung } from '../rules/ladder.js';
import type { Rule } from '../rules/rule.js';
import type { Scheme } from './scheme.js';
import type { AssessmentItem, CellText, Clause, Criterion } from './sheet.js';

/** The problems of a scheme; an empty list means it can be compiled. */
export function checkScheme(scheme: Scheme): Problem[] {
  const items = scheme.sheets.flatMap((sheet) => sheet.items);
  const rows = items.flatMap((item) => item.rows);
  const named = [scheme.sheets, items, rows, rows.flatMap((row) => row.clauses)];
  return [
    ...named.flatMap((nodes) => repeatedIds(nodes.map((node) => node.id))),
    ...items.flatMap(checkGroups),
    ...items.flatMap((item) => item.rows.flatMap(checkRow)),
    ...items.flatMap(checkForfeits),
    ...checkParts(scheme),
    ...checkBands(scheme),
  ];
}

/** A forfeit takes without bound, so the item must have a floor to stop it. */
function checkForfeits(item: AssessmentItem): Problem[] {
  if (item.floor === undefined || item.floor === 'zero') return [];
  const clauses = item.rows.flatMap((row) => row.clauses);
  const forfeiting = clauses.filter((clause) =>
    clause.rules.some((rule) => effectsOf(rule).some((one) => one.forfeits)),
  );
  return forfeiting.map(({ id }) => problem('forfeit-needs-floor', [id], { clause: id, item: item.id }));
}

/** Every part is the sheet, or a form that exists. */
function checkParts(scheme: Scheme): Problem[] {
  const forms = new Set(scheme.forms.map((form) => form.id));
  return scheme.sheets
    .flatMap((sheet) => sheet.parts)
    .flatMap(({ id, form }) =>
      form === undefined || forms.has(form) ? [] : [problem('unknown-form', [id], { part: id, form })],
    );
}

/** Bands are listed from the best down; only the last has no beginning. */
function checkBands({ gradeBands }: Scheme): Problem[] {
  return gradeBands.slice(1).flatMap(({ grade, from }, index) => {
    const above = gradeBands[index]?.from;
    const falls = above !== undefined && (from === undefined || compare(getNumber(from), getNumber(above)) < 0);
    return falls ? [] : [problem('bands-out-of-order', [grade], { grade })];
  });
}

/** A row and its only clause may share an id; two rows, or two clauses, may not. */
function repeatedIds(ids: readonly string[]): Problem[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => problem('repeated-id', [id], { id }));
}

/** The pieces of a printed cell. */
export function cellPieces(cell: CellText | undefined): readonly string[] {
  if (cell === undefined) return [];
  return typeof cell === 'string' ? [cell] : cell;
}

/** A cell in one piece. */
export function cellText(cell: CellText | undefined): string {
  return cellPieces(cell).join('');
}

/** Every clause's quote stands in the row's criterion, each behind the one before. */
function checkRow(row: Criterion): Problem[] {
  const text = cellText(row.criterion);
  let from = 0;
  return row.clauses.flatMap((clause) => {
    const found = text.indexOf(clause.quote, from);
    const problems = clause.rules.flatMap((rule) => checkRule(clause, rule));
    if (found < 0) problems.push(problem('quote-not-in-row', [clause.id], { clause: clause.id, quote: clause.quote }));
    else from = found + clause.quote.length;
    return problems;
  });
}

function checkRule(clause: Clause, rule: Rule): Problem[] {
  const at: Place = [clause.id];
  const problems: Problem[] = [];
  if (effectsOf(rule).some((effect) => effect.amount === undefined && effect.forfeits === undefined))
    problems.push(problem('amount-missing', at, { clause: clause.id }));
  if (effectsOf(rule).some((effect) => isAward(effect) && effect.forfeits !== undefined))
    problems.push(problem('award-forfeits', at, { clause: clause.id }));
  if (clause.rules.length > 1 && !('quantity' in rule && rule.quantity))
    problems.push(problem('quantity-unnamed', at, { clause: clause.id }));
  if (rule.kind === 'series' && rule.after === 'continue' && rule.amounts.length < 2)
    problems.push(problem('series-too-short', at, { clause: clause.id }));
  if (rule.kind === 'ladder' && rule.quantity && overlap(rule.rungs))
    problems.push(problem('ladder-overlap', at, { clause: clause.id }));
  return problems;
}

/** Whether a rule awards, in whichever place it says so. */
function awards(rule: Rule): boolean {
  return [rule, ...effectsOf(rule)].some((one) => 'effect' in one && one.effect === 'award');
}

function isAward(effect: Effect): boolean {
  return effect.effect === 'award';
}

/** The effects of a rule that states an amount for each time. */
function effectsOf(rule: Rule): readonly Effect[] {
  if ('rungs' in rule) return rule.rungs;
  if ('slopes' in rule) return rule.slopes;
  return rule.kind === 'judgement' || rule.kind === 'formula' || rule.kind === 'series' ? [] : [rule];
}

function overlap(rungs: readonly Rung[]): boolean {
  const meet = (a: Rung, b: Rung) =>
    (a.from === undefined || b.below === undefined || compare(getNumber(a.from), getNumber(b.below)) < 0) &&
    (b.from === undefined || a.below === undefined || compare(getNumber(b.from), getNumber(a.below)) < 0);
  return rungs.some((rung, index) => rungs.slice(index + 1).some((other) => meet(rung, other)));
}

/** Groups name clauses of their own item, each at most once; only a plain yes/no finding shuts others out. */
function checkGroups(item: AssessmentItem): Problem[] {
  const clauses = new Map(item.rows.flatMap((row) => row.clauses).map((clause) => [clause.id, clause]));
  const members = [
    ...(item.exclusive ?? []).flatMap((exclusion) => [exclusion.when, ...exclusion.drops]),
    ...(item.highestOnly ?? []).flatMap((group) => group.of),
  ];
  const problems = members
    .concat((item.caps ?? []).flatMap((group) => group.of))
    .filter((id) => !clauses.has(id))
    .map((clause) => problem('clause-not-in-item', [item.id], { clause, item: item.id }));
  const capped = (item.caps ?? []).flatMap((group) => group.of);
  const awarding = members.filter((id) => clauses.get(id)?.rules.some(awards));
  const twice = [members, capped].flatMap((list) => list.filter((id, index) => list.indexOf(id) !== index));
  const unfit = (item.exclusive ?? [])
    .map((exclusion) => exclusion.when)
    .filter((id) => clauses.get(id)?.rules.some((rule) => rule.kind !== 'fixed'));
  return [
    ...problems,
    ...twice.map((clause) => problem('group-member-twice', [item.id], { clause, item: item.id })),
    ...checkSplit(item),
    ...awarding.map((clause) => problem('group-needs-deductions', [item.id], { clause, item: item.id })),
    ...unfit.map((clause) => problem('exclusive-not-fixed', [item.id], { clause, item: item.id })),
  ];
}

/** Of one fact stated twice a larger deduction would cost less where only it stands under a cap: the cap must hold all or none. */
function checkSplit(item: AssessmentItem): Problem[] {
  const caps = item.caps ?? [];
  return (item.highestOnly ?? []).flatMap(({ of }) =>
    caps
      .filter((cap) => of.some((id) => cap.of.includes(id)) && !of.every((id) => cap.of.includes(id)))
      .map((cap) => {
        const outside = of.filter((id) => !cap.of.includes(id));
        const inside = of.filter((id) => cap.of.includes(id));
        return problem('cap-splits-group', [item.id], { item: item.id, inside, outside, cap: cap.cap });
      }),
  );
}
