/** 情况反馈: what one unit is told of its own assessment; nothing of any other unit. */
import {
  type Block,
  blank,
  body,
  ended,
  flush,
  headCells,
  heading,
  leading,
  type Paper,
  prose,
  rightLine,
  type Table,
  titleLines,
} from './layout/paper.js';
import { chineseDate, chineseDays, type Days, numbered } from './layout/words.js';
import type { DeductionRow } from './result-rows.js';

export interface RectificationRow {
  readonly what: string;
  /** `2020-03-31` */
  readonly dueOn: string;
}

export interface UnitFeedbackData {
  readonly madeOn: string;
  readonly year: string;
  readonly unit: string;
  readonly team: string;
  readonly assessed: Days;
  /** The unit's own score on its sheet. */
  readonly score: string;
  readonly fullMarks: string;
  readonly deductions: readonly DeductionRow[];
  readonly suggestions: readonly string[];
  readonly rectifications: readonly RectificationRow[];
  /** Until when the unit reports what it put right. */
  readonly reportDueOn?: string | undefined;
  /** Until when it may object; left out where the office takes no appeals. */
  readonly appealDueOn?: string | undefined;
  /** Who sends it: 市安委会办公室. */
  readonly sender: string;
}

const DEDUCTION_WIDTHS = [700, 1900, 3044, 2400, 800];
const DEDUCTION_HEADS = ['序号', '考核项目', '考核标准（原文）', '考核情况', '扣分'];
const RECTIFICATION_WIDTHS = [700, 5544, 2600];

export function unitFeedback(data: UnitFeedbackData): Paper {
  const { year, unit, team, assessed, score, fullMarks, deductions, suggestions, sender, madeOn } = data;
  return {
    title: `关于${year}年度安全生产目标考核情况的反馈（${unit}）`,
    madeOn,
    orientation: 'portrait',
    blocks: ended(
      [
        ...titleLines([`关于${year}年度安全生产目标考核`, '情况的反馈']),
        blank(),
        flush(`${unit}：`),
        body(
          `${chineseDays(assessed)}，考核组（${team}）对你单位${year}年度安全生产目标完成情况进行了考核，现将有关情况反馈如下。`,
        ),
        heading('hei', '一、考核得分'),
        body(`你单位年终考核得分${score}分（满分${fullMarks}分）。`),
        heading('hei', '二、扣分情况'),
        ...deductionBlocks(deductions),
        heading('hei', '三、意见和建议'),
        ...listed(suggestions, '无。'),
        heading('hei', '四、整改要求'),
        ...rectificationBlocks(data),
      ],
      [blank(), rightLine(sender, 4), rightLine(chineseDate(madeOn), 4)],
    ),
  };
}

function listed(texts: readonly string[], none: string): Block[] {
  return texts.length > 0 ? prose(numbered(texts)) : [body(none)];
}

function deductionBlocks(deductions: readonly DeductionRow[]): Block[] {
  if (deductions.length === 0) return [body('各考核项目均未扣分。')];
  const table: Table = {
    kind: 'table',
    widths: DEDUCTION_WIDTHS,
    points: 12,
    headRows: 1,
    vertical: 'center',
    rowPoints: 24,
    rows: [
      headCells(DEDUCTION_HEADS),
      ...deductions.map(({ row, item, quote, observed, points }) => [
        { text: row, align: 'center' as const },
        { text: item },
        { text: quote },
        { text: observed },
        { text: points, align: 'center' as const },
      ]),
    ],
  };
  return [leading(`共有${deductions.length}条扣分，逐条列示如下：`), table];
}

function rectificationBlocks({ rectifications, reportDueOn, appealDueOn }: UnitFeedbackData): Block[] {
  const table: Table = {
    kind: 'table',
    widths: RECTIFICATION_WIDTHS,
    points: 12,
    headRows: 1,
    vertical: 'center',
    rowPoints: 24,
    rows: [
      headCells(['序号', '整改内容', '完成时限']),
      ...rectifications.map(({ what, dueOn }, index) => [
        { text: `${index + 1}`, align: 'center' as const },
        { text: what },
        { text: chineseDate(dueOn), align: 'center' as const },
      ]),
    ],
  };
  const isAsked = rectifications.length > 0;
  return [
    ...(isAsked ? [leading('请按下列内容和时限完成整改：'), table] : [body('本次考核没有需要整改的事项。')]),
    ...(isAsked && reportDueOn ? [body(`请于${chineseDate(reportDueOn)}前将整改情况书面报送。`)] : []),
    ...(appealDueOn ? [body(`对以上情况有异议的，请于${chineseDate(appealDueOn)}前书面提出复核申请。`)] : []),
  ];
}
