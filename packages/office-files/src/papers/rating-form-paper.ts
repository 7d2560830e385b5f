/** 评价表 as annexes 3 and 4 print it, blank or filled in. */
import {
  annexMark,
  type Cell,
  flush,
  headCells,
  type Line,
  type Paper,
  type Table,
  titleLines,
} from './layout/paper.js';
import { printedLines } from './layout/words.js';

export interface RatingFormRow {
  readonly unit: string;
  /** 分数; left out on a blank form. */
  readonly mark?: string | undefined;
  /** 换算分数 */
  readonly converted?: string | undefined;
}

export interface RatingFormPaperData {
  readonly madeOn: string;
  /** 附件 3 */
  readonly annex?: string | undefined;
  /** As printed; a space between two Chinese characters is where a line ends. */
  readonly title: string;
  /** 序号, 单位, 分数, 换算分数 */
  readonly columns: readonly string[];
  readonly rows: readonly RatingFormRow[];
  readonly notes: readonly string[];
  /** 处室名称：, 分管领导签字： */
  readonly signatures: readonly string[];
}

const WIDTHS = [1100, 3144, 2300, 2300];
/** With these sixteen units, notes and signatures stay on one page. */
const ROW_POINTS = 19.5;

export function ratingFormPaper(data: RatingFormPaperData): Paper {
  return {
    title: data.title,
    madeOn: data.madeOn,
    orientation: 'portrait',
    blocks: [
      ...(data.annex ? [firstLine(data.annex)] : []),
      ...titleLines(printedLines(data.title)),
      formTable(data),
      ...data.signatures.map((text) => flush(`${text}　　　　　　　　　　`)),
    ],
  };
}

/** The form begins its own paper, so no page is broken before it. */
function firstLine(annex: string): Line {
  return { ...annexMark(annex), newPage: false };
}

function formTable({ columns, rows, notes }: RatingFormPaperData): Table {
  const centre = (text: string): Cell => ({ text, align: 'center' });
  return {
    kind: 'table',
    widths: WIDTHS,
    points: 12,
    headRows: 1,
    vertical: 'center',
    rowPoints: ROW_POINTS,
    rows: [
      headCells(columns),
      ...rows.map(({ unit, mark = '', converted = '' }, index) => [`${index + 1}`, unit, mark, converted].map(centre)),
      [centre('说　明'), { text: notes.join('\n'), across: 3, align: 'left' }],
    ],
  };
}
