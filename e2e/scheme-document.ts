// A document nobody has seen: sixty rows of a county's fire safety, in a table of Word, written for the journey of import.
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

interface Part {
  readonly name: string;
  readonly marks: number;
  readonly rows: readonly string[];
}

const DUTIES = ['街道办事处', '消防救援站', '物业服务企业', '社区网格', '九小场所', '高层住宅'];
const WORKS = ['培训', '演练', '巡查', '约谈', '宣传', '督办'];

/** Ten rows of each part: kinds of rules in turn, with subjects of their own. */
function rowsOf(part: number): string[] {
  const [duty = '', work = ''] = [DUTIES[part], WORKS[part]];
  return [
    `未制定${duty}${work}工作方案的扣1分。`,
    `每季度组织${work}不少于1次，少1次扣0.5分。`,
    `${duty}隐患整改率低于95%的扣1分。`,
    `每发现1处${duty}占用疏散通道扣0.2分，最高扣1分。`,
    `做到有台账、有照片、有总结，少一项扣0.3分。`,
    `${work}覆盖率达到100%，每低5个百分点扣0.4分。`,
    `${work}记录未签字的扣0.5分，弄虚作假的扣1分。`,
    `迟报${work}信息的，第1、2、3次分别扣0.2分、0.4分、0.6分。`,
    `${duty}值守人员不在岗的，每人次扣0.3分。`,
    `${work}效果由考核组酌情扣0—1分。`,
  ];
}

const PARTS: readonly Part[] = ['责任落实', '能力建设', '隐患排查', '重点治理', '宣传教育', '应急处置'].map(
  (name, index) => ({
    name: `${'一二三四五六'[index]}、${name}`,
    marks: index < 4 ? 17 : 16,
    rows: rowsOf(index),
  }),
);

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
const row = (...cells: readonly string[]) => new TableRow({ children: cells.map(cell) });
const line = (text: string) => new Paragraph({ children: [new TextRun(text)] });

/** How many rows of the table score. */
export const ROWS = PARTS.reduce((sum, { rows }) => sum + rows.length, 0);

export async function schemeDocument(): Promise<Buffer> {
  let number = 0;
  const body = PARTS.flatMap(({ name, marks, rows }) => [
    new TableRow({ children: [new TableCell({ columnSpan: 3, children: [new Paragraph(`${name}（${marks}分）`)] })] }),
    ...rows.map((text) => {
      number += 1;
      return row(`${number}`, text, '查阅资料');
    }),
  ]);
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: '柳河县2024年度消防安全工作考核细则', alignment: AlignmentType.CENTER }),
          line('本细则实行百分制，考核期间为2024年1月1日至12月31日。'),
          new Table({ rows: [row('序号', '考核标准', '考核方法'), ...body] }),
          line('七、加分项：工作经验被国家、省、市推广的，分别加3分、2分、1分，加分最高不超过5分。'),
          line('八、年度内发生重大以上火灾事故的，年度考核直接评定为不合格。'),
          line(
            '九、考核等次。90分以上（含90分）为优秀，75分以上（含75分）为良好，60分以上（含60分）为合格，不足60分为不合格。',
          ),
        ],
      },
    ],
  });
  return await Packer.toBuffer(document);
}
