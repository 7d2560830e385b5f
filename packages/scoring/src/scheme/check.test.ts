import { describe, expect, test } from 'vitest';
import { LADDER, PARTS, SHARE, unitScheme } from '../../test/unit-scheme.js';
import { renderProblem } from '../problems/messages.js';
import { SCHEME_MESSAGES } from '../problems/scheme-messages.js';
import type { Rung } from '../rules/ladder.js';
import type { Rule } from '../rules/rule.js';
import { cellPieces, cellText, checkScheme } from './check.js';
import { compile } from './compile.js';
import type { AssessmentItem, Clause, Criterion } from './sheet.js';

const FIXED: Rule = { kind: 'fixed', amount: '1' };
const clause = (id: string, quote: string, rules: readonly Rule[] = [FIXED]): Clause => ({ id, quote, rules });

function criterion(id: string, text: Criterion['criterion'], ...clauses: readonly Clause[]): Criterion {
  return { id, row: '1', criterion: text, supplier: { by: 'team' }, clauses };
}

function item(id: string, rows: readonly Criterion[], groups: Partial<AssessmentItem> = {}): AssessmentItem {
  return { id, name: id, nameEn: id, fullMarks: '10', marksQuote: '10', rows, ...groups };
}

/** The problems of the unit scheme with these items on its first sheet. */
function problemsIn(...items: readonly AssessmentItem[]) {
  const [sheet] = unitScheme.sheets;
  return sheet ? checkScheme({ ...unitScheme, sheets: [{ ...sheet, items }] }) : [];
}

const codesIn = (...items: readonly AssessmentItem[]) => problemsIn(...items).map((found) => found.code);
const withRules = (...rules: readonly Rule[]) =>
  codesIn(item('i', [criterion('r', '扣1分', clause('r.1', '扣1分', rules))]));
const GROUPED = criterion('r', '甲乙丙', clause('r.1', '甲'), clause('r.2', '乙'), clause('r.3', '丙'));

describe('a scheme', () => {
  test('in order has no problem', () => {
    expect(checkScheme(unitScheme)).toEqual([]);
  });

  test('uses each id once: of its sheets, items, rows and clauses', () => {
    const row = criterion('r', '甲', clause('r.1', '甲'));
    expect(codesIn(item('i', [row]), item('i', [criterion('r2', '甲', clause('r2.1', '甲'))]))).toEqual([
      'repeated-id',
    ]);
    expect(codesIn(item('i', [row]), item('j', [criterion('r', '甲', clause('r2.1', '甲'))]))).toEqual(['repeated-id']);
    expect(codesIn(item('i', [criterion('r', '甲甲', clause('c', '甲'), clause('c', '甲'))]))).toEqual(['repeated-id']);
    const [sheet] = unitScheme.sheets;
    const bare = sheet
      ? [
          { ...sheet, items: [] },
          { ...sheet, items: [] },
        ]
      : [];
    expect(checkScheme({ ...unitScheme, sheets: bare }).map((found) => found.code)).toEqual(['repeated-id']);
  });

  test('lets a row and its only clause share an id', () => {
    expect(codesIn(item('i', [criterion('r', '甲', clause('r', '甲'))]))).toEqual([]);
  });

  test('quotes each clause from its row, each behind the one before', () => {
    const quoted = (text: Criterion['criterion'], ...quotes: readonly string[]) =>
      codesIn(item('i', [criterion('r', text, ...quotes.map((quote, index) => clause(`r.${index}`, quote)))]));
    expect(quoted('甲扣1分；乙扣2分', '甲扣1分', '乙扣2分')).toEqual([]);
    expect(quoted('甲扣1分；乙扣2分', '乙扣2分', '甲扣1分')).toEqual(['quote-not-in-row']);
    expect(quoted('甲扣1分；乙扣1分', '扣1分', '扣1分')).toEqual([]);
    expect(quoted('甲扣1分', '扣1分', '扣1分')).toEqual(['quote-not-in-row']);
    expect(quoted('甲扣 1 分', '甲扣1分')).toEqual(['quote-not-in-row']);
    expect(quoted(['甲扣', '1分'], '甲扣1分')).toEqual([]);
  });

  test('states an amount or a forfeit wherever a rule takes something', () => {
    expect(withRules({ kind: 'fixed' })).toEqual(['amount-missing']);
    expect(withRules({ kind: 'fixed', forfeits: 'item' })).toEqual([]);
    expect(withRules({ ...LADDER, rungs: [{ name: '差' }] } as Rule)).toEqual(['amount-missing']);
    expect(withRules({ kind: 'per-event-ladder', register: 'accidents', rungs: [{ levels: ['serious'] }] })).toEqual([
      'amount-missing',
    ]);
    expect(withRules({ kind: 'judgement', range: ['0', '4'] })).toEqual([]);
    expect(withRules()).toEqual([]);
  });

  test('names a quantity in each of several rules of one clause', () => {
    expect(withRules(SHARE, { ...SHARE, quantity: { name: '监管率', unit: '%' } } as Rule)).toEqual([]);
    expect(withRules(SHARE, FIXED)).toEqual(['quantity-unnamed']);
    expect(withRules(PARTS, FIXED)).toEqual(['quantity-unnamed', 'quantity-unnamed']);
  });

  test('has rungs that never overlap; bands that touch do not', () => {
    const bands = (...rungs: readonly Omit<Rung, 'name'>[]) =>
      withRules({ ...LADDER, rungs: rungs.map((rung, index) => ({ name: `${index}`, amount: '1', ...rung })) } as Rule);
    expect(bands({ from: '1', below: '5' }, { below: '1' })).toEqual([]);
    expect(bands({ from: '0.99', below: '5' }, { below: '1' })).toEqual(['ladder-overlap']);
    expect(bands({ from: '5' }, { from: '1', below: '5' })).toEqual([]);
    expect(bands({ from: '4.99' }, { from: '1', below: '5' })).toEqual(['ladder-overlap']);
    expect(bands({}, { below: '1' })).toEqual(['ladder-overlap']);
    expect(bands({ from: '1', below: '5' }, { from: '1', below: '5' })).toEqual(['ladder-overlap']);
  });

  test('groups clauses of one item, each at most once', () => {
    const grouped = (groups: Partial<AssessmentItem>) => codesIn(item('i', [GROUPED], groups));
    expect(grouped({ exclusive: [{ when: 'r.1', drops: ['r.2', 'r.3'] }] })).toEqual([]);
    expect(grouped({ highestOnly: [{ of: ['r.1', 'r.2'] }] })).toEqual([]);
    expect(grouped({ exclusive: [{ when: 'r.1', drops: ['r.9'] }] })).toEqual(['clause-not-in-item']);
    expect(grouped({ highestOnly: [{ of: ['r.1', 'r.1'] }] })).toEqual(['group-member-twice']);
    expect(grouped({ exclusive: [{ when: 'r.1', drops: ['r.2'] }], highestOnly: [{ of: ['r.2', 'r.3'] }] })).toEqual([
      'group-member-twice',
    ]);
  });

  test('shuts others out only by a plain yes or no', () => {
    const row = criterion('r', '甲乙', clause('r.1', '甲', [PARTS]), clause('r.2', '乙'));
    const shut = (when: string, drops: readonly string[]) =>
      codesIn(item('i', [row], { exclusive: [{ when, drops }] }));
    expect(shut('r.1', ['r.2'])).toEqual(['exclusive-not-fixed']);
    expect(shut('r.2', ['r.1'])).toEqual([]);
  });

  test('caps all of a highest-only group or none of it: else a larger deduction could cost less', () => {
    const grouped = (groups: Partial<AssessmentItem>) => problemsIn(item('i', [GROUPED], groups));
    const highestOnly = [{ of: ['r.1', 'r.2'] }];
    const capped = (of: readonly string[]) => grouped({ highestOnly, caps: [{ of, cap: '4' }] });
    expect(capped(['r.1', 'r.2', 'r.3'])).toEqual([]);
    expect(capped(['r.3'])).toEqual([]);
    const [split] = capped(['r.2', 'r.3']);
    expect(split && renderProblem(split)).toEqual({
      zh: 'i：i 的“合计最多4分”只管住就高组的 r.2，没有管住 r.1：扣得越重反而可能总共扣得越少。请把这个组全部写进 caps，或全部不写。',
      en: 'i: The cap of 4 in i holds r.2 of a highest-only group and not r.1, so that a larger deduction could cost less. Let the cap hold all of the group, or none of it.',
    });
    const exclusive = [{ when: 'r.1', drops: ['r.2'] }];
    expect(grouped({ exclusive, caps: [{ of: ['r.2', 'r.3'], cap: '4' }] })).toEqual([]);
  });

  test('groups deductions only, of whatever kind', () => {
    const award: Rule = { kind: 'judgement', effect: 'award', range: ['0', '2'] };
    const row = criterion('r', '甲乙', clause('r.1', '甲'), clause('r.2', '乙', [award]));
    expect(codesIn(item('i', [row], { highestOnly: [{ of: ['r.1', 'r.2'] }] }))).toEqual(['group-needs-deductions']);
  });

  test('with a problem is not compiled, and every text is there in both languages', () => {
    const bad = [
      item('i', [criterion('r', '甲', clause('r.1', '乙', [{ kind: 'fixed' }]), clause('r.1', '丙', [PARTS, FIXED]))], {
        exclusive: [{ when: 'r.1', drops: ['r.9', 'r.1'] }],
      }),
    ];
    const [sheet] = unitScheme.sheets;
    const compiled = compile({ ...unitScheme, sheets: sheet ? [{ ...sheet, items: bad }] : [] }, {});
    const found = 'problems' in compiled ? compiled.problems : [];
    expect(new Set(found.map((one) => one.code))).toEqual(
      new Set([
        'repeated-id',
        'clause-not-in-item',
        'group-member-twice',
        'exclusive-not-fixed',
        'quote-not-in-row',
        'amount-missing',
        'quantity-unnamed',
      ]),
    );
    for (const one of found) {
      expect(Object.keys(SCHEME_MESSAGES)).toContain(one.code);
      expect(renderProblem(one).zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(renderProblem(one).en).toMatch(/[a-z]{3}.*\.$/);
    }
  });
});

describe('a printed cell', () => {
  test('is one text, or its pieces in order', () => {
    expect(cellText('甲')).toBe('甲');
    expect(cellText(['甲', '乙'])).toBe('甲乙');
    expect(cellText(undefined)).toBe('');
    expect(cellPieces('甲')).toEqual(['甲']);
    expect(cellPieces(undefined)).toEqual([]);
  });
});
