// What frames the clauses of a document reaches its scheme, or is said to be left out: columns, rows' cells, suppliers, parts, days, notes.
import { readFileSync } from 'node:fs';
import { examineFolder, printFolder, readSchemeFolder } from '@kaohe/scheme-files';
import { describe, expect, it } from 'vitest';
import {
  clausesOf,
  type DraftClause,
  type DraftPart,
  importDocument,
  isPinned,
  notesOver,
  rowsOfItem,
  type SchemeDraft,
  startDraft,
  supplierOf,
  toScheme,
  withSupplier,
} from '../src/index.js';

const SOURCE = `河东市2024年度安全生产考核细则
综合考核：领导评价占20%（由12名市领导填写评价表，每份10分，总得分×0.166）、日常督查占30%、年终考核占50%。
各县12月20日前报送自评报告，次年1月中旬组织年终考核。
序号\t考核项目\t考核内容\t考核标准\t分值\t考核方法\t提供单位
1\t一、责任落实（60分）\t建立责任体系。\t未签订责任书的扣2分。\t20分\t查责任书\t考核组
2\t\t\t未研究安全生产的扣3分；会议记录不全的扣1分。\t20分\t查会议记录\t市委督查室
3\t\t保障投入。\t经费未列入预算的扣4分。\t20分\t查预算\t市财政局
4\t二、宣传教育（40分）\t开展宣传。\t未开展宣传的扣2分。\t25分\t市安委办提供\t
5\t\t\t按规定执行。\t15分\t查文件\t市宣传部
备注：
1.“以上”含本数。
2.各小项扣完该小项分值为止。
3.同一问题不重复扣分。
4.没有渔港的县，相应内容不考核，按满分计。
`;
const started = startDraft(importDocument(SOURCE), SOURCE);

function accepted(draft: SchemeDraft, decision: DraftClause['decision'] = 'accepted'): SchemeDraft {
  const settle = (list: readonly DraftClause[]) => list.map((clause) => ({ ...clause, decision }));
  return {
    ...draft,
    head: { ...draft.head, id: 'hedong-2024' },
    classes: ['district'],
    items: draft.items.map((item) => ({ ...item, clauses: settle(item.clauses) })),
  };
}

const rowsIn = (files: Readonly<Record<string, unknown>>) =>
  Object.entries(files)
    .filter(([path]) => path.endsWith('-item.yaml'))
    .flatMap(([, item]) => (item as { rows: Record<string, unknown>[] }).rows);

function examined(draft: SchemeDraft, source = SOURCE) {
  const folder = readSchemeFolder(printFolder(toScheme(draft, source).files, source));
  if ('problems' in folder) throw new Error(JSON.stringify(folder.problems));
  const found = examineFolder(folder);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.program.scheme;
}

describe('表格原样进方案', () => {
  it('表头照印，每一行的内容、方法、分值照印；合并的内容格从上一行来的，不再写一遍', () => {
    const { files } = toScheme(accepted(started), SOURCE);
    expect(files['sheets/main/sheet.yaml']).toMatchObject({
      columns: ['序号', '考核项目', '考核内容', '考核标准', '分值', '考核方法', '提供单位'],
    });
    expect(rowsIn(files)).toMatchObject([
      { row: '1', requirement: '建立责任体系。', criterion: '未签订责任书的扣2分。', method: '查责任书' },
      { row: '2', criterion: '未研究安全生产的扣3分；会议记录不全的扣1分。', method: '查会议记录' },
      { row: '3', requirement: '保障投入。', method: '查预算' },
      { row: '4', requirement: '开展宣传。', method: '市安委办提供' },
    ]);
    expect(rowsIn(files)[1]).not.toHaveProperty('requirement');
  });

  it('没有计分的一行不在方案里，它的话列在没有收的里', () => {
    const { leftOut } = toScheme(accepted(started), SOURCE);
    expect(leftOut.filter(({ reason }) => reason === 'row').map(({ quote }) => quote)).toEqual([
      expect.stringContaining('按规定执行。'),
    ]);
  });

  it('第一行不计分，它那一格管着下面几行的内容，内容随下一行进方案', () => {
    const body = accepted(started);
    const [first] = clausesOf(body);
    const items = body.items.map((item) => ({
      ...item,
      clauses: item.clauses.map((one) => (one === first ? { ...one, decision: 'not-scoring' as const } : one)),
    }));
    expect(rowsIn(toScheme({ ...body, items }, SOURCE).files)[0]).toMatchObject({
      row: '2',
      requirement: '建立责任体系。',
    });
  });

  it('从名称格读到标准格的一句，条款从标准格起，名称和内容各在各的格里', () => {
    const source = readFileSync(new URL('../../../schemes/shandong-2016/source.md', import.meta.url), 'utf8');
    const draft = startDraft(importDocument(source), source);
    const [row] = rowsIn(toScheme(draft, source).files);
    expect(row).toMatchObject({
      name: '规划部署',
      requirement: '正确处理安全与发展的关系，把安全生产纳入重要议事日程。',
    });
    expect(String(row?.criterion)).toMatch(/^1\. 编制安全生产“十三五”规划/);
    for (const { quote, span } of clausesOf(draft)) expect(source.slice(...span)).toBe(quote);
  });
});

describe('谁提供', () => {
  const suppliers = (draft: SchemeDraft) => rowsIn(toScheme(draft, SOURCE).files).map(({ supplier }) => supplier);

  it('印着提供单位的照填，写“某某提供”的照填', () => {
    expect(suppliers(accepted(started))).toEqual([
      { by: 'team', name: '考核组' },
      { by: 'division', name: '市委督查室' },
      { by: 'division', name: '市财政局' },
      { by: 'office', name: '市安委办' },
    ]);
  });

  it('可以按大项改、按行改，也可以改默认的；处室没有写名称的，是没有办完的', () => {
    const [item] = started.items;
    const all = item ? withSupplier(started, rowsOfItem(started, item), { by: 'office', name: '县安委办' }) : started;
    expect(suppliers(accepted(all)).slice(0, 3)).toEqual(Array(3).fill({ by: 'office', name: '县安委办' }));
    const rows = started.rows.map(({ supplier: _, ...row }, index) =>
      index === 0 ? row : (started.rows[index] ?? row),
    );
    const other = { ...started, rows, supplier: { by: 'division' as const, name: '县应急局' } };
    expect(suppliers(accepted(other))[0]).toEqual({ by: 'division', name: '县应急局' });
    expect(supplierOf(other, other.rows[1])).toEqual({ by: 'division', name: '市委督查室' });
    const told = toScheme(accepted(all), SOURCE).leftOut.filter(({ reason }) => reason === 'supplier');
    expect(told.map(({ quote }) => quote)).toEqual(['考核组', '市委督查室', '市财政局']);
    const nameless = { ...started, supplier: { by: 'division' as const, name: '' } };
    expect(toScheme(nameless, SOURCE).gaps.map(({ code }) => code)).toContain('supplier-name');
  });
});

/** The parts as a person has answered what the text leaves open. */
const answered = (parts: readonly DraftPart[]): DraftPart[] =>
  parts.map((part) => ({
    ...part,
    form: { ...part.form, raterName: part.form.raterName || '县安委办', missing: part.form.missing || 'plain-sum' },
  }));

describe('总分的组成', () => {
  it('按原文填好：占比、谁评、几个人、几分、系数；文件没有说的等人填', () => {
    expect(started.composition).toMatchObject([
      {
        name: '领导评价',
        weight: '20',
        kind: 'rating',
        form: { raters: '12', raterName: '市领导', scale: '10', coefficient: '0.166', stage: 'leaders', missing: '' },
      },
      { name: '日常督查', weight: '30', kind: 'mark', form: { raters: '1', scale: '100', raterName: '' } },
      { name: '年终考核', weight: '50', kind: 'sheet' },
    ]);
    const codes = toScheme(accepted(started), SOURCE).gaps.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['part-form', 'part-missing']));
  });

  it('填完以后，方案里各部分的分合起来是总分，评价表各有各的，满分的票正好够占比', () => {
    const body = accepted({ ...started, composition: answered(started.composition) });
    const { sheets, forms } = examined({ ...body, head: { ...body.head, fullMarks: '1000' } });
    expect(sheets[0]?.parts.map(({ name, weight, form }) => [name, weight, form])).toEqual([
      ['领导评价', '200', 'part1'],
      ['日常督查', '300', 'part2'],
      ['年终考核', '500', undefined],
    ]);
    expect(forms.map(({ id, raters, coefficient, stage }) => [id, raters, coefficient, stage])).toEqual([
      ['part1', '12', '0.166', 'leaders'],
      ['part2', '1', '3', 'routine'],
    ]);
  });

  it('不算的一部分说明是哪一句；没有写组成的，说明总分就是这张表；合计不是100的不下发', () => {
    const [first, ...others] = answered(started.composition);
    const left = first ? [{ ...first, kind: 'left-out' as const }, ...others] : [];
    const { leftOut, gaps } = toScheme({ ...started, composition: left }, SOURCE);
    expect(leftOut).toContainEqual(expect.objectContaining({ reason: 'part', quote: '领导评价占20%' }));
    expect(gaps.map(({ code }) => code).filter((code) => code.startsWith('part'))).toEqual([]);
    const alone = toScheme({ ...started, composition: [] }, SOURCE);
    expect(alone.leftOut.map(({ reason }) => reason)).toContain('composition');
    const short = toScheme({ ...started, composition: others }, SOURCE);
    expect(short.gaps.map(({ code }) => code)).toContain('part-weight');
  });
});

describe('日程', () => {
  it('几月几日填成真的日期，结束哪个阶段也填好；方案里年度的阶段照它到期', () => {
    expect(started.calendar).toMatchObject([
      { kind: 'self-assessment', from: '', to: '2024-12-20' },
      { kind: 'on-site', from: '2025-01-11', to: '2025-01-20' },
    ]);
    const scheme = examined(accepted({ ...started, composition: answered(started.composition) }));
    expect(scheme.calendar.map(({ stage, from, to }) => [stage, from, to])).toEqual([
      ['self-assessment', undefined, '2024-12-20'],
      ['on-site', '2025-01-11', '2025-01-20'],
    ]);
    expect(scheme.stages).toMatchObject([
      { stage: 'self-assessment', due: 'self-assessment' },
      { stage: 'routine' },
      { stage: 'leaders' },
      { stage: 'year-end', due: 'on-site' },
      { stage: 'composite', after: ['self-assessment', 'routine', 'leaders', 'year-end'] },
      { stage: 'approval' },
      { stage: 'circular' },
    ]);
  });

  it('没有日期的列在没有收的里；先后颠倒的不下发', () => {
    const [first, second] = started.calendar;
    const blank = { ...started, calendar: first ? [{ ...first, from: '', to: '' }] : [] };
    expect(toScheme(blank, SOURCE).leftOut).toContainEqual(
      expect.objectContaining({ reason: 'day', quote: '12月20日前报送自评报告' }),
    );
    const turned = { ...started, calendar: second ? [{ ...second, to: '2025-01-02' }] : [] };
    expect(toScheme(turned, SOURCE).gaps.map(({ code }) => code)).toContain('calendar');
  });
});

describe('管全表的通则', () => {
  it('有对应算法的各有各的，没有的留原话；原文都在表后的备注里', () => {
    expect(started.notes.map(({ kind, pin }) => [kind, pin])).toEqual([
      ['inclusive', 'limits'],
      ['floor', 'row-floor'],
      ['no-repeat', 'left-out'],
      ['not-applicable', 'full-marks'],
    ]);
    const { files, leftOut } = toScheme(accepted(started), SOURCE);
    const sheet = files['sheets/main/sheet.yaml'] as { note: string };
    for (const { quote } of started.notes) expect(sheet.note).toContain(quote);
    expect(leftOut).toContainEqual(expect.objectContaining({ reason: 'note', quote: '不重复扣分' }));
  });

  it('每一行扣完该行的分值为止：各行一个上限；大项扣完从总分里扣：大项可以到零以下', () => {
    const item = (draft: SchemeDraft) => toScheme(draft, SOURCE).files['sheets/main/01-item.yaml'];
    expect(item(accepted(started))).toMatchObject({
      caps: [
        { of: ['main/1.1'], cap: '20' },
        { of: ['main/2.1', 'main/2.2'], cap: '20' },
        { of: ['main/3.1'], cap: '20' },
      ],
    });
    const carried = { ...started, notes: started.notes.map((note) => ({ ...note, pin: 'carry' as const })) };
    expect(item(accepted(carried))).toMatchObject({ floor: 'carry' });
    expect(item(accepted(carried))).not.toHaveProperty('caps');
  });

  it('每一条旁边是管它的通则；写进加分的，加分里真的那样设了才算', () => {
    const [clause] = clausesOf(started);
    expect(clause && notesOver(started, clause).map(({ kind }) => kind)).toEqual([
      'floor',
      'no-repeat',
      'not-applicable',
    ]);
    const note = { kind: 'highest-only', quote: '就高不就低', span: [0, 5], pin: 'bonus' } as const;
    expect(isPinned(note, started)).toBe(false);
  });
});
