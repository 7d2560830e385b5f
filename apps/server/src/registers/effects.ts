/** What one entry does to the scores: the units it concerns scored with it and without it, everything else as it is today. */
import type { RegisterEffects } from '@kaohe/api-contract';
import {
  type AssessedUnit,
  type Assessment,
  clauseReason,
  formatInterval,
  isRawObject,
  type Rational,
  type RawObject,
  type RawTree,
  type ScoredClause,
  type Text,
} from '@kaohe/scoring';
import { sheetOf } from '../facts/compiled.js';
import { unitRegisters } from '../facts/register-facts.js';
import { assessFacts, yearFacts } from '../facts/service.js';
import type { Work } from '../office/office.js';
import { type EntryKey, type EntryRow, entriesFor, getEntry } from './service.js';

/** The clauses an entry feeds, and the totals, with it and without it; nothing where it is withdrawn. */
export async function effectsOf(work: Work, key: EntryKey): Promise<RegisterEffects> {
  const entry = await getEntry(work, key);
  if (entry.withdrawn) return { effects: [], totals: [] };
  const units = [entry.unit_id, entry.also_unit_id].filter((unit) => unit !== '');
  const today = await yearFacts(work, key.year, units);
  const first = await assessFacts(work, key.year, today);
  const entries = await entriesFor(work, key.year);
  const scored = (list: readonly EntryRow[]) =>
    assessFacts(work, key.year, withRegisters(today, first, { entry, entries: list }));
  const before = await scored(entries.filter(({ entry_id }) => entry_id !== entry.entry_id));
  const after = await scored(entries);
  const pairs = after.units.flatMap((unit, index) => {
    const without = before.units[index];
    return without ? [{ unit: unit.scored.facts.unit, unitAfter: unit, without }] : [];
  });
  return { effects: pairs.flatMap(clauseEffects), totals: pairs.map(totalEffect) };
}

interface Registered {
  readonly entry: EntryRow;
  readonly entries: readonly EntryRow[];
}

/** The facts with one register as listed, taken as whole: what is still to be entered there is not this entry's doing. */
function withRegisters(facts: RawTree, { program, units }: Assessment, { entry, entries }: Registered): RawTree {
  const tree = object(facts);
  if (entry.register === 'accidents') return { ...tree, accidents: ledger(tree, entry, entries) };
  const stated = units.find(({ scored }) => scored.facts.unit === entry.unit_id);
  if (!stated) return facts;
  const registers = unitRegisters({
    entries: entries.filter(({ unit_id }) => unit_id === entry.unit_id),
    isWhole: (register) => register === (entry.register === 'commendations' ? 'bonus' : entry.register),
    sheet: sheetOf(program, stated.scored.facts.sheet),
  });
  const { indicators: _indicators, ...rest } = object(object(tree.units)[entry.unit_id]);
  return { ...tree, units: { ...object(tree.units), [entry.unit_id]: { ...rest, ...registers } } };
}

/** The ledger without the accident, where it is not among the entries. */
function ledger(tree: RawObject, { body, entry_id }: EntryRow, entries: readonly EntryRow[]): readonly RawTree[] {
  const lines = Array.isArray(tree.accidents) ? tree.accidents : [];
  if (entries.some((one) => one.entry_id === entry_id)) return lines;
  return lines.filter((line) => object(line).id !== body.id);
}

interface Pair {
  readonly unit: string;
  readonly unitAfter: AssessedUnit;
  readonly without: AssessedUnit;
}

/** Clauses whose arithmetic reads differently with the entry, whether or not a cap hides the points. */
function clauseEffects({ unit, unitAfter, without }: Pair): RegisterEffects['effects'] {
  const others = new Map(clausesOf(without).map((clause) => [clause.compiled.clause.id, clause]));
  return clausesOf(unitAfter).flatMap((clause) => {
    const { id, quote } = clause.compiled.clause;
    const other = others.get(id);
    if (!other || signatureOf(clause) === signatureOf(other)) return [];
    const { zh, en } = clauseReason(clause);
    const points = { applied: pointsOf(clause), without: pointsOf(other) };
    return [{ unit, clause: id, quote, ...points, why: { zh, en } }];
  });
}

interface ClauseOfItem extends ScoredClause {
  readonly itemMarks: Rational;
}

function clausesOf({ scored }: AssessedUnit): ClauseOfItem[] {
  return scored.items.flatMap(({ clauses, fullMarks }) =>
    clauses.map((clause) => ({ ...clause, itemMarks: fullMarks })),
  );
}

/** What the clause asks once its groups are settled; a forfeit (扣完为止) asks for all the item has. */
function pointsOf({ counted: { least, most }, itemMarks }: ClauseOfItem): string {
  const all = { n: -itemMarks.n, d: itemMarks.d };
  const bounded = (end: Rational) => (end.d === 0n ? all : end);
  return formatInterval({ least: bounded(least), most: bounded(most) });
}

function signatureOf(clause: ScoredClause): string {
  return [formatInterval(clause.asked), formatInterval(clause.counted), clauseReason(clause).zh].join('|');
}

function totalEffect({ unit, unitAfter, without }: Pair): RegisterEffects['totals'][number] {
  const before = groundsOf(without).map(({ zh }) => zh);
  return {
    unit,
    total: formatInterval(unitAfter.scored.total),
    without: formatInterval(without.scored.total),
    bonus: formatInterval(unitAfter.scored.bonus.score),
    bonusWithout: formatInterval(without.scored.bonus.score),
    brings: groundsOf(unitAfter)
      .filter(({ zh }) => !before.includes(zh))
      .map(({ zh, en }) => ({ zh, en })),
  };
}

/** Vetoes that hold and what stands against an award. */
function groundsOf({ decision }: AssessedUnit): Text[] {
  return [...decision.vetoes.map(({ why }) => why), ...decision.awards.flatMap(({ why }) => why)];
}

const object = (tree: RawTree | undefined): RawObject => (tree !== undefined && isRawObject(tree) ? tree : {});
