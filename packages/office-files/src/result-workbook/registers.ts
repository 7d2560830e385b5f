/** 事故、加分、评价: what is entered once for all units, and how a unit's share of it is counted. */
import { type Accident, formatExact, type Program, SEVERITIES, type Severity, type UnitFacts } from '@kaohe/scoring';
import { LEVELS } from '../facts/vocabulary.js';
import {
  above,
  atLeast,
  both,
  call,
  countWhere,
  type Expression,
  either,
  type GridCell,
  isBlank,
  isGiven,
  plus,
  range,
  same,
  times,
  when,
} from './expression.js';
import { Grid } from './grid.js';
import { scaled } from './scale.js';

const HEAD = 3;
const SPARE_ACCIDENTS = 10;
const SPARE_DEEDS = 2;

/** How many accidents of at least or exactly a level are a unit's. */
export interface AccidentCounts {
  readonly grid: Grid;
  readonly of: (
    unit: GridCell,
    level: Severity,
    which: { readonly test: 'exactly' | 'at least'; readonly responsibleOnly: boolean },
  ) => Expression;
}

/** The ledger, each accident with its level by Order 493. */
export function accidentsSheet(accidents: readonly Accident[]): AccidentCounts {
  const grid = new Grid('事故');
  head(
    grid,
    [
      '事故台账',
      '一起一行，发生地或主管部门是本单位的计入。等级按国务院令第493号第三条由公式判定：1一般，2较大，3重大，4特别重大。',
    ],
    ['编号', '日期', '发生地', '主管部门', '死亡', '重伤', '直接经济损失（元）', '责任事故（1是）', '等级'],
  );
  grid.widths.push(12, 12, 16, 16, 8, 8, 18, 12, 8);
  const rows = Array.from({ length: accidents.length + SPARE_ACCIDENTS }, (_, index) => {
    const row = HEAD + 1 + index;
    const one = accidents[index];
    const facts = one
      ? [
          one.id,
          one.on,
          one.place,
          one.department ?? '',
          Number(one.deaths),
          Number(one.seriousInjuries),
          loss(one),
          one.responsible ? 1 : 0,
        ]
      : ['', '', '', '', '', '', '', ''];
    const cells = facts.map((value, column) => grid.fact([row, column + 1], value));
    const [, , place, department, deaths, injuries, cost, responsible] = cells as [
      GridCell,
      GridCell,
      GridCell,
      GridCell,
      GridCell,
      GridCell,
      GridCell,
      GridCell,
    ];
    const reaches = (d: number, i: number, yuan: number) =>
      either(atLeast(deaths, d), atLeast(injuries, i), atLeast(cost, yuan));
    const level = when(
      reaches(30, 100, 100_000_000),
      4,
      when(reaches(10, 50, 50_000_000), 3, when(reaches(3, 10, 10_000_000), 2, 1)),
    );
    const stated = either(isGiven(place), isGiven(department));
    return { place, department, responsible, level: grid.formula([row, 9], when(stated, level, 0), 'centered') };
  });
  const column = (key: 'place' | 'department' | 'responsible' | 'level') => range(rows.map((row) => row[key]));
  return {
    grid,
    of: (unit, level, { test, responsibleOnly }) => {
      const own = above(plus(call('EXACT', column('place'), unit), call('EXACT', column('department'), unit)), 0);
      const number = SEVERITIES.indexOf(level) + 1;
      const reached = (test === 'exactly' ? same : atLeast)(column('level'), number);
      return countWhere(own, reached, ...(responsibleOnly ? [same(column('responsible'), 1)] : []));
    },
  };
}

function loss({ directEconomicLossYuan }: Accident): number | string {
  const text = formatExact(directEconomicLossYuan);
  return text.includes('/') ? text : Number(text);
}

function head(grid: Grid, [title, note]: readonly [string, string], heads: readonly string[]): void {
  grid.words([1, 1], title, 'title');
  grid.words([2, 1], note, 'subtitle');
  grid.merged.push([1, 1, 1, heads.length], [2, 1, 2, heads.length]);
  for (const [index, text] of heads.entries()) grid.words([HEAD, index + 1], text, 'head');
  grid.frozen = [HEAD, 1];
}

export interface BonusSheet {
  readonly grid: Grid;
  /** The sum of a unit's deeds that count, before the cap, at the workbook's scale. */
  readonly sums: ReadonlyMap<string, Expression>;
}

/** Every unit's deeds; each deed once, at its highest, where the scheme says so. */
export function bonusSheet(program: Program, units: readonly UnitFacts[], scale: number): BonusSheet {
  const grid = new Grid('加分');
  const { bonus } = program.scheme;
  head(
    grid,
    ['加分', `${bonus.perDeed ? '同一工作只计最高的一项。' : ''}分值＝分数×${scale}，由类别和级别查右边的表。`],
    ['单位', '工作', '类别', '级别', '评分', '分值', '计入', '', '类别', '级别', '分值'],
  );
  grid.widths.push(20, 36, 20, 10, 8, 10, 10, 3, 20, 10, 10);
  const table = pointsTable(program, grid, scale);
  let row = HEAD + 1;
  const sums = units.map((unit): readonly [string, Expression] => {
    const deeds = unit.bonus ?? [];
    const rows = Array.from({ length: deeds.length + SPARE_DEEDS }, (_, index) => {
      const deed = deeds[index];
      const kind = bonus.kinds.find((one) => one.kind === deed?.kind)?.name ?? '';
      const mark = deed && deed.kind === program.bonus.judged ? formatExact(deed.points) : '';
      grid.words([row, 1], unit.unit);
      const texts = [deed?.deed ?? '', kind, deed?.level === undefined ? '' : (LEVELS[deed.level] ?? deed.level)];
      const [work, kindCell, level] = texts.map((text, column) => grid.fact([row, column + 2], text)) as [
        GridCell,
        GridCell,
        GridCell,
      ];
      const given = grid.fact([row, 5], /^\d+(\.\d+)?$/.test(mark) ? Number(mark) : mark);
      const points = grid.formula([row, 6], table({ kind: kindCell, level, mark: given }));
      row += 1;
      return { work, points, at: row - 1 };
    });
    const [works, points] = [range(rows.map(({ work }) => work)), range(rows.map((one) => one.points))];
    const counted = rows.map((one, index) => {
      if (!bonus.perDeed) return grid.formula([one.at, 7], one.points);
      const higher = countWhere(call('EXACT', works, one.work), above(points, one.points));
      const before = rows.slice(0, index);
      const equal = countWhere(
        call('EXACT', range(before.length > 0 ? before.map(({ work }) => work) : [one.work]), one.work),
        same(range(before.length > 0 ? before.map((other) => other.points) : [one.points]), one.points),
      );
      return grid.formula([one.at, 7], when(same(before.length > 0 ? plus(higher, equal) : higher, 0), one.points, 0));
    });
    return [unit.unit, call('SUM', range(counted))];
  });
  return { grid, sums: new Map(sums) };
}

interface DeedCells {
  readonly kind: GridCell;
  readonly level: GridCell;
  readonly mark: GridCell;
}

/** Points by kind and level as a table, and the formula that looks a deed up in it. */
function pointsTable(program: Program, grid: Grid, scale: number): (deed: DeedCells) => Expression {
  const entries = program.scheme.bonus.kinds.flatMap(({ kind, name, levels, amount }) =>
    kind === program.bonus.judged
      ? [{ name, level: '', points: 0 }]
      : amount !== undefined
        ? [{ name, level: '', points: scaled(amount, scale) }]
        : Object.entries(levels ?? {}).map(([level, points]) => ({
            name,
            level: LEVELS[level] ?? level,
            points: scaled(points, scale),
          })),
  );
  const judged = program.scheme.bonus.kinds.findIndex(({ kind }) => kind === program.bonus.judged);
  const cells = entries.map(({ name, level, points }, index) => {
    const row = HEAD + 1 + index;
    return {
      name: grid.words([row, 9], name),
      level: grid.words([row, 10], level),
      points: grid.parameter([row, 11], points),
    };
  });
  const column = (key: 'name' | 'level' | 'points') => range(cells.map((cell) => cell[key]));
  const judgedName = cells.find((_, index) => entries[index]?.name === program.scheme.bonus.kinds[judged]?.name)?.name;
  return ({ kind, level, mark }) => {
    if (cells.length === 0) return call('SUM', 0);
    const anyLevel = plus(call('EXACT', column('level'), level), call('EXACT', column('level'), ''));
    const found = call(
      'SUMPRODUCT',
      times(times(call('EXACT', column('name'), kind), above(anyLevel, 0)), column('points')),
    );
    const listed = when(isBlank(kind), 0, found);
    if (!judgedName) return listed;
    return when(both(isGiven(mark), call('EXACT', kind, judgedName)), call('ROUND', times(mark, scale), 0), listed);
  };
}
