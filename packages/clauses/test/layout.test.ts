// Ways a table loses its shape when text is taken out of a file: what belongs together is still read together.
import { expect, it } from 'vitest';
import { type ImportedScheme, importDocument } from '../src/index.js';

const outline = ({ items }: ImportedScheme) =>
  items.map(({ name, fullMarks, clauses }) => [name, fullMarks, clauses.map(({ rules }) => rules[0]?.kind)]);

it('两栏并排的行按左栏、右栏读', () => {
  const text = [
    '一、基础管理（20分）                  二、现场管理（30分）',
    '1.制度未建立的，扣                    3.通道堵塞的，每处',
    '2分。                                 扣0.5分。',
    '2.台账未更新的扣1分。                 4.设备带病运行的扣3分。',
  ].join('\n');
  expect(outline(importDocument(text))).toEqual([
    ['一、基础管理（20分）', '20', ['fixed', 'fixed']],
    ['二、现场管理（30分）', '30', ['per-unit', 'fixed']],
  ]);
});

it('逗号分隔的表格：引号里的逗号、双引号不是分隔', () => {
  const text = [
    '大项,分值,评分标准,备注',
    '责任落实,10,"未签""责任书""的扣2分，逾期签订的扣1分。",',
    '宣传教育,5,"宣传栏未更新的，每期扣0.5分",',
  ].join('\n');
  const read = importDocument(text);
  expect(outline(read).map(([name, marks]) => [name, marks])).toEqual([
    ['责任落实', '10'],
    ['宣传教育', '5'],
  ]);
  const [clause] = read.items[1]?.clauses ?? [];
  expect(text.slice(...(clause?.span ?? [0, 0]))).toBe(clause?.quote);
});

it('一格一行：序号与分值交替，名称不混入条文', () => {
  const text = [
    '序号',
    '考核指标',
    '分值',
    '计分办法',
    '一、',
    '工作',
    '责任',
    '（8分）',
    '1',
    '例会',
    '3',
    '未召开的扣1分。',
    '2',
    '经费',
    '5',
    '未列支的扣2分。',
  ].join('\n');
  expect(outline(importDocument(text))).toEqual([['一、工作责任', '8', ['fixed', 'fixed']]]);
});

it('行行相连：序号、名称、分值、条文没有间隔', () => {
  const text =
    '一、核心制度25分1.查房8未查房的，每次扣0.5分；2.讨论7未讨论的，每例扣2分；3.交接5未交接的扣1分；4.会诊5会诊不及时的，每次扣0.5分。';
  expect(outline(importDocument(text))).toEqual([
    ['一、核心制度25分', '25', ['per-unit', 'per-unit', 'fixed', 'per-unit']],
  ]);
});

it('框线表里一格分几行写，句子仍是一句', () => {
  const text = [
    '┌──┬────┬──┬──────────┐',
    '│序号│考核内容│分值│评分标准            │',
    '├──┼────┼──┼──────────┤',
    '│1   │责任落实│6   │未明确责任人的，每栋扣│',
    '│    │        │    │0.5分；未公示的扣1分。│',
    '└──┴────┴──┴──────────┘',
  ].join('\n');
  expect(outline(importDocument(text)).flatMap(([, , kinds]) => kinds)).toEqual(['per-unit', 'fixed']);
});

it('换页以后印着（续）的大项，还是前面那一项', () => {
  const { items } = importDocument(`考核评分表
| 序号 | 考核类别 | 扣分标准 |
| --- | --- | --- |
| 1 | 一、监管责任（20分） | 未备案的扣1分。 |
第 4 页
| 序号 | 考核类别 | 扣分标准 |
| --- | --- | --- |
| 2 | 一、监管责任（续） | 未公示的扣2分。 |
| 3 | 二、宣传教育（10分） | 未培训的扣1分。 |
`);
  expect(items.map(({ fullMarks, clauses }) => [fullMarks, clauses.length])).toEqual([
    ['20', 2],
    ['10', 1],
  ]);
});
