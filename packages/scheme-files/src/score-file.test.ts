import { renderProblem, resultJson } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { scoreFile } from './score-file.js';

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

  test('that says nothing scores nobody', () => {
    const scored = score('{}');
    expect('assessment' in scored && scored.assessment.units).toEqual([]);
  });
});
