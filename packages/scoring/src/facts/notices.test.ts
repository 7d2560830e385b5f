// What is in order and easily meant otherwise is said beside the result: it stops nothing, and nothing is lost in silence.
import { describe, expect, test } from 'vitest';
import { getProgram } from '../../../../schemes/folder.js';
import type { RawTree } from '../observations/raw-tree.js';
import { renderProblem } from '../problems/messages.js';
import { readFacts } from './read-facts.js';

const program = getProgram('zhengzhou-2019');
const accident = {
  id: 'A-01',
  on: '2019-05-06',
  place: '登封市',
  deaths: '3',
  seriousInjuries: '0',
  directEconomicLossYuan: '0',
};

function noticesOf(facts: RawTree): string[] {
  const read = readFacts(program, facts);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.notices.map((found) => `${found.code} ${renderProblem(found).zh}`);
}

describe('a notice', () => {
  test('names a department that is not assessed where an assessed one may be meant', () => {
    const [mistyped] = noticesOf({ accidents: [{ ...accident, department: '市交通运输' }] });
    expect(mistyped).toMatch(/^department-unknown .*“市交通运输”.*市交通/);
    const [shortened] = noticesOf({ accidents: [{ ...accident, department: '交通' }] });
    expect(shortened).toMatch(/“交通”.*市交通局/);
    expect(noticesOf({ accidents: [{ ...accident, department: '市应急局' }] })).toEqual([]);
    expect(noticesOf({ accidents: [{ ...accident, department: '市交通局' }] })).toEqual([]);
  });

  test('says that a count was taken as final where its window reaches past the year and nobody said that it is over', () => {
    const last = { ...accident, on: '2019-12-31', industry: '工矿商贸' };
    const [taken, ...others] = noticesOf({ accidents: [last] });
    expect(taken).toMatch(/^window-taken-as-over .*事故 A-01（2019-12-31）.*2020-01-30.*final: true.*asOf/);
    expect(others).toEqual([]);
    const first = (on: string, industry: string) => noticesOf({ accidents: [{ ...last, on, industry }] }).length;
    expect([first('2019-12-02', '工矿商贸'), first('2019-12-01', '工矿商贸')]).toEqual([1, 0]);
    expect([first('2019-12-25', '道路交通'), first('2019-12-24', '道路交通')]).toEqual([1, 0]);
  });

  test('of a window is not given where the day or the state of the count is stated, and changes no result', () => {
    const last = { ...accident, on: '2019-12-31' };
    for (const final of ['true', 'false']) expect(noticesOf({ accidents: [{ ...last, final }] })).toEqual([]);
    expect(noticesOf({ asOf: '2020-01-16', accidents: [last] })).toEqual([]);
    const read = readFacts(program, { accidents: [last] });
    expect('accidents' in read && read.accidents[0]?.final).toBe(true);
  });

  test('names a talk by a body the scheme does not count', () => {
    const talkBy = (by: string) => noticesOf({ units: { 巩义市: { talks: [{ by, on: '2019-08-02' }] } } });
    expect(talkBy('市安委办')).toEqual([expect.stringMatching(/^talk-by-other .*“市安委办”.*市政府、市安委会/)]);
    expect(talkBy('市政府')).toEqual([]);
  });

  test('of no ballot at all says that the part is not known', () => {
    const [none] = noticesOf({ ratings: { leader: { 巩义市: { sum: '0', ballots: '0' } } } });
    expect(none).toMatch(/^no-ballots .*未知/);
  });
});
