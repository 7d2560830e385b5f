import { describe, expect, it } from 'vitest';
import { parse } from './fraction.js';
import { gradeOf, oracle, type UnitResult } from './oracle.js';
import { resolveScheme } from './resolve.js';
import { smallScheme } from './small-scheme.js';
import type { Branch } from './tree.js';

const sixteenTens = { sum: '160', ballots: '16' };
const eighteenTens = { sum: '180', ballots: '18' };

const full = (names: readonly string[]): Branch => ({
  leader: Object.fromEntries(names.map((name) => [name, sixteenTens])),
  division: Object.fromEntries(names.map((name) => [name, eighteenTens])),
});

/** 巩义市 alone, all in order but what is given. */
function score(unit: Branch = {}, rest: Branch = {}): UnitResult {
  const facts = { unmentioned: 'nothing-found', units: { 巩义市: unit }, ratings: full(['巩义市']), ...rest };
  return oracle(smallScheme, facts).巩义市 as UnitResult;
}

const seen = (observations: Branch): Branch => ({ observations });
const accident = (deaths: string, rest: Branch = {}): Branch => ({
  place: '巩义市',
  department: '市教育局',
  deaths,
  responsible: 'false',
  ...rest,
});

describe('an item', () => {
  it('is full where everything was in order', () => {
    const result = score();
    expect(result.items).toEqual({ 'county/i1': '20', 'county/i2': '20', 'county/i8': '20', 'county/i12': '40' });
    expect(result).toMatchObject({ sheetScore: '100', total: '100', grade: '优秀', vetoes: [], award: true, rank: 1 });
  });

  it('loses what is asked, and never more than it has', () => {
    expect(score(seen({ 'county/43.2': { count: '12' } })).items['county/i8']).toBe('14');
    const talks = Array.from({ length: 25 }, () => ({ by: '市政府', on: '2019-08-02' }));
    expect(score({ talks }).items['county/i1']).toBe('0');
  });

  it('takes no persons beside letters that were not signed at all, unless both count', () => {
    const unit = seen({ 'county/8.1': { breached: 'true' }, 'county/8.2': { count: '3' } });
    expect(score(unit).items['county/i1']).toBe('18');
    expect(score(unit, { readings: { 'row-8': 'both' } }).items['county/i1']).toBe('16.5');
    const persons = seen({ 'county/8.1': { breached: 'false' }, 'county/8.2': { count: '3' } });
    expect(score(persons).items['county/i1']).toBe('18.5');
  });

  it('counts the larger of one fact stated twice, unless it counts twice', () => {
    const unit = seen({ 'county/43.2': { count: '3' }, 'county/43.6': { count: '2' } });
    expect(score(unit).items['county/i8']).toBe('18.5');
    expect(score(unit, { readings: { 'row-43-repeated': 'twice' } }).items['county/i8']).toBe('17.5');
  });

  it('asks for the four lists by the reading', () => {
    const unit = seen({ 'county/43.4': { absent: ['甲', '丁', '丙'] } });
    const items = ['none', 'once', 'each'].map(
      (choice) => score(unit, { readings: { 'four-lists': choice } }).items['county/i8'],
    );
    expect(items).toEqual(['20', '19.5', '18.5']);
  });

  it('adds the quantities of one clause by their names', () => {
    const unit = seen({
      'county/20.1': { 申报率: { numerator: '17', denominator: '20' }, 日常监管率: { value: '75' } },
    });
    expect(score(unit).items['county/i2']).toBe('18.5');
    expect(score(unit, { readings: { 'part-steps': 'prorate' } }).items['county/i2']).toBe('18');
  });

  it('asks nothing of a clause that does not apply or is for another class', () => {
    expect(score(seen({ 'county/8.1': { notApplicable: 'true', reason: '无' } })).items['county/i1']).toBe('20');
    const unit = seen({ 'county/1.2': { breached: 'true' } });
    expect(score(unit).items['county/i1']).toBe('19');
    const zone = oracle(smallScheme, { units: { 航空港区: unit }, ratings: full(['航空港区']) });
    expect(zone.航空港区?.items['county/i1']).toBe('20');
  });

  it('is forfeited by a responsible accident, by an indicator on its limit, and by nothing less', () => {
    expect(score({}, { accidents: [accident('1', { responsible: 'true' })] }).items['county/i8']).toBe('0');
    expect(score({}, { accidents: [accident('1')] }).items['county/i8']).toBe('20');
    const indicators = { 亿元GDP死亡率: { numerator: '35', denominator: '1000' } };
    expect(score({ indicators }).items['county/i12']).toBe('0');
    expect(score({ indicators }, { readings: { 'limit-equality': 'inclusive' } }).items['county/i12']).toBe('40');
    const below = { 亿元GDP死亡率: { numerator: '35', denominator: '1001' } };
    expect(score({ indicators: below }).items['county/i12']).toBe('40');
  });

  it('counts talks only by those the rule names', () => {
    const talks = [{ by: '市政府' }, { by: '省安委会' }, { by: '市安委会' }];
    expect(score({ talks }).items['county/i1']).toBe('18');
  });
});

describe('ratings', () => {
  const parts = (ratings: Branch, readings: Branch = {}) => score({}, { ratings, readings }).parts;

  it('make 160 × 0.125 twenty and 171 × 0.166 twenty-eight', () => {
    const ratings = { leader: { 巩义市: sixteenTens }, division: { 巩义市: { sum: '171', ballots: '18' } } };
    expect(parts(ratings)).toEqual({ leader: '20', division: '28', 'year-end': '50' });
    expect(parts(ratings, { 'rating-coefficient': 'exact' }).division).toBe('29');
    expect(parts(ratings, { 'rating-rounding': 'two-decimals' }).division).toBe('28.39');
    expect(parts(ratings, { 'rating-rounding': 'unrounded' }).division).toBe('28.386');
    expect(parts(ratings, { 'rating-coefficient': 'exact', 'rating-rounding': 'unrounded' }).division).toBe('28.5');
  });

  it('add ballots as they are given', () => {
    const ballots = Array.from({ length: 16 }, (_, index) => (index === 0 ? '5.5' : '9.5'));
    expect(parts({ leader: { 巩义市: ballots }, division: { 巩义市: eighteenTens } }).leader).toBe('19');
  });

  it('take 15 of 16 tens as the plain sum, or over those received', () => {
    const ratings = {
      leader: { 巩义市: Array.from({ length: 15 }, () => '10') },
      division: { 巩义市: eighteenTens },
    };
    expect(parts(ratings).leader).toBe('19');
    expect(parts(ratings, { 'rating-rounding': 'unrounded' }).leader).toBe('18.75');
    expect(parts(ratings, { 'missing-ballots': 'over-received' }).leader).toBe('20');
  });

  it('must be there: an open record is refused', () => {
    expect(() => score({}, { ratings: {} })).toThrow('leader');
  });
});

describe('the bonus', () => {
  const promoted = (deed: string, level: string): Branch => ({ deed, kind: 'promoted', level });

  it('counts the highest of one deed and stops at ten', () => {
    const twice = [promoted('甲', 'city'), promoted('甲', 'nation'), { deed: '甲', kind: 'media' }];
    expect(score({ bonus: twice }).bonus).toBe('5');
    expect(score({ bonus: [...twice, promoted('乙', 'province')] }).bonus).toBe('8');
    expect(score({ bonus: ['甲', '乙', '丙'].map((deed) => promoted(deed, 'nation')) }).bonus).toBe('10');
  });

  it('reaches the total by half through the sheet and in full on the composite', () => {
    const unit = { ...seen({ 'county/1.1': { breached: 'true' } }), bonus: [promoted('甲', 'nation')] };
    const byBase = (readings: Branch) => {
      const { parts, total, sheetScore } = score(unit, { readings });
      return [sheetScore, parts['year-end'], total];
    };
    expect(byBase({})).toEqual(['98', '51.5', '101.5']);
    expect(byBase({ 'bonus-base': 'composite' })).toEqual(['98', '49', '104']);
    expect(byBase({ 'bonus-ceiling': 'full-marks' })).toEqual(['98', '50', '100']);
    expect(byBase({ 'bonus-base': 'composite', 'bonus-ceiling': 'full-marks' })).toEqual(['98', '49', '100']);
  });

  it('makes one relatively serious accident excellent under one reading and not under the other', () => {
    const unit = { bonus: [promoted('甲', 'nation'), promoted('乙', 'nation')] };
    const accidents = [accident('3')];
    expect(score(unit, { accidents })).toMatchObject({ total: '95', grade: '优秀', award: true });
    expect(score({ bonus: [promoted('甲', 'nation')] }, { accidents })).toMatchObject({ total: '92.5', grade: '完成' });
    expect(score(unit, { accidents, readings: { 'bonus-base': 'composite' } }).total).toBe('100');
  });
});

describe('grades and vetoes', () => {
  it('have half-open bands', () => {
    const scheme = resolveScheme(smallScheme, {});
    const grades = ['95', '94.99', '80', '79.88', '60', '59.99'].map((total) => gradeOf(scheme, parse(total)));
    expect(grades).toEqual(['优秀', '完成', '完成', '基本完成', '基本完成', '未完成']);
  });

  it('leave 94.75 as it is', () => {
    const unit = seen({
      'county/43.2': { count: '12' },
      'county/8.1': { breached: 'true' },
      'county/20.1': { 申报率: { value: '50' } },
    });
    expect(score(unit)).toMatchObject({ sheetScore: '89.5', total: '94.75', grade: '完成', award: false });
  });

  it('make one indicator at its limit 80 and 完成, or 79.88 and 基本完成 unrounded', () => {
    const unit = { indicators: { 亿元GDP死亡率: { numerator: '1', denominator: '2' } } };
    expect(score(unit)).toMatchObject({ total: '80', grade: '完成' });
    const readings = { 'rating-rounding': 'unrounded' };
    expect(score(unit, { readings })).toMatchObject({ total: '79.88', grade: '基本完成' });
  });

  it('fall on the second relatively serious accident, responsible or not', () => {
    expect(score({}, { accidents: [accident('3'), accident('2')] }).vetoes).toEqual([]);
    const accidents = [accident('3'), accident('10')];
    expect(score({}, { accidents })).toMatchObject({ vetoes: ['accidents'], grade: '完成', award: false, rank: null });
    expect(score({}, { accidents, readings: { 'veto-effect': 'grade-fail' } }).grade).toBe('未完成');
  });

  it('concern the department of an accident as they concern its district', () => {
    const accidents = [accident('3'), accident('3', { place: '登封市' })];
    const facts = { units: { 市教育局: {}, 市公安局: {} }, accidents };
    const { 市教育局: education, 市公安局: police } = oracle(smallScheme, facts);
    expect(education).toMatchObject({ total: '60', vetoes: ['accidents'], rank: null, parts: {} });
    expect(police).toMatchObject({ total: '100', vetoes: [], rank: 1 });
  });

  it('look at the total below 60, bonus included, or at the sheet by itself', () => {
    const unit = seen({ 'member/1.1': { breached: 'true' } });
    const at = (bonus: readonly Branch[], readings: Branch = {}) =>
      oracle(smallScheme, { readings, units: { 市公安局: { ...unit, bonus } } }).市公安局;
    expect(at([])).toMatchObject({ total: '55', vetoes: ['score'], grade: '未完成' });
    const media = ['甲', '乙', '丙'].map((deed) => ({ deed, kind: 'media' }));
    expect(at(media)).toMatchObject({ total: '61', vetoes: [], grade: '基本完成' });
    expect(at(media, { 'veto-score': 'sheet' })).toMatchObject({ total: '61', vetoes: ['score'] });
  });

  it('leave a unit that was talked to without an award, in its grade and rank', () => {
    const unit = { talks: [{ by: '市安委会', on: '2019-03-01' }] };
    expect(score(unit)).toMatchObject({ total: '99.5', grade: '优秀', vetoes: [], award: false, rank: 1 });
  });
});

describe('ranks', () => {
  it('are shared by equals, skip what they share, pass over the vetoed, and are apart for each sheet', () => {
    const names = ['巩义市', '登封市', '航空港区', '新密市'];
    const units = {
      巩义市: seen({ 'county/1.1': { breached: 'true' } }),
      登封市: {},
      航空港区: {},
      新密市: {},
      市公安局: seen({ 'member/1.1': { breached: 'true' } }),
      市教育局: {},
    };
    const accidents = ['3', '3'].map((deaths) => accident(deaths, { place: '新密市', department: '市应急局' }));
    const results = oracle(smallScheme, { units, ratings: full(names), accidents });
    const ranks = Object.entries(results).map(([name, { rank }]) => [name, rank]);
    expect(Object.fromEntries(ranks)).toEqual({
      巩义市: 3,
      登封市: 1,
      航空港区: 1,
      新密市: null,
      市公安局: null,
      市教育局: 1,
    });
  });
});
