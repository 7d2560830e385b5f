// Each case: the sentence, `==>`, and what is read: span, status, pattern, rules, questions. `CASES=write` writes them anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ParsedClause, parseSentence } from '../src/index.js';

const folder = fileURLToPath(new URL('cases/', import.meta.url));

function tree(sentence: string): string {
  return parseSentence(sentence)
    .map((clause) => `${head(sentence, clause)}\n${body(clause)}`)
    .join('\n');
}

const head = (sentence: string, { span, status, pattern }: ParsedClause): string =>
  `[${span[0]}, ${span[1]}] ${status} ${pattern} “${sentence.slice(...span)}”`;

const body = ({ rules, asks }: ParsedClause): string =>
  [...rules.map((rule) => `  = ${JSON.stringify(rule)}`), ...asks.map((ask) => `  ? ${ask}`)].join('\n');

for (const kind of ['good', 'bad']) {
  describe(kind, () => {
    for (const name of readdirSync(folder + kind)) {
      it(`${name} 读成所写的样子`, () => {
        const path = `${folder}${kind}/${name}`;
        const [sentence = '', expected = ''] = readFileSync(path, 'utf8').split('\n==>\n');
        const found = tree(sentence.trimEnd());
        if (process.env.CASES === 'write') writeFileSync(path, `${sentence.trimEnd()}\n==>\n${found}\n`);
        else expect(found).toBe(expected.trimEnd());
        const asked = parseSentence(sentence.trimEnd()).some(({ status }) => status !== 'read');
        expect(asked).toBe(kind === 'bad');
      });
    }
  });
}
