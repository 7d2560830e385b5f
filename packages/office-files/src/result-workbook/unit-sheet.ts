/** One unit's sheet: items with their clauses, then the sheet, the bonus, the parts and the total. */
import type { ItemProgram, ScoredUnit } from '@kaohe/scoring';
import { type DrawnClause, drawClause } from './clause-rows.js';
import {
  type Expression,
  expression,
  type GridCell,
  largest,
  type Operand,
  over,
  same,
  smallest,
  sumOf,
  times,
  when,
} from './expression.js';
import { BONUS_KEY } from './facts-sheet.js';
import type { Grid } from './grid.js';
import { countedEnds, type Ends } from './group-formulas.js';
import { amount } from './rule-context.js';
import { scaled, Untranslatable, whole } from './scale.js';
import type { UnitPlace } from './unit-context.js';
import { asFound, COLUMNS, drawMarks, settleCommon, startDrawing, type UnitDrawing } from './unit-drawing.js';

/** A score at the scale in both worlds, and in marks. */
export interface DrawnScore extends Ends {
  readonly least: Expression;
  readonly most: Expression;
  readonly marks: readonly [least: GridCell, most: GridCell];
}

export interface UnitSheet {
  readonly grid: Grid;
  readonly unit: GridCell;
  readonly common: Operand;
  /** What each clause asks for. */
  readonly asked: ReadonlyMap<string, Ends>;
  readonly items: ReadonlyMap<string, DrawnScore>;
  readonly place: UnitPlace;
  readonly scored: ScoredUnit;
  readonly sheetScore: DrawnScore;
  readonly bonus: DrawnScore;
  readonly parts: ReadonlyMap<string, DrawnScore>;
  readonly total: DrawnScore;
  readonly untranslated: readonly string[];
}

export function unitSheet(place: UnitPlace, scored: ScoredUnit, name: string): UnitSheet {
  const drawing = startDrawing(place, scored, name);
  const items = scored.items.map(({ compiled }) => drawItem(drawing, compiled));
  settleCommon(drawing);
  const { grid } = drawing;
  grid.words([drawing.row, 1], '合成', 'section');
  grid.merged.push([drawing.row, 1, drawing.row, COLUMNS.note]);
  drawing.row += 1;
  const sheetScore = drawSheet(drawing, items);
  const bonus = drawBonus(drawing);
  const parts = drawParts(drawing, sheetScore, bonus);
  const total = drawTotal(drawing, [...parts.values()], bonus);
  const scores = new Map(items.map(({ id, score }) => [id, score]));
  const { unit, common, untranslated, asked } = drawing;
  return { grid, unit, common, place, scored, asked, items: scores, sheetScore, bonus, parts, total, untranslated };
}

interface DrawnItem {
  readonly id: string;
  readonly score: DrawnScore;
  readonly carried: Ends | undefined;
}

function drawItem(drawing: UnitDrawing, item: ItemProgram): DrawnItem {
  const { grid } = drawing;
  const { id, name, fullMarks } = item.item;
  grid.words([drawing.row, 1], `${name}（${fullMarks}分）`, 'section');
  grid.merged.push([drawing.row, 1, drawing.row, COLUMNS.note]);
  drawing.row += 1;
  const asked = new Map(item.clauses.map((one) => [one.clause.id, drawClause(drawing, one)]));
  for (const [clause, drawn] of asked) drawing.asked.set(clause, drawn.asked);
  const counted = item.clauses.map(({ clause }) => drawCounted(drawing, item, { id: clause.id, asked }));
  const start =
    item.item.start === 'zero' ? expression(0) : amount(scaled(item.fullMarks, drawing.place.scale), drawing);
  const sum = (world: keyof Ends) => {
    const isRescaled = item.notApplicable === 'rescale';
    const found = drawing.scored.items.find(({ compiled }) => compiled === item)?.start[world];
    const from = isRescaled && found ? asFound(drawing, found) : start;
    return sumOf([from, ...counted.map((ends) => ends[world])]);
  };
  const least = grid.formula([drawing.row, COLUMNS.least], sum('least'));
  const most = grid.formula([drawing.row, COLUMNS.most], sum('most'));
  const score = drawScore(drawing, '本项得分', { least: held(drawing, item, least), most: held(drawing, item, most) });
  const carries = item.item.floor === 'carry';
  return { id, score, carried: carries ? { least: smallest(0, least), most: smallest(0, most) } : undefined };
}

function drawCounted(
  drawing: UnitDrawing,
  item: ItemProgram,
  { id, asked }: { readonly id: string; readonly asked: ReadonlyMap<string, DrawnClause> },
): Ends {
  const { grid, place } = drawing;
  const top = asked.get(id)?.top ?? drawing.row;
  const nothing: Ends = { least: expression(0), most: expression(0) };
  const cap = (index: number) => amount(scaled(item.caps[index]?.cap ?? { n: 0n, d: 1n }, place.scale), drawing);
  const ends = settled(drawing, { item, id }, () =>
    countedEnds(item, id, { asked: (other) => asked.get(other)?.asked ?? nothing, cap }),
  );
  const least = grid.formula([top, COLUMNS.countedLeast], ends.least);
  const most = grid.formula([top, COLUMNS.countedMost], ends.most);
  drawMarks(drawing, top, { least: expression(least), most: expression(most) });
  return { least: expression(least), most: expression(most) };
}

/** What the engine let count, where a group has no formula. */
function settled(
  drawing: UnitDrawing,
  { item, id }: { readonly item: ItemProgram; readonly id: string },
  make: () => Ends,
): Ends {
  try {
    return make();
  } catch (problem) {
    if (!(problem instanceof Untranslatable)) throw problem;
    drawing.untranslated.push(`${id}：${problem.message}`);
    const found = drawing.scored.items
      .find(({ compiled }) => compiled === item)
      ?.clauses.find((one) => one.compiled.clause.id === id);
    const { least, most } = found?.counted ?? { least: { n: 0n, d: 1n }, most: { n: 0n, d: 1n } };
    return { least: asFound(drawing, least), most: asFound(drawing, most) };
  }
}

/** Floored at zero unless it has no floor, never above its full marks unless it is open-ended. */
function held(drawing: UnitDrawing, { item, awards, fullMarks, notApplicable }: ItemProgram, sum: Operand): Expression {
  const raised = item.floor === 'none' ? expression(sum) : largest(0, sum);
  const isTopped = awards && item.ceiling !== 'none';
  const found = drawing.scored.items.find(({ compiled }) => compiled.item === item);
  const full = notApplicable === 'rescale' && found ? found.fullMarks : fullMarks;
  return isTopped ? smallest(amount(scaled(full, drawing.place.scale), drawing), raised) : raised;
}

/** A row of its own: both ends at the scale and in marks. */
function drawScore(drawing: UnitDrawing, label: string, { least, most }: Ends): DrawnScore {
  const { grid, row } = drawing;
  grid.words([row, COLUMNS.quote], label, 'total');
  const cells = {
    least: grid.formula([row, COLUMNS.countedLeast], least),
    most: grid.formula([row, COLUMNS.countedMost], most),
  };
  const ends = { least: expression(cells.least), most: expression(cells.most) };
  const marks = drawMarks(drawing, row, ends);
  drawing.row += 1;
  return { ...ends, marks };
}

function drawSheet(drawing: UnitDrawing, items: readonly DrawnItem[]): DrawnScore {
  const carries = items.some(({ carried }) => carried !== undefined);
  const sum = (world: keyof Ends) => {
    const all = sumOf(items.flatMap(({ score, carried }) => [score[world], ...(carried ? [carried[world]] : [])]));
    return carries ? largest(0, all) : all;
  };
  const { sheet } = drawing.scored;
  if (sheet.compiled.sheet.notApplicable !== 'rescale')
    return drawScore(drawing, '细则表得分', { least: sum('least'), most: sum('most') });
  const message = '合理缺项折算没有公式：各项的起始分和细则表得分是系统算出的';
  drawing.untranslated.push(message);
  drawing.grid.words([drawing.row, COLUMNS.note], message, 'note');
  return drawScore(drawing, '细则表得分', {
    least: asFound(drawing, sheet.score.least),
    most: asFound(drawing, sheet.score.most),
  });
}

/** Nothing known leaves all of the cap possible, where any kind of deed earns points. */
function drawBonus(drawing: UnitDrawing): DrawnScore {
  const { program, facts, bonus: sum, scale } = drawing.place;
  const { cap, earns } = program.bonus;
  const known = same(facts.at(BONUS_KEY), 1);
  const most = amount(scaled(cap, scale), drawing);
  const points = smallest(most, times(sum, drawing.common));
  return drawScore(drawing, '加分', { least: when(known, points, 0), most: when(known, points, earns ? most : 0) });
}

/** A base with the bonus added; capped at full marks under the reading that says so. */
function withBonus(drawing: UnitDrawing, base: Ends, bonus: Ends): Ends {
  const { program, scale } = drawing.place;
  const full = amount(scaled(program.fullMarks, scale), drawing);
  const raised = (world: keyof Ends) => {
    const sum = sumOf([base[world], bonus[world]]);
    return program.scheme.bonus.ceiling === undefined ? sum : smallest(full, sum);
  };
  return { least: raised('least'), most: raised('most') };
}

function drawParts(drawing: UnitDrawing, sheet: Ends, bonus: Ends): Map<string, DrawnScore> {
  const { program, ratings } = drawing.place;
  const isAdded = program.scheme.bonus.base === 'sheet';
  const yearEnd = isAdded ? drawScore(drawing, '细则表得分与加分', withBonus(drawing, sheet, bonus)) : sheet;
  const parts = drawing.scored.parts.map(({ compiled }) => {
    const { part, factor } = compiled;
    const end = (world: 0 | 1): Expression => {
      if (part.form !== undefined) return times(ratings(part.form)[world], drawing.common);
      const own = world === 0 ? yearEnd.least : yearEnd.most;
      return over(times(own, whole(factor.n)), whole(factor.d));
    };
    return [part.id, drawScore(drawing, `${part.name}（${part.weight}）`, { least: end(0), most: end(1) })] as const;
  });
  return new Map(parts);
}

function drawTotal(drawing: UnitDrawing, parts: readonly Ends[], bonus: Ends): DrawnScore {
  const sum = { least: sumOf(parts.map(({ least }) => least)), most: sumOf(parts.map(({ most }) => most)) };
  const isAdded = drawing.place.program.scheme.bonus.base === 'composite';
  return drawScore(drawing, '总分', isAdded ? withBonus(drawing, sum, bonus) : sum);
}
