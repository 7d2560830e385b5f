import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from './line-pieces';

const spans = fc
  .array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 6 })
  .map((list) => list.map(([from, length], index) => ({ key: `c${index}`, span: [from, from + length] as const })));

describe('文件分成行和格', () => {
  it('合起来就是原文，每一段在它说的位置上', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('扣', '1', '\t', '\n'), maxLength: 60 }),
        spans,
        (source, marks) => {
          const lines = linesOf(
            source,
            marks.map(({ key, span }) => ({ key, span: [...span] })),
          );
          const text = lines.map(({ cells }) => cells.map((cell) => cell.map((one) => one.text).join('')).join('\t'));
          expect(text.join('\n')).toBe(source);
          for (const piece of lines.flatMap(({ cells }) => cells.flat()))
            expect(source.slice(piece.from, piece.from + piece.text.length)).toBe(piece.text);
        },
      ),
    );
  });

  it('一条跨两行、跨两格的，各段都标上', () => {
    const [first, second] = linesOf('未建立台账\t的扣\n2分。', [{ key: 'c1', span: [3, 11] }]);
    expect(first?.cells.map((cell) => cell.map(({ key }) => key))).toEqual([[undefined, 'c1'], ['c1']]);
    expect(second?.cells.flat().map(({ text, key }) => [text, key])).toEqual([
      ['2分', 'c1'],
      ['。', undefined],
    ]);
  });
});
