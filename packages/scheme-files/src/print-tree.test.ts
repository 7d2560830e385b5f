import type { RawTree } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { parseText } from './parse-text.js';
import { printTree } from './print-tree.js';

describe('一棵树写成 YAML', () => {
  it.each<[string, RawTree]>([
    ['像数、像真假、像空的文字仍是文字', { a: '0.10', b: 'true', c: '', d: 'null', e: '~', f: '- x', g: 'a: b' }],
    ['换行、引号、井号、首尾空格原样', { note: '第一行\n第二行 # 不是注释', other: ' "两边有空格" ', tab: '\t' }],
    ['空的列表和对象原样', { talks: [], observations: {} }],
    ['同一个对象出现两次不写成别名', (() => [{ x: '1' }, { x: '1' }])()],
  ])('%s', (_what, tree) => {
    const parsed = parseText(printTree(tree));
    expect('tree' in parsed && parsed.tree).toEqual(tree);
  });
});
