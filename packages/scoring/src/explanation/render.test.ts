import { describe, expect, test } from 'vitest';
import { assessed, unitProgram, unitScheme } from '../../test/unit-scheme.js';
import { getNumber } from '../exact/decimal.js';
import { interval, point } from '../exact/interval.js';
import type { RawTree } from '../observations/raw-tree.js';
import type { Program } from '../scheme/program.js';
import { text } from '../wording/text.js';
import { explain } from './explain.js';
import type { Explanation, Operation } from './explanation.js';
import { explanationJson, formatInterval, operationText, renderExplanation } from './render.js';

const ROWS = Array.from({ length: 11 }, (_, index) => `county/${index + 1}`);
const UNIT = {
  closed: [...ROWS, 'bonus'],
  observations: { 'county/1.1': { breached: 'true' }, 'county/3.1': { count: '79' } },
  bonus: [
    { deed: '甲', kind: 'media' },
    { deed: '甲', kind: 'promoted', level: 'nation' },
  ],
};
const BALLOTS = { leader: { 巩义市: ['10', '9', '9.5'] } };

function explained(unit: RawTree, program: Program = unitProgram()): Explanation {
  const [one] = assessed({ units: { 巩义市: unit }, ratings: BALLOTS }, program).units;
  if (!one) throw new Error('one unit is assessed');
  return explain(program, one.scored);
}

const lines = (unit: RawTree, options: { language: 'zh' | 'en'; all?: boolean }) =>
  renderExplanation(explained(unit), options).split('\n');

/** A node of its own, for the parts of a line. */
function node(draft: Partial<Explanation>): Explanation {
  const base = { kind: 'clause', id: 'county/1.1', title: text('第1行', 'Row 1'), operation: { kind: 'sum' } } as const;
  return { ...base, value: point(getNumber('-2')), readings: [], open: false, children: [], ...draft };
}

describe('an explanation in words', () => {
  test('goes from the total down to the clause, each step indented', () => {
    const shown = lines(UNIT, { language: 'zh' });
    expect(shown.slice(0, 7)).toEqual([
      '总分  66',
      '  领导考核  14  = 四舍五入取整数',
      '    “占20%”',
      '    领导考核  14.25  = ×0.5',
      '      “总得分×0.5并四舍五入”',
      '      总得分  28.5',
      '        3/4票',
    ]);
    expect(shown).toContain('  年终考核  52  = ×0.8');
    expect(shown).toContain('    细则表得分与加分  65');
    expect(shown).toContain('        county/i1项  0  （扣完为止）');
  });

  test('says the same in English', () => {
    const shown = lines(UNIT, { language: 'en' });
    expect(shown.slice(0, 2)).toEqual(['Total  66', '  Leader rating  14  = rounded half up to a whole number']);
    expect(shown).toContain('        3 of 4 ballots');
    expect(shown).toContain('        Item county/i1  0  (never below zero)');
    expect(shown).toContain('      Bonus  5  (at most 10)');
    expect(shown).toContain('          2; one deed counts once, at its highest');
  });

  test('gives each deduction its sentence, its arithmetic, and what the item’s marks hold it to', () => {
    const shown = lines(UNIT, { language: 'zh' });
    const from = shown.indexOf('          county/3.1  第3行  -39.5');
    expect(shown.slice(from, from + 4)).toEqual([
      '          county/3.1  第3行  -39.5',
      '            “county/3.1扣分”',
      '            79家×0.5',
      '            本项分值所限，实扣 -38',
    ]);
    expect(lines(UNIT, { language: 'en' })).toContain("            held by the item's marks: -38 applied");
  });

  test('leaves out what asks nothing unless all is wanted', () => {
    const asks = (shown: readonly string[], clause: string) => shown.some((line) => line.includes(`${clause}  `));
    const short = lines(UNIT, { language: 'zh' });
    const all = lines(UNIT, { language: 'zh', all: true });
    expect([asks(short, 'county/1.1'), asks(short, 'county/2.1')]).toEqual([true, false]);
    expect([asks(all, 'county/1.1'), asks(all, 'county/2.1')]).toEqual([true, true]);
    expect(all).toContain('            次数均已达到');
  });

  test('marks what is open, and shows it though it may ask nothing', () => {
    const open = { ...UNIT, closed: ROWS.slice(1), observations: {} };
    const shown = lines(open, { language: 'zh' });
    expect(shown[0]).toBe('总分  95.6–98  ○未决');
    expect(shown).toContain('          county/1.2  第1行  -1–0  ○未决');
    expect(lines(open, { language: 'en' })[0]).toBe('Total  95.6–98  ○open');
  });

  test('an open bonus says so', () => {
    const shown = lines({ closed: ROWS }, { language: 'zh' });
    expect(shown).toContain('        加分未核');
    expect(lines({ closed: ROWS }, { language: 'en' })).toContain('        bonus not yet looked at');
  });

  test('names the readings that decided', () => {
    const marked = node({ readings: ['row-8', 'part-steps'], detail: text('扣2', '−2'), quote: '未签订的扣2分' });
    expect(renderExplanation(marked, { language: 'zh' })).toBe(
      'county/1.1  第1行  -2  ◆row-8 ◆part-steps\n  “未签订的扣2分”\n  扣2',
    );
    const reading = {
      question: '可否并扣',
      questionEn: 'Whether both count',
      quote: '',
      adopted: 'both',
      reason: '',
      reasonEn: '',
      alternatives: { both: { text: '都扣', textEn: 'Both count' } },
    };
    const program = { scheme: { readings: { 'row-8': reading } }, readings: { 'row-8': 'both' } } as unknown as Program;
    const told = (language: 'zh' | 'en') =>
      renderExplanation(node({ readings: ['row-8'] }), { language, program })
        .split('\n')
        .pop();
    expect(told('zh')).toBe('  ◆ 可否并扣：都扣（row-8=both）');
    expect(told('en')).toBe('  ◆ Whether both count: Both count (row-8=both)');
  });
});

describe('what a step does, in words', () => {
  const number = getNumber('10');

  test.each([
    [{ kind: 'given' }, '', ''],
    [{ kind: 'sum' }, '', ''],
    [{ kind: 'times', factor: getNumber('1/6') }, '= ×1/6', '= ×1/6'],
    [{ kind: 'round', digits: 2 }, '= 四舍五入到2位小数', '= rounded half up to 2 decimals'],
    [{ kind: 'hold' }, '', ''],
    [{ kind: 'hold', floor: getNumber('0') }, '（扣完为止）', '(never below zero)'],
    [{ kind: 'hold', ceiling: number }, '（最高10）', '(at most 10)'],
    [{ kind: 'hold', floor: getNumber('-3'), ceiling: number }, '（最低-3，最高10）', '(at least -3, at most 10)'],
    [
      { kind: 'take', taken: { least: 'asked', most: 'nothing' } },
      '（同一事实，只计其一）',
      '(one fact, counted once)',
    ],
  ] as const)('%o', (operation, zh, en) => {
    expect(operationText(operation as Operation, 'zh')).toBe(zh);
    expect(operationText(operation as Operation, 'en')).toBe(en);
  });

  test('an interval is one number where it is a point', () => {
    expect(formatInterval(point(getNumber('94.75')))).toBe('94.75');
    expect(formatInterval(interval(getNumber('86'), getNumber('91.5')))).toBe('86–91.5');
    expect(formatInterval(interval(getNumber('0.50'), getNumber('1/2')))).toBe('0.5');
  });
});

describe('an explanation as data', () => {
  test('has exact texts for numbers and both languages for words', () => {
    const json = explanationJson(explained(UNIT));
    expect(json).toMatchObject({
      kind: 'total',
      id: '巩义市',
      title: '总分',
      titleEn: 'Total',
      operation: { kind: 'sum' },
      value: { least: '66', most: '66' },
      readings: [],
      open: false,
    });
    expect(json.children.map((child) => [child.kind, child.id, child.operation])).toEqual([
      ['part', 'leader', { kind: 'round', by: '0' }],
      ['part', 'year-end', { kind: 'times', by: '0.8' }],
    ]);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  test('leaves out what a node does not have', () => {
    const bare = explanationJson(node({}));
    expect(Object.keys(bare).sort()).toEqual(
      ['children', 'id', 'kind', 'open', 'operation', 'readings', 'title', 'titleEn', 'value'].sort(),
    );
    const full = explanationJson(
      node({ quote: '扣2分', detail: text('扣2', '−2'), applied: point(getNumber('-1')), readings: ['row-8'] }),
    );
    expect(full).toMatchObject({
      quote: '扣2分',
      detail: '扣2',
      detailEn: '−2',
      applied: { least: '-1', most: '-1' },
      readings: ['row-8'],
    });
  });

  test('names what an operation works with', () => {
    const of = (operation: Operation) => explanationJson(node({ operation })).operation;
    expect(of({ kind: 'times', factor: getNumber('0.166') })).toEqual({ kind: 'times', by: '0.166' });
    expect(of({ kind: 'round', digits: 0 })).toEqual({ kind: 'round', by: '0' });
    expect(of({ kind: 'hold', floor: getNumber('0') })).toEqual({ kind: 'hold', by: '0..' });
    expect(of({ kind: 'hold', ceiling: getNumber('10') })).toEqual({ kind: 'hold', by: '..10' });
    expect(of({ kind: 'take', taken: { least: 'nothing', most: 'breached' } })).toEqual({
      kind: 'take',
      by: 'nothing/breached',
    });
    expect(of({ kind: 'given' })).toEqual({ kind: 'given' });
  });

  test('is the same whichever way the bonus is added', () => {
    const composite = unitProgram({ bonus: { ...unitScheme.bonus, base: 'composite', ceiling: 'full-marks' } });
    const json = explanationJson(explained(UNIT, composite));
    expect(json.operation).toEqual({ kind: 'hold', by: '..100' });
    expect(json.children[0]?.children.map((child) => child.kind)).toEqual(['part', 'part', 'bonus']);
    expect(json.value).toEqual({ least: '67', most: '67' });
  });
});
