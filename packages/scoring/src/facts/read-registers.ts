/** Reads what the registers hold on one unit: talks, indicators, bonus deeds. */
import { ZERO } from '../exact/rational.js';
import type { Given } from '../observations/given.js';
import type { Measured } from '../observations/observation.js';
import type { Talk } from '../rules/compiled.js';
import { readMark } from '../rules/judgement.js';
import { type Quantity, readMeasured } from '../rules/quantity.js';
import type { BonusKind } from '../scheme/outcome.js';
import type { Program, SheetProgram } from '../scheme/program.js';
import type { Deed } from './facts.js';
import { isNotApplicable } from './read-clause.js';

/** Talks held with the unit, within the assessed period. */
export function readTalks(program: Program, given: Given): Talk[] {
  const talks = (given.list() ?? []).map((entry) => {
    entry.object(['by', 'on', 'note']);
    const by = entry.get('by').text();
    const on = entry.get('on').date(program.scheme.period);
    const bodies = talkingBodies(program);
    if (by !== undefined && !bodies.includes(by)) entry.get('by').note('talk-by-other', { by, known: bodies });
    return by && on ? { by, on } : undefined;
  });
  return talks.filter((talk) => talk !== undefined);
}

const bodiesKnown = new WeakMap<Program, string[]>();

/** Whose talks a rule, a veto or an award of the scheme counts. */
function talkingBodies(program: Program): string[] {
  const known = bodiesKnown.get(program) ?? findTalkingBodies(program);
  bodiesKnown.set(program, known);
  return known;
}

function findTalkingBodies({ scheme }: Program): string[] {
  const rules = scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => item.rows.flatMap((row) => row.clauses.flatMap((clause) => clause.rules))),
  );
  const conditions = [...scheme.vetoes, ...scheme.awards.flatMap((award) => award.disqualified)].map(
    ({ when }) => when,
  );
  return [
    ...new Set([
      ...rules.flatMap((rule) => (rule.kind === 'per-unit' ? (rule.by ?? []) : [])),
      ...conditions.flatMap((when) => (when.kind === 'talks' ? when.by : [])),
    ]),
  ];
}

/** Indicators of the unit by name; `{ notApplicable: true }` where there is no denominator. */
export function readIndicators(sheet: SheetProgram, given: Given): Map<string, Measured | 'not-applicable'> {
  const quantities = indicatorsOf(sheet);
  const indicators = new Map<string, Measured | 'not-applicable'>();
  for (const entry of given.or({}).object(quantities.map((quantity) => quantity.name)) ?? []) {
    if (isNotApplicable(entry.raw)) entry.object(['notApplicable', 'reason']);
    const quantity = quantities.find((candidate) => candidate.name === entry.key);
    const measured = isNotApplicable(entry.raw) ? 'not-applicable' : quantity && readMeasured(quantity, entry);
    if (measured) indicators.set(entry.key, measured);
  }
  return indicators;
}

/** The indicators a sheet's rules ask for. */
export function indicatorsOf(sheet: SheetProgram): Quantity[] {
  return sheet.items
    .flatMap(({ item }) => item.rows.flatMap((row) => row.clauses.flatMap((clause) => clause.rules)))
    .flatMap((rule) => (rule.kind === 'threshold' && rule.register === 'indicators' ? [rule.quantity] : []));
}

/** Bonus deeds of the unit, each with the points its kind and level carry. */
export function readBonus(program: Program, given: Given): Deed[] {
  return (given.list() ?? []).map((entry) => readDeed(program, entry)).filter((deed) => deed !== undefined);
}

function readDeed(program: Program, entry: Given): Deed | undefined {
  const { judged } = program.bonus;
  if (!entry.object()) return undefined;
  const deed = entry.get('deed').text()?.trim();
  const kind = entry
    .get('kind')
    .or(judged ?? '')
    .text();
  if (!deed || !kind) return undefined;
  const { kinds } = program.scheme.bonus;
  const found = kinds.find((candidate) => candidate.kind === kind);
  if (!found) return entry.get('kind').refuse('bonus-kind-unknown', { kind, known: kinds.map((one) => one.kind) });
  entry.object(['deed', 'kind', 'note', 'evidence', ...(found.judgement ? ['mark', 'reason'] : ['level'])]);
  return found.judgement
    ? judgedDeed(program, entry, { deed, kind })
    : levelledDeed(program, entry, { kind: found, deed });
}

/** A deed whose points are a mark with a reason. */
function judgedDeed(
  program: Program,
  entry: Given,
  named: { readonly deed: string; readonly kind: string },
): Deed | undefined {
  const mark = readMark(entry.only(['mark', 'reason']), ZERO, program.bonus.cap);
  return mark && { ...named, points: mark.mark, reason: mark.reason };
}

const LEVELS = ['nation', 'province', 'city'] as const;

/** A deed whose points follow from its kind and level. */
function levelledDeed(
  program: Program,
  entry: Given,
  { kind, deed }: { readonly kind: BonusKind; readonly deed: string },
): Deed | undefined {
  const level = entry.get('level').isAbsent ? undefined : entry.get('level').text();
  const points = program.bonus.points(kind.kind, level);
  const known = LEVELS.filter((one) => kind.amount !== undefined || Object.keys(kind.levels ?? {}).includes(one));
  if (!points || (level !== undefined && !known.some((one) => one === level)))
    return entry.get('level').refuse('bonus-level-unknown', { level: level ?? '', known });
  return { deed, kind: kind.kind, points, ...(level !== undefined && { level }) };
}
