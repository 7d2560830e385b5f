// An imported document, its answers, and the scheme they become.
import { readFileSync } from 'node:fs';
import { examineFolder, printFolder, readSchemeFolder } from '@kaohe/scheme-files';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptedOf,
  answersOf,
  clausesOf,
  type DraftClause,
  type DraftPart,
  firstSize,
  importDocument,
  rowsOfItem,
  type SchemeDraft,
  startDraft,
  stateOf,
  toRule,
  toScheme,
  workedExample,
} from '../src/index.js';

const SOURCE = `河东市2024年度安全生产考核细则（总分40分）
一、日常检查（20分）
1．每月检查不少于2次，少1次扣0.5分；未建立台账的扣1分，台账不全的扣0.5分。
2．隐患整改率低于90%的扣2分；每低5个百分点再扣0.2分。
3．迟报的第1、2、3次分别扣1分、2分、3分。
4．每发生一起一般事故扣2分、较大事故扣5分、重大以上事故扣10分。
5．效果不好的酌情扣分。
二、宣传教育（20分）
6．有方案、有落实、有总结，少一项扣1分。
7．按培训率×10计分。
8．弄虚作假的，该大项不得分。
三、加分（最多加5分）
获得国家、省、市级表彰的，分别加3分、2分、1分。
四、年度内发生重大以上生产安全事故的，考核结果为不合格。
90分以上为优秀，60分以上为合格，不足60分为不合格。
`;
/** A table with everything that frames its clauses. */
const TABLE = `某县2024年度考核细则
综合考核：平时考核占40%，年终考核占60%。各镇12月20日前报送自评报告，次年1月中旬组织年终考核。
序号\t考核项目\t考核内容\t考核标准\t分值\t考核方法\t提供单位\t备注
1\t一、责任落实（60分）\t建立责任体系。\t未签订责任书的扣2分。\t20分\t查责任书\t考核组\t一票否决
2\t\t\t未研究的扣3分；会议记录不全的扣1分。\t20分\t查会议记录\t县督查室\t
3\t\t保障投入。\t经费未列入预算的扣4分。\t20分\t查预算\t现场核对\t
4\t二、宣传教育（40分）\t开展宣传。\t按规定执行。\t40分\t查文件\t县宣传部\t
备注：1.“以上”含本数。2.各小项扣完该小项分值为止。3.同一问题不重复扣分。
`;
const started = startDraft(importDocument(SOURCE), SOURCE);

const decisions = fc.constantFrom('open', 'accepted', 'not-scoring', 'left-out') as fc.Arbitrary<
  DraftClause['decision']
>;

function decided(draft: SchemeDraft, choose: () => DraftClause['decision']): SchemeDraft {
  const clauses = (list: readonly DraftClause[]) => list.map((clause) => ({ ...clause, decision: choose() }));
  return {
    ...draft,
    head: { ...draft.head, id: 'hedong-2024' },
    classes: ['district'],
    items: draft.items.map((item) => ({ ...item, clauses: clauses(item.clauses) })),
    bonus: { ...draft.bonus, cap: '5', clauses: clauses(draft.bonus.clauses) },
  };
}

const ISSUED = ['zhengzhou-2019', 'shandong-2016'].map((id) =>
  readFileSync(new URL(`../../../schemes/${id}/source.md`, import.meta.url), 'utf8'),
);

const DRAFTS = [SOURCE, TABLE, ...ISSUED].map((source) => ({
  source,
  draft: startDraft(importDocument(source), source),
}));

describe('草稿成为方案', () => {
  it('不论怎样决定，每一条不是在方案里，就是在没有确认的里，或在没有收的里，从不无声地丢', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DRAFTS), fc.infiniteStream(decisions), ({ source, draft }, stream) => {
        const next = () => stream.next().value as DraftClause['decision'];
        const body = decided(draft, next);
        const { ids, gaps, leftOut } = toScheme(body, source);
        const told = new Set([...Object.keys(ids), ...gaps.map(({ at }) => at), ...leftOut.map(({ key }) => key)]);
        const bonus = new Set(body.bonus.clauses.map(({ key }) => key));
        const silent = clausesOf(body).filter(({ key }) => !told.has(key) && !bonus.has(key));
        expect(silent).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('不论决定到哪一步，写出来的文件都读得回去，检查器都查得了', () => {
    fc.assert(
      fc.property(fc.infiniteStream(decisions), (stream) => {
        const body = decided(started, () => stream.next().value as DraftClause['decision']);
        const folder = readSchemeFolder(printFolder(toScheme(body, SOURCE).files, SOURCE));
        if ('problems' in folder) throw new Error(JSON.stringify(folder.problems));
        const examined = examineFolder(folder);
        if ('problems' in examined) throw new Error(JSON.stringify(examined.problems));
        expect(examined.program.scheme.id).toBe('hedong-2024');
      }),
      { numRuns: 25 },
    );
  });

  it('每一条的编号由大项和行号而来，引的是原文', () => {
    const body = decided(started, () => 'accepted');
    const { ids, files } = toScheme(body, SOURCE);
    expect(Object.values(ids)).toEqual([...new Set(Object.values(ids))]);
    expect(ids[clausesOf(body)[0]?.key ?? '']).toBe('main/1.1');
    for (const { quote, span } of clausesOf(body)) expect(SOURCE.slice(...span)).toBe(quote);
    expect(files['sheets/main/01-item.yaml']).toMatchObject({ id: 'main/i1', fullMarks: '20' });
  });

  it('不足一步怎么计这样的问题，选了答案规则才完整；答完全部问题就确认了', () => {
    const clause = clausesOf(started).find(({ questions }) => questions.some(({ code }) => code === 'partial-step'));
    if (!clause) throw new Error('the document has a part step');
    expect(acceptedOf(clause)).toBeUndefined();
    const answers = answersOf(clause);
    expect(answers.map(({ text }) => text.zh)).toEqual(['不足一步的不计', '不足一步的按一步计', '不足一步的按比例计']);
    const [dropped] = answers;
    expect(dropped && acceptedOf(dropped.clause)).toMatchObject({ decision: 'accepted' });
  });

  it('每一种完整的规则都有算得出的例子', () => {
    const worked = clausesOf(started).flatMap(({ quote, rule }) => {
      const made = rule && toRule(rule);
      if (!made || 'gaps' in made) return [];
      return [[quote, workedExample(made.rule, firstSize(made.rule))?.marks]];
    });
    expect(worked.filter(([, marks]) => marks === undefined || marks === '0')).toEqual([]);
    expect(Object.fromEntries(worked)).toMatchObject({
      '每月检查不少于2次，少1次扣0.5分': '-6',
      '有方案、有落实、有总结，少一项扣1分': '-1',
    });
  });

  it('没有确认的写明是哪一条，还差什么', () => {
    const { gaps } = toScheme(started, SOURCE);
    const open = clausesOf(started).filter((clause) => stateOf(clause).kind === 'open');
    expect(open.length).toBeGreaterThan(2);
    for (const { key } of open) expect(gaps.some(({ at, text }) => at === key && text.zh !== '')).toBe(true);
    expect(gaps.map(({ code }) => code)).toContain('classes');
  });
});

const bare = (text: string): string => text.replace(/<[^<>]*>|[\s│|]/g, '');

describe('框架也不丢', () => {
  const kinds = fc.constantFrom('open', 'sheet', 'rating', 'mark', 'left-out') as fc.Arbitrary<DraftPart['kind']>;

  const choices = fc.record({
    place: fc.constantFrom(...DRAFTS),
    decision: decisions,
    stream: fc.infiniteStream(kinds),
    dated: fc.boolean(),
  });

  it('不论怎样决定，每一行的每一格、总分的每一部分、每个日期、每句通则，不在方案里，就在没有办完的或没有收的里', () => {
    fc.assert(
      fc.property(choices, ({ place: { source, draft }, decision, stream, dated }) => {
        const body: SchemeDraft = {
          ...decided(draft, () => decision),
          composition: draft.composition.map((part) => ({ ...part, kind: stream.next().value as DraftPart['kind'] })),
          calendar: draft.calendar.map((day) => (dated ? day : { ...day, from: '', to: '' })),
        };
        const { files, gaps, leftOut } = toScheme(body, source);
        const told = bare(JSON.stringify([files, leftOut]).replace(/\\[nt]/g, ''));
        const open = new Set(gaps.map(({ at }) => at));
        const waits = new Set(
          body.items.flatMap((item) => (item.clauses.some(({ key }) => open.has(key)) ? rowsOfItem(body, item) : [])),
        );
        const cells = body.rows.flatMap((row) => (waits.has(row) ? [] : row.cells));
        const words = cells.map(({ span }) => bare(source.slice(...span)).replace(/"/g, '\\"'));
        expect(words.filter((one) => !told.includes(one.replace(/提供$/, '')))).toEqual([]);
        const partGap = gaps.some(({ code }) => code.startsWith('part-'));
        const silent = body.composition.filter(({ quote }) => !partGap && !told.includes(bare(quote)));
        expect(silent).toEqual([]);
        for (const { quote } of [...body.calendar, ...body.notes]) expect(told).toContain(bare(quote));
      }),
      { numRuns: 40 },
    );
  });
});
