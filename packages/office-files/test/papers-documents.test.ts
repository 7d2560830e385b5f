import { cellText } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import {
  assessmentReport,
  circular,
  deductionRows,
  documentBytes,
  type Paper,
  scoreLines,
  unitFeedback,
} from '../src/index.js';
import { chineseDate, chineseDays, chineseNumber, printedLines } from '../src/papers/layout/words.js';
import { CIRCULAR, CITIES, FEEDBACK, FILLED, LEADER_FORM, REPORT, RESULT, SCHEME, unitOf } from './papers-data.js';
import { all, cells, documentXml, paragraphs, partOf, rows, tables, textOf } from './papers-xml.js';

const UNITS = SCHEME.population.units;
const xmlOf = async (paper: Paper) => partOf(await documentBytes(paper), 'word/document.xml');

describe('the circular', () => {
  test('names grades and never a score', async () => {
    const text = textOf(await documentXml('circular.docx'));
    for (const { total, sheetScore, parts } of RESULT.units)
      for (const score of [total, sheetScore, ...Object.values(parts)])
        for (const end of [score.least, score.most].filter((one) => one.includes('.'))) expect(text).not.toContain(end);
    expect(text).not.toMatch(/[\d.]分|得分|总分|名次|排名/);
  });

  test('keeps the administrative order inside a grade, districts before departments, whatever order it is given', async () => {
    const shuffled = [...CIRCULAR.units].reverse();
    const districts = shuffled.filter((unit) => unit.class !== 'department').reverse();
    const units = [...shuffled.filter((unit) => unit.class === 'department').reverse(), ...districts];
    const expected = CIRCULAR.grades.flatMap((grade) =>
      UNITS.map(({ name }) => CIRCULAR.units.find(({ unit }) => unit === name)).flatMap((unit) =>
        unit?.grade === grade ? [[unit.unit, grade]] : [],
      ),
    );
    for (const data of [CIRCULAR, { ...CIRCULAR, units }]) {
      const [list = ''] = tables(await xmlOf(circular(data)));
      const printed = rows(list)
        .slice(1)
        .map((row) => cells(row).slice(1));
      expect(printed).toEqual(expected);
    }
  });

  test('is addressed to the units and members of its year by name, districts first', async () => {
    const addressed = (units: typeof CIRCULAR.units) =>
      xmlOf(circular({ ...CIRCULAR, units })).then((xml) => paragraphs(xml).find((line) => line.endsWith('：')));
    const some = CIRCULAR.units.filter(({ unit }) => ['巩义市', '高新区', '市公安局', '市林业局'].includes(unit));
    expect(await addressed(some)).toBe('高新区、巩义市，市公安局、市林业局：');
    expect(await addressed(some.slice(0, 2))).toBe('高新区、巩义市：');
  });

  test('puts each annex on a new page under “附件1” in 黑体', async () => {
    const marks = all(await documentXml('circular.docx'), /<w:p>(.*?)<\/w:p>/gs).filter((one) =>
      /^附件\d$/.test(textOf(one)),
    );
    expect(marks.map(textOf)).toEqual(['附件1', '附件2']);
    for (const mark of marks) {
      expect(mark).toContain('<w:pageBreakBefore/>');
      expect(mark).toContain('w:eastAsia="黑体"');
    }
  });

  test.each(['郑安委(2020)5号', '郑安委[2020]5号', '郑安委〔2020〕5号', '郑安委（2020）5号'])(
    'writes the number %s with 〔〕',
    async (documentNumber) => {
      expect(paragraphs(await xmlOf(circular({ ...CIRCULAR, documentNumber })))[0]).toBe('郑安委〔2020〕5号');
    },
  );

  test('lists awarded units in administrative order, and no annex where nobody is awarded', async () => {
    const [, awards = ''] = tables(await documentXml('circular.docx'));
    expect(
      rows(awards)
        .slice(1)
        .map((row) => cells(row)[1]),
    ).toEqual(['郑东新区', '高新区', '市教育局']);
    const none = textOf(await xmlOf(circular({ ...CIRCULAR, awards: [] })));
    expect(none).not.toContain('附件2');
  });
});

describe('the feedback', () => {
  test('quotes every deduction of the unit with what was found and the points', async () => {
    const [table = ''] = tables(await documentXml('unit-feedback.docx'));
    const expected = FEEDBACK.deductions.map(({ row, item, quote, observed, points }) => [
      row,
      item,
      quote,
      observed,
      points,
    ]);
    expect(rows(table).slice(1).map(cells)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(5);
  });

  test('names no other unit', async () => {
    const text = textOf(await documentXml('unit-feedback.docx'));
    for (const { name } of UNITS.filter((unit) => unit.name !== '登封市')) expect(text).not.toContain(name);
  });

  test('says so where nothing was deducted and nothing is to be put right', async () => {
    const text = textOf(
      await xmlOf(unitFeedback({ ...FEEDBACK, deductions: [], suggestions: [], rectifications: [] })),
    );
    expect(text).toContain('各考核项目均未扣分。');
    expect(text).toContain('本次考核没有需要整改的事项。');
  });
});

describe('the report', () => {
  test('has its parts in order and is signed by the leader’s role', async () => {
    const text = textOf(await documentXml('assessment-report.docx'));
    const parts = [
      '考核组：第十组（组长：第十组组长）',
      '考核时间：2020年1月14日至2020年1月15日',
      '听汇报、查资料、实地查看',
    ];
    const places = [...parts, '基本情况', '存在问题', '意见和建议', '考核得分', '考核组组长（签字）：'].map((one) =>
      text.indexOf(one),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('has 黑体 headings', async () => {
    const headings = all(await documentXml('assessment-report.docx'), /<w:p>(.*?)<\/w:p>/gs).filter((one) =>
      /^[一二三四五]、(?:考核组织|基本情况|存在问题|意见和建议|考核得分)$/.test(textOf(one)),
    );
    expect(headings).toHaveLength(5);
    for (const one of headings) expect(one).toContain('w:eastAsia="黑体"');
  });

  test('adds its table up to the score', async () => {
    const [table = ''] = tables(await documentXml('assessment-report.docx'));
    expect(cells(rows(table).slice(-1)[0] ?? '')).toEqual(['合计', '100', '45', '55', '']);
  });

  test('leaves room to write where nothing is given', async () => {
    const lines = paragraphs(await xmlOf(assessmentReport({ ...REPORT, findings: [] })));
    const at = lines.indexOf('三、存在问题');
    expect(lines.slice(at, at + 4)).toEqual(['三、存在问题', '', '', '四、意见和建议']);
  });
});

describe('what people wrote', () => {
  test('is a paragraph for each of its lines', async () => {
    const lines = paragraphs(await xmlOf(assessmentReport({ ...REPORT, suggestions: ['先补报\n再归档。'] })));
    const at = lines.indexOf('四、意见和建议');
    expect(lines.slice(at + 1, at + 3)).toEqual(['1. 先补报。', '再归档。']);
  });

  test('never makes a file that XML forbids', async () => {
    const odd = 'a\u0000b\u000bc\ud800d<&>"𠮷';
    const bytes = await documentBytes(circular({ ...CIRCULAR, issuer: odd, opening: [odd] }));
    for (const part of ['word/document.xml', 'docProps/core.xml']) {
      const xml = await partOf(bytes, part);
      expect(xml).toMatch(/abc\ufffd?d&lt;&amp;&gt;.{1,6}𠮷/);
      expect([...xml].filter((character) => character < ' ' && !'\r\n\t'.includes(character))).toEqual([]);
    }
  });
});

describe('the forms', () => {
  test('a blank rating form prints the annex: sixteen units in order, empty fields, notes, signature', async () => {
    const xml = await documentXml('leader-form-blank.docx');
    const [table = ''] = tables(xml);
    const units = UNITS.slice(0, 16).map(({ name }, index) => [`${index + 1}`, name, '', '']);
    expect(rows(table).slice(0, 17).map(cells)).toEqual([['序号', '单位', '分数', '换算分数'], ...units]);
    for (const note of LEADER_FORM.notes) expect(textOf(table)).toContain(note);
    expect(textOf(xml)).toContain('领导签字：');
  });

  test('a filled rating form has every mark and converted score', async () => {
    const [table = ''] = tables(await documentXml('division-form-filled.docx'));
    for (const row of rows(table).slice(1, 17)) expect(cells(row).every((text) => text !== '')).toBe(true);
  });

  test('the scoring sheet prints every row of the annex and three columns beside it', async () => {
    const [table = ''] = tables(await documentXml('county-sheet-blank.docx'));
    const [head = '', ...lines] = rows(table);
    expect(cells(head)).toEqual([
      '序号',
      '考核项目',
      '考核内容',
      '考核标准',
      '分值',
      '考核方法',
      '自评分',
      '考评分',
      '扣分说明',
    ]);
    const printed = (SCHEME.sheets[0]?.items ?? []).flatMap((item) =>
      item.rows.map((row) => [row.row, cellText(row.criterion), cellText(row.method)]),
    );
    expect(
      lines
        .slice(0, printed.length)
        .map(cells)
        .map((one) => [one[0], one[3], one[5]]),
    ).toEqual(printed);
  });

  test('a filled scoring sheet carries the scores and says what each row cost', async () => {
    const [table = ''] = tables(await documentXml('county-sheet-filled.docx'));
    const total = rows(table)
      .map(cells)
      .find(([first]) => first === '合计');
    expect(total).toEqual(['合计', '100', '', '100', '91', '']);
    const costs = FILLED.items.flatMap((item) => item.rows.flatMap((row) => row.why?.split('\n') ?? []));
    for (const why of costs) expect(textOf(table).includes(why), why).toBe(true);
    expect(costs.length).toBeGreaterThan(5);
  });
});

describe('rows from a result', () => {
  test('deductions of a settled item add up to what its score lacks', () => {
    for (const unit of RESULT.units.filter(({ open, total }) => open.length === 0 && total.least === total.most)) {
      const deductions = deductionRows(unit, SCHEME);
      for (const line of scoreLines(unit, SCHEME)) {
        const taken = deductions
          .filter(({ item }) => item === line.item)
          .reduce((sum, { points }) => sum + Number(points), 0);
        expect(taken, `${unit.unit} ${line.item}`).toBe(Number(line.deducted));
        expect(Number(line.fullMarks) - taken).toBe(Number(line.score));
      }
    }
  });

  test('every quoted sentence stands in the scheme', () => {
    const quotes = new Set(
      SCHEME.sheets.flatMap(({ items }) =>
        items.flatMap(({ rows }) => rows.flatMap(({ clauses }) => clauses.map(({ quote }) => quote))),
      ),
    );
    for (const unit of RESULT.units)
      for (const { quote } of deductionRows(unit, SCHEME)) expect(quotes).toContain(quote);
  });

  test('what an assessor wrote stands before the arithmetic', () => {
    const [first] = deductionRows(unitOf('巩义市'), SCHEME, { 'county/5.1': '下半年少报一人次' });
    expect(first).toEqual({
      item: '一、建立健全安全生产责任制',
      row: '5',
      clause: 'county/5.1',
      quote: expect.stringContaining('每缺少一人次扣0.5分'),
      observed: '下半年少报一人次（1人次×0.5）',
      points: '0.5',
    });
  });

  test('arithmetic that only repeats the points gives way to words', () => {
    const bare = deductionRows(unitOf('巩义市'), SCHEME).find(({ clause }) => clause === 'county/10.2');
    expect(bare).toMatchObject({ observed: '有所列情形', points: '1' });
    const noted = deductionRows(unitOf('巩义市'), SCHEME, { 'county/10.2': '没有谈话记录' });
    expect(noted.find(({ clause }) => clause === 'county/10.2')?.observed).toBe('没有谈话记录');
  });

  test('a sheet that awards marks from nothing has scores and no deductions', () => {
    const [unit] = CITIES.units;
    expect(unit && scoreLines(unit, SCHEME).every(({ score }) => score !== '')).toBe(true);
  });
});

describe('words', () => {
  test.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [43, '四十三'],
  ])('%i is %s', (number, words) => expect(chineseNumber(number)).toBe(words));

  test('days are written as documents write them', () => {
    expect(chineseDate('2020-01-05')).toBe('2020年1月5日');
    expect(chineseDays({ from: '2020-01-14', to: '2020-01-14' })).toBe('2020年1月14日');
  });

  test('a title breaks where it was printed on two lines, and before its bracket where it is too long', () => {
    expect(printedLines(LEADER_FORM.title)).toEqual([
      '郑州市 16 个县（市、区）安全生产',
      '日常工作评价表',
      '（局机关党组成员和副县级以上干部）',
      '（2019 年度）',
    ]);
  });
});
