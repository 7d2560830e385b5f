/**
 * Items as JavaScript text: straight-line 32-bit arithmetic over `f[b+slot]`, one statement a clause. Numbers and slot
 * positions of a plan are all that is ever written into it; no text of a scheme is.
 */
import { FORFEIT, type PlanClause, type PlanItem, type PlanRule, type PlanTerm } from './plan.js';

/** Where the text of a trace writes a clause's two numbers: positions in the frame `F`. */
export interface TraceInto {
  readonly asked: number;
  readonly applied: number;
  readonly item: number;
}

/** Tables of the plan, in the order in which the text calls them `T0`, `T1`, … */
export class Tables {
  readonly values: Int32Array[] = [];

  add(values: readonly number[]): string {
    this.values.push(Int32Array.from(values));
    return `T${this.values.length - 1}`;
  }
}

const slotText = (slot: number): string => `f[b+${slot}]`;

/** `(x<<2)`, `Math.imul(x,6)`: a product that stays within 32 bits. */
function timesText(text: string, factor: number): string {
  if (factor === 1) return text;
  const shift = Math.log2(factor);
  return Number.isInteger(shift) ? `((${text})<<${shift})` : `Math.imul(${text},${factor})`;
}

/** A sum of terms, those of one amount added up before they are multiplied. */
function termsText(terms: readonly PlanTerm[]): string {
  const byPoints = new Map<number, string[]>();
  for (const { slot, points } of terms)
    if (points !== 0) byPoints.set(points, [...(byPoints.get(points) ?? []), slotText(slot)]);
  return [...byPoints]
    .map(([points, slots]) => {
      const sum = slots.length === 1 ? `${slots[0]}` : `(${slots.join('+')})`;
      return `${points < 0 ? '-' : '+'}${timesText(sum, Math.abs(points))}`;
    })
    .join('');
}

function ruleText(rule: PlanRule, tables: Tables): string {
  const { terms, table, forfeits, cap } = rule;
  const looked = table ? `+${tables.add(table.values)}[${slotText(table.slot)}]` : '';
  const sum = `${termsText(terms)}${looked}` || '0';
  const any = forfeits.map(slotText).join('|');
  const asked = forfeits.length > 0 ? `((${any})>0?${FORFEIT}:(${sum}|0))` : sum;
  if (cap === undefined) return forfeits.length > 0 ? `+${asked}` : asked;
  return `+Math.min(Math.max((${asked})|0,${-cap}),${cap})`;
}

/** What a clause asks. */
export function clauseText({ rules, canForfeit }: PlanClause, tables: Tables): string {
  const sum = rules.map((rule) => ruleText(rule, tables)).join(' ');
  const text = `(${sum === '' ? '0' : sum})|0`;
  return canForfeit && rules.length > 1 ? `Math.max(${text},${FORFEIT})` : text;
}

function heldText({ floor, ceiling }: PlanItem, sum: string): string {
  const raised = floor ? `Math.max(${sum},0)` : sum;
  return ceiling === undefined ? raised : `Math.min(${raised},${ceiling})`;
}

function clampText(sum: string, cap: number): string {
  return `Math.min(Math.max(${sum},${-cap}),${cap})`;
}

const local = (index: number): string => `c${index}`;

/** Statements that settle exclusive and highest-only groups among the locals of their members. */
function settleText({ exclusive, highestOnly }: PlanItem): string[] {
  const shut = exclusive.map(
    ({ when, drops }) => `if(${local(when)}<0){${drops.map((drop) => `${local(drop)}=0;`).join('')}}`,
  );
  const largest = highestOnly.map((members) => {
    const others = members.slice(1).map((member) => `if(${local(member)}<m)m=${local(member)},w=${member};`);
    const cleared = members.map((member) => `if(w!==${member})${local(member)}=0;`);
    return `{let m=${local(members[0] ?? 0)},w=${members[0] ?? 0};${others.join('')}${cleared.join('')}}`;
  });
  return [...shut, ...largest];
}

/** Statements that leave each member of a capped group what the cap has left. */
function capText({ caps }: PlanItem): string[] {
  return caps.map(({ of, cap }) => {
    const ordered = [...of].sort((a, b) => a - b);
    const steps = ordered.map(
      (member) => `g=(g+${local(member)})|0;n=${clampText('g', cap)};${local(member)}=n-p;p=n;`,
    );
    return `{let g=0,p=0,n=0;${steps.join('')}}`;
  });
}

/** A block that leaves what the item gives to the sheet in `result`. */
export function itemText(item: PlanItem, result: string, tables: Tables): string {
  const grouped = new Set([
    ...item.exclusive.flatMap(({ when, drops }) => [when, ...drops]),
    ...item.highestOnly.flat(),
    ...item.caps.flatMap(({ of }) => of),
  ]);
  const named = item.clauses.flatMap((clause, index) =>
    grouped.has(index) ? [`let ${local(index)}=${clauseText(clause, tables)};`] : [],
  );
  const plain = item.clauses.filter((_, index) => !grouped.has(index));
  const sum = [`${item.start}`, ...plainText(plain, tables), ...[...grouped].map((index) => `+${local(index)}`)];
  return `{${[...named, ...settleText(item), ...capText(item)].join('')}const s=(${sum.join('')})|0;${result}=${givenText(item, 's')};}`;
}

/** Clauses of nothing but terms are one sum; others stand by themselves. */
function plainText(clauses: readonly PlanClause[], tables: Tables): string[] {
  const isPlain = ({ rules }: PlanClause) =>
    rules.every((rule) => rule.cap === undefined && rule.table === undefined && rule.forfeits.length === 0);
  const terms = clauses.filter(isPlain).flatMap(({ rules }) => rules.flatMap((rule) => rule.terms));
  const others = clauses.filter((clause) => !isPlain(clause));
  return [termsText(terms), ...others.map((clause) => `+(${clauseText(clause, tables)})`)];
}

function givenText(item: PlanItem, sum: string): string {
  const held = heldText(item, sum);
  return item.carry ? `(${held}+Math.min(${sum},0))|0` : held;
}

/** The same with what each clause asked and what was applied written into `F`. */
export function tracedItemText(item: PlanItem, into: TraceInto, tables: Tables): string {
  const grouped = item.exclusive.length + item.highestOnly.length + item.caps.length > 0;
  const asked = item.clauses.map(
    (clause, index) => `let ${local(index)}=F[${into.asked + index}]=${clauseText(clause, tables)};`,
  );
  const applied = item.clauses.map(
    (_, index) => `s=(s+${local(index)})|0;n=${heldText(item, 's')};F[${into.applied + index}]=n-h;h=n;`,
  );
  const start = `let s=${item.start},n=0,h=${heldText(item, `${item.start}`)};`;
  const end = `F[${into.item}]=h;sh=(sh+${item.carry ? '(h+Math.min(s,0))' : 'h'})|0;`;
  if (grouped)
    return `{${asked.join('')}${settleText(item).join('')}${capText(item).join('')}${start}${applied.join('')}${end}}`;
  const both = item.clauses.map((_, index) => `${asked[index]}${applied[index]}`);
  return `{${start}${both.join('')}${end}}`;
}
