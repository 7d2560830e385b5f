import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bannedWords, checkGlossary, EXCEPTIONS } from './glossary.mjs';

const glossary = {
  path: 'docs/glossary.md',
  text: `| 中文 | Identifier | Meaning | Banned |
|---|---|---|---|
| 考核 | \`assessment\` | the yearly judgement | appraisal, \`evaluation\` |
| 较大事故 | \`relatively-serious\` | 3 to 9 deaths | major accident |
| 问题 | \`Finding\` | found | |
`,
};
const found = (path: string, text: string) =>
  checkGlossary([glossary, { path, text }]).map(({ message }: { message: string }) => message);

describe('术语', () => {
  it('禁用词取自术语表最后一列', () => {
    expect(bannedWords(glossary.text)).toEqual([
      { word: 'appraisal', term: 'assessment', identifiersOnly: false },
      { word: 'evaluation', term: 'assessment', identifiersOnly: true },
      { word: 'major accident', term: 'relatively-serious', identifiersOnly: false },
    ]);
  });

  it.each([
    ['a.ts', 'const majorAccident = 1;'],
    ['a.ts', 'const annualEvaluation = 1;'],
    ['README.md', 'the yearly appraisal'],
    ['a.yaml', 'kind: major-accident'],
    ['a.tsx', `const label = 'Major accident';`],
  ])('拒绝：%s %s', (path, text) => expect(found(path, text)).toHaveLength(1));

  it.each([
    ['a.ts', 'const relativelySerious = 1; // an evaluation of the expression'],
    ['a.ts', `const label = 'Evaluation division';`],
    ['README.md', 'evaluation of an expression'],
    ['a.ts', 'const major = version.split(".")[0];'],
    ['package.json', '{ "description": "appraisal" }'],
  ])('通过：%s %s', (path, text) => expect(found(path, text)).toEqual([]));

  it('没有术语表时报错', () => expect(checkGlossary([])).toHaveLength(1));

  it('每个例外都写明理由', () => {
    for (const { reason } of EXCEPTIONS) expect(reason.length).toBeGreaterThan(10);
  });

  it('真实的术语表读得出禁用词', () => {
    const words = bannedWords(readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8'));
    expect(words).toContainEqual({ word: 'appraisal', term: 'assessment', identifiersOnly: false });
    expect(words).toContainEqual({ word: 'major accident', term: 'relatively-serious', identifiersOnly: false });
  });
});
