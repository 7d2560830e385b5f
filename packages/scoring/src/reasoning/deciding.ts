/**
 * What still decides a unit's item, sheet, total, grade and rank: each open row, part and the bonus, with how far it alone can
 * move them, whatever the others turn out to be.
 */
import type { Interval } from '../exact/interval.js';
import { compare, type Rational, ZERO } from '../exact/rational.js';
import type { AssessedUnit, Assessment } from '../outcome/assess.js';
import { findVetoes } from '../outcome/decide.js';
import { openParts, openRows } from '../outcome/result.js';
import type { Program } from '../scheme/program.js';
import type { ScoredItem } from '../score/item.js';
import type { ScoredUnit } from '../score/unit.js';
import { carried, type Movement, scaled, together, widest } from './deciding-movement.js';
import { rowMovement } from './deciding-row.js';

export type Decided = 'item' | 'sheet' | 'total' | 'grade' | 'rank';

export interface Deciding {
  /** A row id, a part id, `bonus`, or the register that no row of the sheet is fed by. */
  readonly id: string;
  readonly kind: 'row' | 'part' | 'bonus' | 'register';
  /** The item of a row. */
  readonly item?: string | undefined;
  /** The most each score can move on it alone: in points of the item, of the sheet, of the total. */
  readonly swings: { readonly item: Rational; readonly sheet: Rational; readonly total: Rational };
  /** `swings.total`. */
  readonly swing: Rational;
  /** The grade limits that may lie in its hands, best first. */
  readonly limits: readonly string[];
  /** Vetoes it may bring. */
  readonly vetoes: readonly string[];
  /** Units of the sheet whose total it may carry this unit past, or leave it behind. */
  readonly past: readonly string[];
  readonly decides: readonly Decided[];
}

/** Everything open that can still move the total, the widest swing first; ranks take an assessment (`decidingOf`). */
export function stillDeciding(program: Program, scored: ScoredUnit): Deciding[] {
  return everythingOpen(program, scored, []).filter(({ swing }) => compare(swing, ZERO) > 0);
}

/** Everything open that can still decide something of a unit among those it is ranked with. */
export function decidingOf({ program, units }: Assessment, unit: AssessedUnit): Deciding[] {
  const others = units.filter(
    (other) => other !== unit && other.rank && other.scored.facts.sheet === unit.scored.facts.sheet,
  );
  return everythingOpen(program, unit.scored, unit.rank ? others : []).filter(({ decides }) => decides.length > 0);
}

interface Moved {
  readonly id: string;
  readonly kind: Deciding['kind'];
  readonly item?: string;
  readonly itemMovements: readonly Movement[];
  readonly sheetMovements: readonly Movement[];
  readonly totalMovements: readonly Movement[];
}

function everythingOpen(program: Program, scored: ScoredUnit, others: readonly AssessedUnit[]): Deciding[] {
  const rows = openRows(scored.items).map((row) => movedByRow(program, scored, row));
  const parts = openParts(scored).map((id) => movedByOther(program, scored, id));
  const registers = openRegisters(program, scored).map((id): Moved => ({ id, kind: 'register', ...UNMOVED }));
  return [...rows, ...parts, ...registers]
    .map((moved) => decided(program, scored, { moved, others }))
    .sort((a, b) => compare(b.swing, a.swing));
}

const UNMOVED = { itemMovements: [], sheetMovements: [], totalMovements: [] };

/** Registers that only a veto looks at: they move no score. */
function openRegisters(program: Program, { items, ...rest }: ScoredUnit): string[] {
  const fed = new Set(items.flatMap(({ clauses }) => clauses.map(({ compiled }) => compiled.register)));
  const possible = findVetoes(program, { items, ...rest }).possibleVetoes.map(({ veto }) => veto.when.kind);
  return [...new Set(possible.filter((kind) => kind !== 'score-below' && !fed.has(kind)))];
}

function movedByRow(program: Program, scored: ScoredUnit, row: string): Moved {
  const item = scored.items.find(({ clauses }) => clauses.some((one) => one.open && one.compiled.row.id === row));
  if (!item) throw new RangeError(`no open clause in row ${row}`);
  const moved = rowMovement(item, scored.facts, row);
  const rest = together(scored.items.filter((other) => other !== item).map(givenToSheet));
  const carries = scored.items.some(({ compiled }) => compiled.item.floor === 'carry');
  const raised = carried(moved.sheet, rest, { floor: carries ? ZERO : undefined });
  const sheet = rescaledMovements(scored, raised);
  return {
    id: row,
    kind: 'row',
    item: item.compiled.item.id,
    itemMovements: moved.item,
    sheetMovements: sheet,
    totalMovements: fromSheet(program, scored, sheet),
  };
}

/** While marks may yet leave any row may change what all the others are worth: no further than the sheet can move at all. */
function rescaledMovements({ sheet, sheetScore }: ScoredUnit, raised: Movement[]): Movement[] {
  if (sheet.mayLeave.n !== 0n) return [{ from: sheetScore.least, to: sheetScore.most }];
  return sheet.rescaled ? scaled(raised, sheet.rescaled) : raised;
}

const givenToSheet = ({ score, carried: below }: ScoredItem): Interval => together([score, below]);

/** The sheet's movements as they reach the total: the bonus added, capped where the reading says so, the other parts added. */
function fromSheet(program: Program, scored: ScoredUnit, sheet: readonly Movement[]): Movement[] {
  const onSheet = program.scheme.bonus.base === 'sheet';
  const raised = onSheet ? carried(sheet, scored.bonus.score, capOf(program)) : [...sheet];
  const factor = scored.parts.find(({ rating }) => rating === undefined)?.compiled.factor ?? ZERO;
  const composite = carried(scaled(raised, factor), together(ratingsOf(scored)), {});
  return onSheet ? composite : carried(composite, scored.bonus.score, capOf(program));
}

const ratingsOf = ({ parts }: ScoredUnit): Interval[] =>
  parts.filter(({ rating }) => rating !== undefined).map(({ score }) => score);

const capOf = ({ scheme, fullMarks }: Program) => ({ ceiling: scheme.bonus.ceiling ? fullMarks : undefined });

function movedByOther(program: Program, scored: ScoredUnit, id: string): Moved {
  const part = scored.parts.find((one) => one.compiled.part.id === id);
  const { least: from, most: to } = part?.score ?? scored.bonus.score;
  if (part) {
    const rest = together(scored.parts.filter((other) => other !== part).map(({ score }) => score));
    const composite = carried([{ from, to }], rest, {});
    const onTotal = program.scheme.bonus.base === 'composite';
    const total = onTotal ? carried(composite, scored.bonus.score, capOf(program)) : composite;
    return { ...UNMOVED, id, kind: 'part', totalMovements: total };
  }
  return { ...UNMOVED, id, kind: 'bonus', totalMovements: bonusMovements(program, scored, { from, to }) };
}

function bonusMovements(program: Program, scored: ScoredUnit, bonus: Movement): Movement[] {
  if (program.scheme.bonus.base === 'composite')
    return carried([bonus], together(scored.parts.map(({ score }) => score)), capOf(program));
  const factor = scored.parts.find(({ rating }) => rating === undefined)?.compiled.factor ?? ZERO;
  const yearEnd = carried([bonus], scored.sheetScore, capOf(program));
  return carried(scaled(yearEnd, factor), together(ratingsOf(scored)), {});
}

function decided(
  program: Program,
  scored: ScoredUnit,
  { moved, others }: { readonly moved: Moved; readonly others: readonly AssessedUnit[] },
): Deciding {
  const swings = {
    item: widest(moved.itemMovements),
    sheet: widest(moved.sheetMovements),
    total: widest(moved.totalMovements),
  };
  const moves = compare(swings.total, ZERO) > 0;
  const limits = moves ? limitsWithin(program, scored.total) : [];
  const vetoes = vetoesOf(program, scored, { moved, swings });
  const past = moves ? others.filter((other) => mayPass(scored.total, other)).map(nameOf) : [];
  const quota = program.bands[0]?.quota !== undefined && past.length > 0;
  const ranked = findVetoes(program, scored).vetoes.length === 0;
  const fails = program.scheme.vetoes.some((veto) => vetoes.includes(veto.id) && veto.effect === 'grade-fail');
  const decides: readonly [Decided, boolean][] = [
    ['item', compare(swings.item, ZERO) > 0],
    ['sheet', compare(swings.sheet, ZERO) > 0],
    ['total', moves],
    ['grade', limits.length > 0 || fails || quota],
    ['rank', ranked && (past.length > 0 || vetoes.length > 0)],
  ];
  const { id, kind, item } = moved;
  const named = decides.filter(([, holds]) => holds).map(([name]) => name);
  return { id, kind, item, swings, swing: swings.total, limits, vetoes, past, decides: named };
}

const nameOf = ({ scored }: AssessedUnit): string => scored.facts.unit;

/** The grades whose limit lies above the least total and not above the most. */
function limitsWithin(program: Program, { least, most }: Interval): string[] {
  return program.bands
    .filter(({ from }) => from && compare(least, from) < 0 && compare(most, from) >= 0)
    .map((band) => band.grade);
}

/** Whether the total may still end on either side of a total the other unit may still have. */
function mayPass({ least, most }: Interval, { scored }: AssessedUnit): boolean {
  return compare(scored.total.most, least) > 0 && compare(scored.total.least, most) <= 0;
}

/** Vetoes that are possible and hang on the row: through a register that feeds it, or through a score it moves. */
function vetoesOf(
  program: Program,
  scored: ScoredUnit,
  { moved, swings }: { readonly moved: Moved; readonly swings: Deciding['swings'] },
): string[] {
  const clauses = scored.items.flatMap((item) => item.clauses);
  const own = clauses.filter((one) => moved.kind === 'row' && one.compiled.row.id === moved.id && one.open);
  return findVetoes(program, scored)
    .possibleVetoes.filter(({ veto: { when } }) =>
      when.kind === 'score-below'
        ? compare(when.of === 'sheet' ? swings.sheet : swings.total, ZERO) > 0
        : moved.id === when.kind || own.some(({ compiled }) => compiled.register === when.kind),
    )
    .map(({ veto }) => veto.id);
}
