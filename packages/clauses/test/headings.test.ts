// What is a heading with marks and what a row: items keep their names and marks, and no heading is taken for a clause.
import { expect, it } from 'vitest';
import { importDocument } from '../src/index.js';

const items = (text: string) =>
  importDocument(text).items.map(({ name, fullMarks, clauses }) => [name, fullMarks, clauses.length]);

it.each([
  ['甲、监管（34分）\n1.未部署的扣2分。\n乙、成效（66分）\n2.未总结的扣1分。', '甲、监管（34分）', '34', '66'],
  [
    '一类　用火用电（40分）\n1.未检查的扣2分。\n二类　通道（60分）\n2.堆放的扣1分。',
    '一类　用火用电（40分）',
    '40',
    '60',
  ],
  [
    '第一章　组织（15分）\n第一条　未签订的，每份扣1分。\n第二章　线路（85分）\n第二条　未巡查的，每次扣1分。',
    '第一章　组织（15分）',
    '15',
    '85',
  ],
  [
    '壹、推进（基本分40分，扣完为止）\n（一）未部署的扣2分。\n贰、监管（基本分60分，扣分制）\n（一）未检查的扣1分。',
    '壹、推进（基本分40分，扣完为止）',
    '40',
    '60',
  ],
  [
    '（一）组织保障　20分\n1.未部署的扣2分。\n（二）源头治理　80分\n2.未登记的，每辆扣1分。',
    '（一）组织保障　20分',
    '20',
    '80',
  ],
  [
    '考核计分（共100分）\n（一）组织保障（40分）\n1.未部署的扣2分。\n（二）源头治理（60分）\n2.未登记的扣1分。',
    '（一）组织保障（40分）',
    '40',
    '60',
  ],
  [
    '一、组织\n1.未签订的，每份扣1分；未记录的扣1分。（6分）\n2.未开会的扣1分。（9分）\n二、线路\n3.未巡查的扣1分。（30分）',
    '一、组织',
    '15',
    '30',
  ],
  [
    '一级指标\n二级指标\n评分标准\n分值\nA\n安全\n管理\n（40分）\nA1责任\n未签订的扣2分；\n12\nB\n运行\n（60分）\nB1监控\n未监控的扣2分；\n15',
    'A安全管理',
    '40',
    '60',
  ],
])('大项的标题 %#', (...[body, name, ...marks]) => {
  const read = importDocument(`考核细则\n${body}`);
  expect(read.items.map(({ fullMarks }) => fullMarks)).toEqual(marks);
  expect(read.items[0]?.name).toBe(name);
  const clauses = read.items.flatMap((item) => item.clauses);
  expect(clauses.every(({ rules }) => rules[0]?.effect === 'deduct')).toBe(true);
});

it('别样编号的说明不是大项，也不断开大项', () => {
  const text =
    '评分细则\n使用说明\n一、总分100分。\n二、每季度评一次。\n第一部分 机构（60分）\n一、设置\n1.未设机构的扣2分。\n二、人员\n2.未配人员的扣2分。\n第二部分 运行（40分）\n3.未记录的扣1分。';
  expect(items(text)).toEqual([
    ['第一部分 机构（60分）', '60', 2],
    ['第二部分 运行（40分）', '40', 1],
  ]);
});

it('表里只有名称和分值的行是大项，写错格的部门、续表不是', () => {
  const table = (...rows: string[]) =>
    items(`考核表\n| 序号 | 考核类别 | 事项 | 分值 | 评分标准 |\n|---|---|---|---|---|\n${rows.join('\n')}`);
  expect(
    table(
      '| | 证照 | | 40 | |',
      '| 1 | | 许可 | 40 | 过期的扣2分。 |',
      '| | 制度 | | 60 | |',
      '| 2 | | 台账 | 60 | 未建的扣2分。 |',
    ),
  ).toEqual([
    ['证照', '40', 1],
    ['制度', '60', 1],
  ]);
  expect(
    table(
      '| 1 | 监管（20分） | 执法 | 12 | 未执法的扣2分。 |',
      '| 2 | 监管（续） | 公开 | 3 | 未公开的扣1分。 |',
      '| 3 | 市城管局、市水务局 | 记录 | 5 | 未记录的扣1分。 |',
    ),
  ).toEqual([['监管（20分）', '20', 3]]);
});

it('一行重复一次大项的名称：是同一项，分值是各行之和', () => {
  expect(
    items(
      '考核表\n项目\t事项\t分值\t评分标准\n责任\t接访\t6.5\t未接访的扣1分。\n责任\t包案\t8\t未包案的扣1分。\n业务\t受理\t10\t未受理的扣1分。',
    ),
  ).toEqual([
    ['责任', '14.5', 2],
    ['业务', '10', 1],
  ]);
});

it('表后另起的加分表、等次表不是评分的行', () => {
  const read = importDocument(
    '考核表\n项目\t分值\t评分标准\n责任\t6\t未接访的扣1分。\n加分项目\t标准\n表彰\t获省级表彰的加1分。\n等级\t得分\n优秀\t90分（含）以上\n合格\t60分（含）—90分',
  );
  expect(read.items.map(({ name }) => name)).toEqual(['责任']);
  expect(read.bonus.map(({ quote }) => quote)).toEqual(['获省级表彰的加1分']);
  expect(read.gradeBands.map(({ grade }) => grade)).toEqual(['优秀', '合格']);
});

it('编号的短句不因像标题而丢失', () => {
  const { items: read, vetoes } = importDocument(
    '细则（总分100分）\n一、检查（100分）\n（一）未检查的扣5分。\n（二）未记录的扣2分。\n二、一票否决\n有下列情形之一的，定为不合格：\n（一）发生事故的；\n（二）瞒报的。',
  );
  expect(read[0]?.clauses.map(({ quote }) => quote)).toEqual(['未检查的扣5分', '未记录的扣2分']);
  expect(vetoes.map(({ when }) => when)).toEqual(['发生事故', '瞒报']);
});

it('两页各分两栏：一页读完再读下一页', () => {
  const text = [
    '一、甲项（20分）                      二、乙项（30分）',
    '1.制度未建立的扣2分。                 3.通道堵塞的，每处扣1分。',
    '2.台账未更新的扣1分。                 4.设备带病运行的扣3分。',
    '三、丙项（20分）                      四、丁项（30分）',
    '5.未培训的扣2分。                     7.未演练的扣2分。',
    '6.未考试的扣1分。                     8.未总结的扣1分。',
  ].join('\n');
  expect(items(text).map(([name]) => name)).toEqual([
    '一、甲项（20分）',
    '二、乙项（30分）',
    '三、丙项（20分）',
    '四、丁项（30分）',
  ]);
});

it('连成一行的表头不是条文', () => {
  const text =
    '考核标准\n项目分值考核内容考核标准扣分得分\n一、查房25分\n1.查房8未查房的，每次扣0.5分；2.讨论7未讨论的扣2分；3.交接5未交接的扣1分；4.会诊5未会诊的扣1分。';
  expect(items(text)).toEqual([['一、查房25分', '25', 4]]);
});
