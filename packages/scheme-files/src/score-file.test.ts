import { renderProblem, resultJson } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { plainFacts } from './plain-facts.js';
import { programUnder, scoreFile } from './score-file.js';

const folder = getFolder('zhengzhou-2019');
const score = (text: string) => scoreFile(folder, new TextEncoder().encode(text));

function totalOf(text: string) {
  const scored = score(text);
  return 'assessment' in scored ? resultJson(scored.assessment, scored.edition).units[0]?.sheetScore : undefined;
}

describe('a facts file from bytes to its result', () => {
  test('is scored under the edition of the scheme', () => {
    const scored = score('units: { 巩义市: { closed: all, observations: { county/1.1: { breached: true } } } }');
    expect('edition' in scored && scored.edition).toBe(folder.edition);
    expect(totalOf('units: { 巩义市: { closed: all, observations: { county/1.1: { breached: true } } } }')).toEqual({
      least: '98',
      most: '98',
      bound: 'exact',
    });
  });

  test('is the same in YAML and in JSON', () => {
    const json = '{"units":{"巩义市":{"closed":"all","observations":{"county/19.1":{"count":3}}}}}';
    const yaml = 'units:\r\n  巩义市:\r\n    closed: all\r\n    observations:\r\n      county/19.1: { count: 3 }\r\n';
    expect(totalOf(json)).toEqual(totalOf(yaml));
    expect(totalOf(json)?.most).toBe('98.5');
  });

  test('is refused with the line of each problem', () => {
    const refused = score(
      'units:\n  巩义市:\n    closed: [county/999]\n    observations:\n      county/1.1: { breached: 1 }\n',
    );
    const problems = 'problems' in refused ? refused.problems : [];
    expect(problems.map((found) => found.code)).toEqual(['unknown-row', 'not-yes-no']);
    const lines = problems.map((found) => 'problems' in refused && refused.locate?.(found.at)?.line);
    expect(lines).toEqual([3, 5]);
  });

  test('says 是 and 否 where yes or no is asked, and digits of full width', () => {
    const observed = (unit: string) => score(`units: { 巩义市: { closed: all, observations: { ${unit} } } }`);
    const same = [
      ['county/1.1: { breached: 是 }', 'county/1.1: { breached: true }'],
      ['county/1.1: { breached: 否 }', 'county/1.1: { breached: false }'],
      ['county/19.1: { count: ３ }', 'county/19.1: { count: 3 }'],
      ['county/53.2: { value: ９８．５ }', 'county/53.2: { value: 98.5 }'],
    ] as const;
    const shown = (scored: ReturnType<typeof score>) =>
      'assessment' in scored ? JSON.stringify(resultJson(scored.assessment, '').units) : 'refused';
    for (const [typed, plain] of same) {
      expect(shown(observed(typed))).toBe(shown(observed(plain)));
      expect(shown(observed(plain))).not.toBe('refused');
    }
  });

  test('keeps the words of people as they wrote them', () => {
    const words = { note: '是', evidence: ['０１', '否'], deed: '２０１９', breached: '也许', unit: '是' };
    expect(plainFacts(words)).toEqual(words);
  });

  test.each([
    ['an id without its sheet', '2.2', 'unknown-clause', '是否想写：county/2.2？'],
    ['a clause of another sheet', 'member/1.1', 'not-applicable-class', '只适用于 department'],
    ['a clause of no sheet', 'county/2.22', 'unknown-clause', 'county/2.2'],
  ])('with %s says what was probably meant', (_what, ...[clause, code, zh]) => {
    const refused = score(`units: { 巩义市: { observations: { ${clause}: { breached: true } } } }`);
    const [found, ...others] = 'problems' in refused ? refused.problems : [];
    expect([found?.code, others]).toEqual([code, []]);
    expect(found && renderProblem(found).zh).toContain(zh);
  });

  test('of a unit outside the list has the clauses of the sheet it states', () => {
    const refused = score('units: { 某县: { sheet: county, class: district, observations: { "2.2": {} } } }');
    const [found] = 'problems' in refused ? refused.problems : [];
    expect(found?.details).toEqual({ clause: '2.2', near: ['county/2.2'] });
  });

  test('is refused under readings the scheme does not have', () => {
    const refused = score('readings: { bonus-base: total }');
    const [found] = 'problems' in refused ? refused.problems : [];
    expect(found?.code).toBe('unknown-alternative');
    expect(found && renderProblem(found).zh).toContain('composite');
  });

  test.each([
    ['an empty file', ''],
    ['comments only', '# 无\n'],
    ['a list', '- 巩义市'],
    ['a text', '巩义市'],
    ['null in JSON', 'null'],
  ])('of %s holds no facts', (_what, text) => {
    const refused = score(text);
    expect('problems' in refused && refused.problems.map((found) => found.code)).toEqual(['wrong-shape']);
  });

  test('is scored under a program compiled once, and each reading under its own', () => {
    const adopted = programUnder(folder, {});
    const composite = programUnder(folder, { 'bonus-base': 'composite' });
    expect(programUnder(folder, {})).toBe(adopted);
    expect(composite).not.toBe(adopted);
    expect('readings' in composite && composite.readings['bonus-base']).toBe('composite');
  });

  test('that says nothing scores nobody', () => {
    const scored = score('{}');
    expect('assessment' in scored && scored.assessment.units).toEqual([]);
  });
});
