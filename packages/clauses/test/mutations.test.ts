// Damaged text of every kind: the importer always comes to an end, never throws, and every place it names is in the text.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importDocument } from '../src/index.js';

const cases = fileURLToPath(new URL('cases/', import.meta.url));
/** Every third of the cases: enough kinds, and short enough to be read thousands of times. */
const sentences = ['good', 'bad'].flatMap((kind) =>
  readdirSync(cases + kind)
    .filter((_, index) => index % 3 === 0)
    .map((name) => readFileSync(`${cases}${kind}/${name}`, 'utf8').split('\n==>\n')[0] ?? ''),
);
const SEEDS = [
  `考核细则\n一、组织领导（20分）\n${sentences.map((one, index) => `${index + 1}.${one}`).join('\n')}`,
  `序号\t考核项目\t分值\t评分标准\n${sentences.map((one, index) => `${index + 1}\t${index % 5 ? '' : `${'一二三四五六七八九'.charAt(index / 5)}、项目（10分）`}\t3\t${one}`).join('\n')}`,
  `│序号│考核内容│分值│评分标准│\n${sentences.map((one, index) => `│${index + 1}│内容│2│${one}│`).join('\n')}`,
  `大项,分值,评分标准\n${sentences.map((one) => `大项,3,"${one}"`).join('\n')}`,
  `${sentences.join('；')}\n否决：发生重大事故的，实行一票否决。\n等次：90分以上为优秀，80分至90分为良好。`,
];

const PIECES = [
  '\t',
  '│',
  '|',
  '\n',
  '，',
  '；',
  '。',
  '（',
  '）',
  '“',
  '”',
  '"',
  ',',
  '每',
  '第',
  '扣',
  '分',
  '0',
  '一、',
  '<li>',
  '\u2028',
  '\ufeff',
  '\ud800',
  '-',
  '×',
  '%',
];

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const change = fc.oneof(
  fc.record({ how: fc.constant('cut' as const), from: place, to: place }),
  fc.record({ how: fc.constant('glue' as const), from: place, to: place }),
  fc.record({ how: fc.constant('swap' as const), from: place, to: place }),
  fc.record({ how: fc.constant('drop-stops' as const), from: place, to: place }),
  fc.record({ how: fc.constant('insert' as const), from: place, to: place, piece: fc.constantFrom(...PIECES) }),
  fc.record({ how: fc.constant('noise' as const), from: place, to: place, piece: fc.string({ maxLength: 30 }) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, one: Change): string {
  const [from, to] = [one.from, one.to].map((at) => Math.floor(at * text.length)).sort((a, b) => a - b) as [
    number,
    number,
  ];
  const middle = text.slice(from, to);
  if (one.how === 'cut') return text.slice(0, from) + text.slice(Math.min(to, from + 400));
  if (one.how === 'glue') return text.slice(0, from) + middle.replace(/\s+/g, '') + text.slice(to);
  if (one.how === 'swap') return text.slice(to) + middle + text.slice(0, from);
  if (one.how === 'drop-stops') return text.slice(0, from) + middle.replace(/[。；，]/g, '') + text.slice(to);
  return text.slice(0, from) + one.piece + text.slice(from);
}

it('八千份损坏的文字：都读得完，不出错，每处位置都在原文里', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...SEEDS), fc.array(change, { minLength: 1, maxLength: 6 }), (seed, changes) => {
      const text = changes.reduce(changed, seed);
      const { items, bonus, vetoes, gradeBands } = importDocument(text);
      for (const { span, quote } of [...items.flatMap(({ clauses }) => clauses), ...bonus]) {
        expect(text.slice(...span)).toBe(quote);
        read += 1;
      }
      for (const { span } of [...vetoes, ...gradeBands])
        expect(span[0] <= span[1] && span[1] <= text.length).toBe(true);
    }),
    { numRuns: 8_000 },
  );
  expect(read).toBeGreaterThan(8_000);
}, 300_000);

it('太长的文字：读到规定的长度为止，并说明', () => {
  const { problems } = importDocument('1.未备案的，每次扣1分。\n'.repeat(20_000));
  expect(problems.map(({ code }) => code)).toContain('document-too-long');
  const { problems: rows } = importDocument(`1.${'未备案的扣1分，'.repeat(4_000)}`);
  expect(rows.map(({ code }) => code)).toContain('row-too-long');
});
