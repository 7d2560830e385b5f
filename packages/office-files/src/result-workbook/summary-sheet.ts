/** 汇总: every unit's parts, total, rank, grade, vetoes and awards, by sheet of the scheme, with what the system had found beside it. */
import { type AssessedUnit, formatExact, type Interval, type Program } from '@kaohe/scoring';
import { conditionState, HOLDS, POSSIBLE } from './conditions.js';
import {
  above,
  below,
  countWhere,
  type Expression,
  either,
  type GridCell,
  isBlank,
  joined,
  largest,
  minus,
  type Operand,
  plus,
  range,
  same,
  sumOf,
  times,
  when,
} from './expression.js';
import { bandsReached, gradeOrder, gradeText, mayFall, placesOf, underVetoes, withinQuota } from './grade-formulas.js';
import { Grid } from './grid.js';
import { columnsOf } from './summary-columns.js';
import type { UnitSheet } from './unit-sheet.js';

export interface SummaryRow {
  readonly sheet: UnitSheet;
  readonly assessed: AssessedUnit;
}

export interface SummaryCells {
  readonly total: GridCell;
  readonly rank: GridCell;
  readonly grade: GridCell;
  readonly sheetScore: GridCell;
  readonly bonus: GridCell;
  readonly parts: ReadonlyMap<string, GridCell>;
  readonly agrees: GridCell;
  readonly vetoes: readonly GridCell[];
  readonly awards: readonly GridCell[];
}

export interface SummarySheet {
  readonly grid: Grid;
  readonly units: ReadonlyMap<string, SummaryCells>;
}

const HEAD = 3;

export function summarySheet(program: Program, rows: readonly SummaryRow[]): SummarySheet {
  const columns = columnsOf(program);
  const grid = new Grid('汇总');
  grid.words([1, 1], `${program.scheme.title}　得分汇总（公式）`, 'title');
  grid.words(
    [2, 1],
    '各栏都由公式从“事实”算出。“～”两边是未核事项的两种极端。“系统得分”是导出时系统算出的总分。',
    'subtitle',
  );
  grid.merged.push([1, 1, 1, columns.shown], [2, 1, 2, columns.shown]);
  const heads = new Map(
    columns.heads.map(([key, text, width], index) => {
      grid.widths.push(width);
      return [key, grid.words([HEAD, index + 1], text, 'head')] as const;
    }),
  );
  grid.frozen = [HEAD, 2];
  for (let column = columns.shown + 1; column <= columns.heads.length; column += 1) grid.folded.push(column);
  let row = HEAD + 1;
  const blocks = [...program.sheets.values()].flatMap(({ sheet }) => {
    const own = rows.filter(({ assessed }) => assessed.scored.facts.sheet === sheet.id);
    if (own.length === 0) return [];
    grid.words([row, 1], sheet.title, 'section');
    grid.merged.push([row, 1, row, columns.shown]);
    const block = new Block({ program, grid, heads, top: row + 1, shown: columns.shown }, own);
    row += own.length + 1;
    return [...block.draw()];
  });
  return { grid, units: new Map(blocks) };
}

interface BlockPlace {
  readonly program: Program;
  readonly grid: Grid;
  readonly heads: ReadonlyMap<string, GridCell>;
  readonly top: number;
  /** How many columns people see. */
  readonly shown: number;
}

/** The units of one sheet, ranked among themselves. */
class Block {
  constructor(
    private readonly place: BlockPlace,
    private readonly rows: readonly SummaryRow[],
  ) {}

  draw(): [string, SummaryCells][] {
    const { program } = this.place;
    const entered = this.rows.map((row, index) => this.drawScores(row, index));
    const ranked = entered.map((one, index) => this.drawRank(entered, one, index));
    return this.rows.map(({ assessed, sheet }, index) => {
      const { states, vetoed } = entered[index] as Entered;
      const grades = this.drawGrades(sheet, index, { entered, states, rank: ranked[index] as Ranked });
      const vetoes = program.scheme.vetoes.map(({ id }, at) =>
        this.formula(index, `veto ${id}`, stateText(states[at] as GridCell)),
      );
      const awards = this.drawAwards(sheet, index, { states, vetoed, grades });
      const shown = this.drawShown(this.rows[index] as SummaryRow, index);
      return [
        assessed.scored.facts.unit,
        { ...shown, rank: (ranked[index] as Ranked).text, grade: grades.text, vetoes, awards },
      ];
    });
  }

  private at(index: number, key: string): readonly [number, number] {
    return [this.place.top + index, this.place.heads.get(key)?.column ?? 1];
  }

  private formula(index: number, key: string, value: Operand): GridCell {
    const at = this.at(index, key);
    const look = key === 'total' ? 'total' : key === 'unit' ? 'body' : at[1] > this.place.shown ? 'scaled' : 'centered';
    return this.place.grid.formula(at, value, look);
  }

  private drawScores({ sheet }: SummaryRow, index: number): Entered {
    const states = this.place.program.scheme.vetoes.map((veto) =>
      this.formula(index, `state ${veto.id}`, conditionState(veto.when, sheet)),
    );
    return {
      least: this.formula(index, 'least', sheet.total.least),
      most: this.formula(index, 'most', sheet.total.most),
      common: this.formula(index, 'common', sheet.common),
      states,
      vetoed: this.formula(index, 'vetoed', states.length === 0 ? 0 : largest(0, ...states)),
    };
  }

  /** 1 + the units certainly, or possibly, above. Totals of different denominators are compared crosswise. */
  private drawRank(entered: readonly Entered[], own: Entered, index: number): Ranked {
    const column = (key: 'least' | 'most' | 'common' | 'vetoed') => range(entered.map((one) => one[key]));
    const isShared = this.rows.every(({ sheet }) => sheet.common === 1);
    const theirs = (key: 'least' | 'most') => (isShared ? column(key) : times(column(key), own.common));
    const mine = (cell: GridCell) => (isShared ? cell : times(cell, column('common')));
    const sureAbove = countWhere(same(column('vetoed'), 0), above(theirs('least'), mine(own.most)));
    const maybeAbove = countWhere(below(column('vetoed'), HOLDS), above(theirs('most'), mine(own.least)));
    const itself = when(above(own.most, own.least), 1, 0);
    const ranked = (value: Expression) => when(same(own.vetoed, HOLDS), '', value);
    const least = this.formula(index, 'rank least', ranked(plus(1, sureAbove)));
    const most = this.formula(index, 'rank most', ranked(minus(plus(1, maybeAbove), itself)));
    const text = this.formula(index, 'rank', when(isBlank(least), '', between(least, most)));
    return { least, most, text };
  }

  private drawGrades(sheet: UnitSheet, index: number, { entered, states, rank }: Graded): Grades {
    const { program, heads } = this.place;
    const order = gradeOrder(program);
    const bands = program.bands.map(({ grade }) => grade);
    const reached = bandsReached(program, sheet).map((flag, band) =>
      this.formula(index, `reached ${bands[band]}`, flag),
    );
    const vetoed = range(entered.map((one) => one.vetoed));
    const ranked = [countWhere(same(vetoed, 0)), countWhere(below(vetoed, HOLDS))] as const;
    const within = withinQuota(program, reached, { rank: [rank.least, rank.most], ranked });
    const quoted = within.map((flag, band) => this.formula(index, `computed ${bands[band]}`, flag));
    const none = this.formula(index, 'computed ', quoted.length === 0 ? 1 : when(same(sumOf(quoted), 0), 1, 0));
    const only = order.slice(bands.length + 1).map((grade) => this.formula(index, `computed ${grade}`, 0));
    const vetoes = { order, states };
    const standing = underVetoes(program, [...quoted, none, ...only], vetoes).map((flag, place) =>
      this.formula(index, `stands ${order[place]}`, flag),
    );
    const failing = program.scheme.vetoes.filter(({ effect }) => effect === 'grade-fail');
    const falls = mayFall(program, standing, vetoes).map((flag, place) =>
      this.formula(index, `falls ${failing[place]?.id}`, flag),
    );
    const name = (place: number) => heads.get(`stands ${order[place]}`) as GridCell;
    const places = placesOf(program, vetoes);
    const entries = [
      ...standing.map((flag, place) => ({ flag, place })),
      ...falls.map((flag, one) => ({ flag, place: places[one]?.place ?? 0 })),
    ].filter(({ place }) => order[place] !== '');
    const text = this.formula(
      index,
      'grade',
      gradeText(entries.map(({ flag, place }) => ({ flag, name: name(place) }))),
    );
    return { text, entries: entries.map(({ flag, place }) => ({ flag, grade: order[place] ?? '' })) };
  }

  private drawAwards(sheet: UnitSheet, index: number, { states, vetoed, grades }: Awarded): GridCell[] {
    return this.place.program.scheme.awards.map((award) => {
      const grounds = award.disqualified.map((ground) => conditionState(ground.when, sheet));
      const flags = (fits: boolean) =>
        sumOf(grades.entries.filter(({ grade }) => award.grades.includes(grade) === fits).map(({ flag }) => flag));
      const against = either(
        same(vetoed, HOLDS),
        same(flags(true), 0),
        ...grounds.map((ground) => same(ground, HOLDS)),
      );
      const open = either(above(flags(false), 0), ...[...states, ...grounds].map((state) => same(state, POSSIBLE)));
      return this.formula(index, `award ${award.id}`, when(against, '否', when(open, '未定', '是')));
    });
  }

  private drawShown(
    { sheet, assessed }: SummaryRow,
    index: number,
  ): Omit<SummaryCells, 'rank' | 'grade' | 'vetoes' | 'awards'> {
    const { grid } = this.place;
    const marks = (key: string, { marks: [least, most] }: Pick<UnitSheet['total'], 'marks'>) =>
      this.formula(index, key, between(least, most));
    grid.parameter(this.at(index, 'number'), index + 1, 'centered');
    this.formula(index, 'unit', sheet.unit);
    const parts = [...sheet.parts].map(([id, score]) => [id, marks(`part ${id}`, score)] as const);
    const total = marks('total', sheet.total);
    this.formula(index, 'wrong', sheet.place.facts.wrong);
    const system = grid.words(this.at(index, 'system'), systemText(assessed.scored.total), 'note');
    return {
      parts: new Map(parts),
      sheetScore: marks('sheet', sheet.sheetScore),
      bonus: marks('bonus', sheet.bonus),
      total,
      agrees: this.formula(index, 'agrees', when(same(joined(total, ''), joined(system, '')), '一致', '不同')),
    };
  }
}

interface Entered {
  readonly least: GridCell;
  readonly most: GridCell;
  readonly common: GridCell;
  readonly states: readonly GridCell[];
  readonly vetoed: GridCell;
}

interface Ranked {
  readonly least: GridCell;
  readonly most: GridCell;
  readonly text: GridCell;
}

interface Graded {
  readonly entered: readonly Entered[];
  readonly states: readonly GridCell[];
  readonly rank: Ranked;
}

interface Grades {
  readonly text: GridCell;
  readonly entries: readonly { readonly flag: GridCell; readonly grade: string }[];
}

interface Awarded {
  readonly states: readonly GridCell[];
  readonly vetoed: GridCell;
  readonly grades: Grades;
}

const between = (least: GridCell, most: GridCell): Expression =>
  when(same(least, most), least, joined(joined(least, '～'), most));
const stateText = (state: GridCell): Expression =>
  when(same(state, HOLDS), '触发', when(same(state, POSSIBLE), '可能', '否'));

export function systemText({ least, most }: Interval): string {
  const [low, high] = [formatExact(least), formatExact(most)];
  return low === high ? low : `${low}～${high}`;
}
