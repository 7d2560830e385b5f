// The checker on made-up schemes: what the two documents have nothing of, and that a sound scheme has no finding.
import {
  compile,
  examine,
  type GradeBand,
  groupByKind,
  groupByPlace,
  type Program,
  placesAt,
  type Rule,
  type Scheme,
  type SchemeFinding,
} from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { problemsOf, unitProgram } from './unit-scheme.js';

interface Draft {
  readonly criterion?: string;
  readonly rules?: readonly Rule[];
  readonly quote?: string;
  readonly itemMarks?: string;
  readonly bands?: readonly GradeBand[];
  readonly teams?: Scheme['population']['teams'];
  readonly note?: string;
}

const band = (grade: string, quote: string, from?: string): GradeBand => ({
  grade,
  gradeEn: grade,
  quote,
  ...(from !== undefined && { from }),
});

const SOUND = [band('合格', '合格：60分以上', '60'), band('不合格', '不合格：不足60分')];

function draftScheme(draft: Draft): Scheme {
  const quote = draft.quote ?? '未制定方案的扣60分';
  const clause = { id: 'one/1.1', quote, rules: draft.rules ?? [{ kind: 'fixed' as const, amount: '60' }] };
  const row = {
    id: 'one/1',
    row: '1',
    criterion: draft.criterion ?? quote,
    supplier: { by: 'team' as const },
    clauses: [clause],
  };
  const item = {
    id: 'one/i1',
    name: '一、方案',
    nameEn: 'Plan',
    fullMarks: draft.itemMarks ?? '100',
    marksQuote: '100分',
    rows: [row],
  };
  const part = { id: 'sheet', name: '细则', nameEn: 'Sheet', weight: '100', quote: '细则100分' };
  const sheet = {
    id: 'one',
    title: '细则',
    titleEn: 'Sheet',
    fullMarks: '100',
    classes: ['district' as const],
    columns: ['序号'],
    note: draft.note ?? '“以上”含本数；扣完为止',
    parts: [part],
    items: [item],
  };
  const units = ['甲县', '乙县'].map((name) => ({ name, nameEn: name, sheet: 'one', class: 'district' as const }));
  return {
    id: 'made-up',
    title: '办法',
    titleEn: 'Scheme',
    fullMarks: '100',
    period: { from: '2024-01-01', to: '2024-12-31' },
    calendar: [],
    gradeBands: draft.bands ?? SOUND,
    bonus: { base: 'sheet', cap: '0', quote: '不加分', kinds: [] },
    vetoes: [],
    awards: [],
    readings: {},
    sheets: [sheet],
    forms: [],
    population: { units, teams: draft.teams ?? [] },
  };
}

function findings(draft: Draft = {}, outside: { source?: string; coverage?: object[] } = {}): SchemeFinding[] {
  const program = compile(draftScheme(draft), {});
  if ('problems' in program) throw new Error(JSON.stringify(program.problems));
  const compileWith = (): Program => program;
  return examine({ program, compileWith, coverage: [], ...outside } as Parameters<typeof examine>[0]);
}

const codes = (draft?: Draft, outside?: Parameters<typeof findings>[1]) =>
  findings(draft, outside).map(({ code }) => code);

describe('examine', () => {
  it('写清楚的方案没有问题', () => expect(findings()).toEqual([]));

  it('大项合计不是满分', () => {
    const [found] = findings({ itemMarks: '90' });
    expect(found).toMatchObject({ code: 'sum-mismatch', severity: 'defect', at: ['one'] });
    expect(found?.why.zh).toContain('90＝90，而这里写的是100分');
  });

  it.each([
    ['90—94，95以上：94与95之间没有等次', '优秀：95分以上', '合格：90—94分', ['band-gap']],
    ['80含—90，90以上：不重不漏', '优秀：90分以上', '合格：80分（含）—90分（不含）', []],
    ['80—90含，90含以上：90分属于两个等次', '优秀：90分（含）以上', '合格：80分（含）—90分（含）', ['band-overlap']],
    ['两边都不含：90分没有等次', '优秀：90分（不含）以上', '合格：80分（含）—90分（不含）', ['band-gap']],
  ])('%s', (...[, best, next, expected]) => {
    expect(codes({ bands: [band('优秀', best, '90'), band('合格', next, '80')] })).toEqual(expected);
  });

  it('“以上”含不含本数没有写，两边都不说的是重叠', () => {
    const bands = [band('优秀', '优秀：90分以上', '90'), band('合格', '合格：80—90分', '80')];
    expect(codes({ bands, note: '扣完为止' })).toContain('band-overlap');
    expect(codes({ bands })).not.toContain('band-overlap');
  });

  it('分数线高过满分的等次得不到', () => {
    const bands = [band('特优', '特优：110分以上', '110'), ...SOUND];
    expect(findings({ bands })).toContainEqual(
      expect.objectContaining({ code: 'grade-unreachable', at: ['one', '特优'], quote: '特优：110分以上' }),
    );
  });

  it('按次扣分而没有写扣完为止', () => {
    const rules: Rule[] = [{ kind: 'per-unit', amount: '1', unit: '次', basis: 'occurrence' }];
    const draft = { quote: '每发生一次扣1分', rules };
    expect(codes({ ...draft, note: '没有别的规定' })).toContain('no-floor');
    expect(codes(draft)).not.toContain('no-floor');
  });

  it('一行里有一句扣分没有规则', () => {
    const criterion = '未制定方案的扣60分；未公开方案的扣10分';
    expect(findings({ criterion })).toEqual([
      expect.objectContaining({ code: 'sentence-uncovered', at: ['one', 'one/1'], quote: '未公开方案的扣10分' }),
    ]);
  });

  it('文件里有一句扣分哪里都没有列', () => {
    const source = '一、方案 100分\n未制定方案的扣60分。\n另外，会议缺席的每次扣2分。';
    expect(findings({}, { source })).toEqual([
      expect.objectContaining({ code: 'sentence-uncovered', at: ['made-up'], quote: '另外，会议缺席的每次扣2分' }),
    ]);
  });

  it('写了比重的句子列为不计分', () => {
    const coverage = [{ text: '群众评议占总分的10%', notScoring: '说明' }];
    expect(codes({}, { coverage })).toContain('weight-not-scored');
  });

  it('没有考核组负责的单位', () => {
    const teams = [{ id: 't1', name: '一组', nameEn: 'Team 1', leader: '组长', leaderEn: 'leader', units: ['甲县'] }];
    expect(findings({ teams })).toContainEqual(
      expect.objectContaining({ code: 'team-assignment', severity: 'defect', at: ['乙县'] }),
    );
  });

  it('各组合起来就是全部发现，轻重在先，组内同类或同处', () => {
    const found = findings({
      criterion: '未制定方案的扣60分；未公开方案的扣10分',
      itemMarks: '90',
      note: '没有别的规定',
      bands: [],
    });
    const program = compile(draftScheme({}), {});
    if ('problems' in program) throw new Error(JSON.stringify(program.problems));
    const groupings = [groupByKind(found), groupByPlace(found, program.scheme)];
    for (const groups of groupings) {
      expect(new Set(groups.flatMap((group) => group.findings))).toEqual(new Set(found));
      expect(groups.flatMap((group) => group.findings)).toHaveLength(found.length);
      expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
      for (const { severity, findings: own } of groups)
        expect(own.every((one) => one.severity === severity)).toBe(true);
    }
    const [byKind, byPlace] = groupings;
    expect(byKind?.map(({ name }) => name)).toContain('defect.sentence-uncovered');
    expect(byPlace?.map(({ title }) => title.zh)).toContain('细则 一、方案');
  });

  it.each([
    [['one', 'one/i1', 'one/1', 'one/1.1'], '第1行', 'Row 1'],
    [['one', 'one/i1'], '一、方案', 'Plan'],
    [['one'], '细则', 'Sheet'],
    [['one', 'bonus', '合格'], '细则 · 加分 · 合格', 'Sheet · bonus · 合格'],
    [['made-up'], '正文', 'the notice'],
    [['甲县'], '甲县', '甲县'],
  ])('%o 用文件里的话说就是%s', (at, zh, en) => {
    expect(placesAt(draftScheme({}), at).map(({ words }) => words)).toEqual([{ zh, en }]);
  });

  it('每一种规则都查得过来，例子都算得出来', () => {
    const program = unitProgram();
    const found = examine({ program, compileWith: () => program, coverage: [] });
    const outcomes = found.flatMap(({ counterexample }) => counterexample?.outcomes ?? []);
    expect(outcomes.length).toBeGreaterThan(0);
    for (const { counterexample } of found) if (counterexample) expect(problemsOf(counterexample.facts)).toEqual([]);
  });

  it('引擎不支持的结论不给例子', () => {
    const rules: Rule[] = [{ kind: 'parts', amount: '0', parts: ['甲', '乙'] }];
    const [found] = findings({ quote: '未建立甲、乙清单的', rules });
    expect(found?.code).toBe('amount-missing');
    expect(found).not.toHaveProperty('counterexample');
  });
});
