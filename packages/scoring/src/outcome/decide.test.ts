import { describe, expect, test } from 'vitest';
import { assessed, unitProgram, unitScheme } from '../../test/unit-scheme.js';
import type { RawTree } from '../observations/raw-tree.js';
import type { Program } from '../scheme/program.js';
import { resultJson } from './result.js';

const FULL = { sum: '40', ballots: '4' };
const program = unitProgram();
const failing = unitProgram({ vetoes: unitScheme.vetoes.map((veto) => ({ ...veto, effect: 'grade-fail' })) });

/** What is decided on one district with full ratings. */
function decided(unit: RawTree, { accidents = [], under = program }: { accidents?: RawTree; under?: Program } = {}) {
  const tree = { units: { 巩义市: unit }, ratings: { leader: { 巩义市: FULL } }, accidents };
  const [one] = assessed(tree, under).units;
  const decision = one?.decision;
  return {
    grades: decision?.grades,
    vetoes: decision?.vetoes.map((found) => found.veto.id),
    possible: decision?.possibleVetoes.map((found) => found.veto.id),
    award: decision?.award.eligible,
    awards: decision?.awards.map(({ eligible }) => eligible),
    why: decision?.award.why.map((ground) => ground.zh),
    rank: one?.rank,
  };
}

/** What the result says of awards. */
function awardsOf(under: Program) {
  const tree = { units: { 巩义市: CLOSED }, ratings: { leader: { 巩义市: FULL } } };
  const [unit] = resultJson(assessed(tree, under), 'none').units;
  return { award: unit?.award, ...(unit?.furtherAwards && { furtherAwards: unit.furtherAwards }) };
}

const accident = (id: string, deaths: string) => ({ id, on: '2019-05-06', place: '巩义市', deaths });
const CLOSED = { closed: 'all' };
const TALK = { by: '市政府', on: '2019-08-02' };

describe('the award', () => {
  test('is open to an excellent unit that nothing speaks against', () => {
    expect(decided(CLOSED)).toMatchObject({ grades: ['优秀'], award: 'yes', why: [], vetoes: [] });
  });

  test('is closed to a unit that was talked to, by whom the scheme names', () => {
    expect(decided({ ...CLOSED, talks: [TALK] })).toMatchObject({ award: 'no', why: ['约谈'] });
    expect(decided({ ...CLOSED, talks: [{ ...TALK, by: '省政府' }] })).toMatchObject({ award: 'yes' });
  });

  test('is closed to a grade below, and says which was needed', () => {
    const low = { ...CLOSED, observations: { 'county/5.1': { breached: 'true' } } };
    expect(decided(low)).toMatchObject({ grades: ['基本完成'], award: 'no', why: ['等次未达优秀'] });
  });

  test('names every ground at once', () => {
    const low = { ...CLOSED, talks: [TALK], observations: { 'county/5.1': { breached: 'true' } } };
    const two = [accident('A-01', '3'), accident('A-02', '3')];
    expect(decided(low, { accidents: two }).why).toEqual(['约谈', '一票否决', '等次未达优秀']);
  });

  test('is undecided while something open can change it', () => {
    expect(decided({}).award).toBe('undecided');
    const rows = ['county/1', 'county/2', 'county/3', 'county/5', 'county/6', 'county/7', 'county/8', 'county/9'];
    const talksOpen = { closed: [...rows, 'county/10', 'county/11', 'bonus'] };
    expect(decided(talksOpen).award).toBe('undecided');
    expect(decided({ ...talksOpen, talks: [] }).award).toBe('yes');
  });

  test('of a scheme without one is not there: neither given nor refused', () => {
    expect(decided(CLOSED, { under: unitProgram({ awards: [] }) })).toMatchObject({ award: 'no', awards: [] });
    expect(awardsOf(unitProgram({ awards: [] }))).toEqual({ award: null });
  });

  test('of a scheme with several is decided for each', () => {
    const [award] = unitScheme.awards;
    if (!award) throw new Error('the scheme has an award');
    const second = { ...award, id: 'second', grades: ['完成'], disqualified: [] };
    const several = unitProgram({ awards: [award, second] });
    expect(decided(CLOSED, { under: several })).toMatchObject({ awards: ['yes', 'no'] });
    expect(awardsOf(several)).toMatchObject({
      award: { eligible: true, why: [] },
      furtherAwards: [{ id: 'second', eligible: false, why: ['等次未达完成'] }],
    });
    expect(awardsOf(program)).toEqual({ award: { eligible: true, why: [], whyEn: [] } });
  });
});

describe('the veto on accidents: 2起较大（含）以上', () => {
  test.each([
    [['3'], []],
    [['3', '2'], []],
    [['3', '3'], ['accidents']],
    [['3', '30'], ['accidents']],
    [['2', '2'], []],
  ])('deaths of %j bring %j', (deaths, vetoes) => {
    const accidents = deaths.map((dead, index) => accident(`A-0${index}`, dead));
    expect(decided(CLOSED, { accidents }).vetoes).toEqual(vetoes);
  });

  test('as a flag leaves the computed grade, and takes rank and award', () => {
    const accidents = [accident('A-01', '3'), accident('A-02', '3')];
    const flagged = decided(CLOSED, { accidents });
    expect(flagged).toMatchObject({ vetoes: ['accidents'], award: 'no', rank: undefined });
    expect(flagged.grades).toEqual(['完成']);
    expect(decided(CLOSED, { accidents, under: failing }).grades).toEqual(['未完成']);
  });

  test('may still come while the row its accidents feed is open', () => {
    const rows = [
      'county/1',
      'county/2',
      'county/3',
      'county/4',
      'county/5',
      'county/6',
      'county/7',
      'county/8',
      'county/9',
    ];
    const open = { closed: [...rows, 'county/11', 'bonus'] };
    expect(decided(open)).toMatchObject({ vetoes: [], possible: ['accidents'], award: 'undecided' });
    expect(decided(open, { under: failing }).grades?.at(-1)).toBe('未完成');
  });
});

describe('the veto on the score: 60分以下', () => {
  /** Item 1 of 40 points gone: the sheet has 60. */
  const LOST = { ...CLOSED, observations: { 'county/3.1': { count: '80' } } };

  test('holds below the limit, not at it', () => {
    const ratings = (sum: string) => ({ ratings: { leader: { 巩义市: { sum, ballots: '4' } } } });
    const unit = { 巩义市: LOST };
    const judged = (sum: string) => assessed({ units: unit, ...ratings(sum) }).units[0]?.decision.vetoes.length;
    expect(judged('24')).toBe(0);
    expect(judged('22')).toBe(1);
  });

  test('is possible while the total may lie on either side', () => {
    const unit = assessed({ units: { 巩义市: LOST } }).units[0];
    expect(unit?.decision.possibleVetoes.map((found) => found.veto.id)).toEqual(['score']);
    expect(unit?.decision.grades).toEqual(['基本完成', '未完成']);
  });

  test('of the sheet looks at the sheet alone', () => {
    const [veto] = unitScheme.vetoes.slice(1);
    const when = { kind: 'score-below', value: '60', of: 'sheet' } as const;
    const under = unitProgram({ vetoes: veto ? [{ ...veto, when }] : [] });
    const atLimit = decided(LOST, { under });
    expect(atLimit).toMatchObject({ grades: ['基本完成'], vetoes: [] });
    const observations = { 'county/3.1': { count: '80' }, 'county/6.1': { absent: ['方案'] } };
    const below = decided({ ...CLOSED, observations }, { under });
    expect(below).toMatchObject({ grades: ['基本完成'], vetoes: ['score'] });
  });
});
