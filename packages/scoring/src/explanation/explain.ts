/** Lays a scored unit out as its explanation: total → part → sheet → item → clause → rule. */
import { formatExact } from '../exact/decimal.js';
import { addIntervals, type Interval, point } from '../exact/interval.js';
import { compare, negate, type Rational, ZERO } from '../exact/rational.js';
import type { Program } from '../scheme/program.js';
import type { GroupCap } from '../scheme/sheet.js';
import type { ScoredBonus } from '../score/bonus.js';
import { clauseReason } from '../score/clause-reason.js';
import { takenOf } from '../score/groups.js';
import { limitsOf, type ScoredClause, type ScoredItem } from '../score/item.js';
import type { ScoredRating } from '../score/rating.js';
import { type ScoredPart, type ScoredUnit, withBonus } from '../score/unit.js';
import { type Text, text } from '../wording/text.js';
import type { Explanation, Operation } from './explanation.js';

type Draft = Pick<Explanation, 'kind' | 'id' | 'title' | 'operation' | 'value'> & Partial<Explanation>;

const SUM: Operation = { kind: 'sum' };

function node(draft: Draft): Explanation {
  const children = draft.children ?? [];
  return { readings: [], open: children.some((child) => child.open), ...draft, children };
}

/** The explanation of a unit's total. */
export function explain(program: Program, scored: ScoredUnit): Explanation {
  const parts = scored.parts.map((part) => explainPart(program, scored, part));
  const onComposite = program.scheme.bonus.base === 'composite';
  const children = onComposite ? [...parts, explainBonus(program, scored.bonus)] : parts;
  const total = { kind: 'total', id: scored.facts.unit, title: text('总分', 'Total'), value: scored.total } as const;
  if (onComposite && program.scheme.bonus.ceiling !== undefined) {
    const sum = node({ ...total, operation: SUM, value: sumOf(children), children });
    return node({ ...total, operation: { kind: 'hold', ceiling: program.fullMarks }, children: [sum] });
  }
  return node({ ...total, operation: SUM, children });
}

function sumOf(children: readonly Explanation[]): Interval {
  return children.map((child) => child.value).reduce(addIntervals, point(ZERO));
}

function explainPart(program: Program, scored: ScoredUnit, part: ScoredPart): Explanation {
  const { id, name, nameEn, quote } = part.compiled.part;
  const base = { kind: 'part', id, title: text(name, nameEn), quote, value: part.score } as const;
  if (part.rating) return explainRating(part.rating, base);
  const children = [explainYearEnd(program, scored)];
  return node({ ...base, operation: { kind: 'times', factor: part.compiled.factor }, children });
}

/** Ballots → times the coefficient → rounded. */
function explainRating(
  rating: ScoredRating,
  base: Pick<Explanation, 'id' | 'title' | 'value'> & { readonly kind: 'part'; readonly quote: string },
): Explanation {
  const { form, count } = rating;
  const readings = form.form.readings ?? [];
  const detail = count
    ? text(`${count.ballots}/${form.raters}票`, `${count.ballots} of ${form.raters} ballots`)
    : text(`未收到评分（应${form.raters}票）`, `no ballot yet (${form.raters} expected)`);
  const ballots = node({
    kind: 'ballots',
    id: form.form.id,
    title: text('总得分', 'Sum of ballots'),
    detail,
    operation: { kind: 'given' },
    value: rating.sum,
    open: count === undefined,
  });
  const times: Operation = { kind: 'times', factor: rating.factor };
  const quote = form.form.notes[form.form.notes.length - 1] ?? base.quote;
  if (form.form.rounding === undefined)
    return node({ ...base, quote, operation: times, readings, children: [ballots] });
  const converted = node({ ...base, quote, operation: times, value: rating.converted, children: [ballots] });
  const round: Operation = { kind: 'round', digits: Number(form.form.rounding) };
  return node({ ...base, operation: round, readings, children: [converted] });
}

/** The sheet, with the bonus where the bonus is added to it. */
function explainYearEnd(program: Program, scored: ScoredUnit): Explanation {
  const sheet = explainSheet(scored);
  if (program.scheme.bonus.base !== 'sheet') return sheet;
  const children = [sheet, explainBonus(program, scored.bonus)];
  const title = text('细则表得分与加分', 'Sheet and bonus');
  const base = { kind: 'sheet', id: `${sheet.id}+bonus`, title } as const;
  const value = withBonus(program, scored.sheetScore, scored.bonus);
  const sum = node({ ...base, operation: SUM, value: sumOf(children), children });
  if (program.scheme.bonus.ceiling === undefined) return sum;
  return node({ ...base, operation: { kind: 'hold', ceiling: program.fullMarks }, value, children: [sum] });
}

function explainSheet({ sheet }: ScoredUnit): Explanation {
  const { id, titleEn, title } = sheet.compiled.sheet;
  const base = { kind: 'sheet', id, title: text(title, titleEn) } as const;
  const carried = sheet.items.filter((item) => item.compiled.item.floor === 'carry').map(explainCarried);
  const children = [...sheet.items.map(explainItem), ...carried];
  const operation: Operation = carried.length > 0 ? { kind: 'hold', floor: ZERO } : SUM;
  const whole = node({ ...base, operation, value: sheet.sum, children });
  const proration = text('合理缺项折算', 'Proration of what does not apply');
  if (sheet.mayLeave.n !== 0n) {
    const detail = text(
      `未核的行还可能不适用（至多${formatExact(sheet.mayLeave)}分），这里只给出折算后的上下限`,
      `open rows may yet not apply (${formatExact(sheet.mayLeave)} marks at most): only bounds of the proration`,
    );
    return node({
      ...base,
      title: proration,
      detail,
      operation: { kind: 'given' },
      value: sheet.score,
      children: [whole],
    });
  }
  if (!sheet.rescaled) return whole;
  return node({
    ...base,
    title: proration,
    operation: { kind: 'times', factor: sheet.rescaled },
    value: sheet.score,
    children: [whole],
  });
}

function explainCarried({ compiled, carried }: ScoredItem): Explanation {
  const { id, name, nameEn } = compiled.item;
  const title = text(`${name}扣完后的余额`, `Excess of ${nameEn}`);
  return node({ kind: 'carried', id, title, operation: { kind: 'given' }, value: carried });
}

function explainItem(scored: ScoredItem): Explanation {
  const { id, name, nameEn, marksQuote, start } = scored.compiled.item;
  const fullMarks = node({
    kind: 'full-marks',
    id,
    title: start === 'zero' ? text('起始', 'Start') : text('分值', 'Full marks'),
    quote: marksQuote,
    operation: { kind: 'given' },
    value: scored.start,
  });
  const children = [fullMarks, ...explainGroups(scored)];
  const operation: Operation = { kind: 'hold', ...limitsOf(scored.compiled, scored.fullMarks) };
  return node({ kind: 'item', id, title: text(name, nameEn), operation, value: scored.score, children });
}

/** The clauses in printed order; those that share a cap stand together where the first of them does. */
function explainGroups({ compiled, clauses }: ScoredItem): Explanation[] {
  const groupOf = (clause: ScoredClause) =>
    compiled.caps.find(({ group }) => group.of.includes(clause.compiled.clause.id));
  return clauses.flatMap((clause, index) => {
    const capped = groupOf(clause);
    if (!capped) return [explainClause(clause)];
    const members = clauses.filter((other) => groupOf(other) === capped);
    if (clauses.indexOf(members[0] ?? clause) !== index) return [];
    return [explainGroup(capped, members)];
  });
}

function explainGroup(
  { group, cap }: { readonly group: GroupCap; readonly cap: Rational },
  members: readonly ScoredClause[],
): Explanation {
  const shown = formatExact(cap);
  return node({
    kind: 'group',
    id: group.of.join('+'),
    title: text(`合计最多${shown}分`, `At most ${shown} together`),
    operation: { kind: 'hold', floor: negate(cap), ceiling: cap },
    value: members.map((member) => member.counted).reduce(addIntervals, point(ZERO)),
    readings: group.readings ?? [],
    children: members.map(explainClause),
  });
}

function explainClause(clause: ScoredClause): Explanation {
  const { compiled, taken, asked, applied } = clause;
  const { id, quote, rules } = compiled.clause;
  const value = takenOf(asked, taken);
  // A clause of a group that counts as it is needs no word about the group.
  const always = compare(value.least, asked.least) === 0 && compare(value.most, asked.most) === 0;
  const readings = [
    ...(compiled.clause.readings ?? []),
    ...rules.flatMap((rule) => rule.readings ?? []),
    ...(taken.readings ?? []),
  ];
  const children = clause.rules.map((rule, index) =>
    node({
      kind: 'rule',
      id: `${id}#${index + 1}`,
      title: text('计算', 'Arithmetic'),
      detail: rule.why(),
      operation: { kind: 'given' },
      value: rule.contribution,
    }),
  );
  return node({
    kind: 'clause',
    id,
    title: text(`第${compiled.row.row}行`, `Row ${compiled.row.row}`),
    quote,
    detail: clauseReason(clause),
    operation: always ? SUM : { kind: 'take', taken },
    value,
    applied,
    readings: [...new Set(readings)],
    open: clause.open,
    children,
  });
}

/** Points of a deed, with the assessor's reason where they are a mark. */
function withReason(points: string, reason: string | undefined): Text {
  return reason === undefined
    ? text(`加${points}`, `+${points}`)
    : text(`加${points}：${reason}`, `+${points}: ${reason}`);
}

function explainBonus(program: Program, bonus: ScoredBonus): Explanation {
  const readings = program.scheme.bonus.readings ?? [];
  const base = { kind: 'bonus', id: 'bonus', title: text('加分', 'Bonus'), quote: program.scheme.bonus.quote } as const;
  if (bonus.open) {
    const detail = text('加分未核', 'bonus not yet looked at');
    return node({ ...base, detail, operation: { kind: 'given' }, value: bonus.score, readings, open: true });
  }
  const names = new Map(program.scheme.bonus.kinds.map((kind) => [kind.kind, kind]));
  const children = bonus.entries.map((deed, index) => {
    const counts = bonus.counted.includes(deed);
    const kind = names.get(deed.kind);
    const points = formatExact(deed.points);
    const once = text(`${points}，同一工作就高不就低，不另加`, `${points}; one deed counts once, at its highest`);
    return node({
      kind: 'deed',
      id: `bonus#${index + 1}`,
      title: text(deed.deed, deed.deed),
      ...(kind && { quote: kind.quote }),
      detail: counts ? withReason(points, deed.reason) : once,
      operation: { kind: 'given' },
      value: point(counts ? deed.points : ZERO),
    });
  });
  const cap: Operation = { kind: 'hold', ceiling: program.bonus.cap };
  return node({ ...base, operation: cap, value: bonus.score, readings, children });
}
