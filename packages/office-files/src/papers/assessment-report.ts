/** 考核报告: what a team hands in on one unit, signed by its leader (关于…的通知，七（三）). */
import {
  type Block,
  blank,
  type Cell,
  centered,
  ended,
  headCells,
  heading,
  labelled,
  leading,
  type Paper,
  prose,
  rightLine,
  type Table,
  titleLines,
} from './layout/paper.js';
import { chineseDays, type Days, dateOr, numbered } from './layout/words.js';
import { addText, type ScoreLine } from './result-rows.js';

export interface AssessmentReportData {
  readonly madeOn: string;
  readonly year: string;
  readonly unit: string;
  readonly team: string;
  /** The leader's role, never a name: 第一组组长. */
  readonly leader: string;
  /** 考核时限 */
  readonly period: Days;
  /** 考核时间 */
  readonly assessed: Days;
  readonly methods: readonly string[];
  readonly places: readonly string[];
  /** How places were drawn, a line a draw; left out: none were. */
  readonly draws?: readonly string[] | undefined;
  readonly situation: readonly string[];
  readonly findings: readonly string[];
  readonly suggestions: readonly string[];
  readonly items: readonly ScoreLine[];
  readonly score: string;
  readonly fullMarks: string;
  /** What a reader of the score must know: 暂定, 未核. */
  readonly notes: readonly string[];
  /** Left out: the leader writes the date beside the signature. */
  readonly signedOn?: string | undefined;
}

const SCORE_WIDTHS = [3544, 850, 850, 1100, 2500];
const SCORE_HEADS = ['考核项目', '分值', '扣分', '得分', '扣分情况'];

export function assessmentReport(data: AssessmentReportData): Paper {
  const title = `${data.year}年度安全生产目标考核报告`;
  return {
    title: `${title}（${data.unit}）`,
    madeOn: data.madeOn,
    orientation: 'portrait',
    blocks: ended(
      [
        ...titleLines([title]),
        centered(`（${data.unit}）`),
        blank(),
        ...organisation(data),
        heading('hei', '二、基本情况'),
        ...narrative(data.situation),
        heading('hei', '三、存在问题'),
        ...narrative(numbered(data.findings)),
        heading('hei', '四、意见和建议'),
        ...narrative(numbered(data.suggestions)),
        heading('hei', '五、考核得分'),
        leading(`年终考核得分${data.score}分（满分${data.fullMarks}分），各考核项目得分如下：`),
        itemsTable(data),
        ...prose(data.notes.map((note) => `说明：${note}`)),
      ],
      [blank(), rightLine('考核组组长（签字）：　　　　　　', 2), rightLine(dateOr(data.signedOn), 4)],
    ),
  };
}

function organisation(data: AssessmentReportData): Block[] {
  return [
    heading('hei', '一、考核组织'),
    labelled('考核组：', `${data.team}（组长：${data.leader}）`),
    labelled('被考核单位：', data.unit),
    labelled('考核时限：', chineseDays(data.period)),
    labelled('考核时间：', chineseDays(data.assessed)),
    labelled('考核方法：', data.methods.join('、')),
    labelled('考核地点：', data.places.join('、')),
    ...(data.draws ?? []).map((line) => labelled('考核点抽取：', line)),
  ];
}

/** Paragraphs; where there are none, room to write by hand. */
function narrative(paragraphs: readonly string[]): Block[] {
  return paragraphs.length > 0 ? prose(paragraphs) : [blank(), blank()];
}

function itemsTable({ items, score, fullMarks }: AssessmentReportData): Table {
  const number = (text: string): Cell => ({ text, align: 'center' });
  const deducted = items.map((line) => line.deducted);
  // While something is open the column has no sum.
  const whole = deducted.every((text) => /^\d+(?:\.\d+)?$/.test(text)) ? addText(deducted) : '';
  return {
    kind: 'table',
    widths: SCORE_WIDTHS,
    points: 12,
    headRows: 1,
    vertical: 'center',
    rowPoints: 24,
    rows: [
      headCells(SCORE_HEADS),
      ...items.map((line) => [
        { text: line.item },
        number(line.fullMarks),
        number(line.deducted),
        number(line.score),
        { text: line.why },
      ]),
      [{ text: '合计', align: 'center', face: 'hei' }, number(fullMarks), number(whole), number(score), { text: '' }],
    ],
  };
}
