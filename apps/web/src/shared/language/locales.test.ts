import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zh } from './zh';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('界面文字的两种语言', () => {
  const chinese = flatten(zh);
  const english = flatten(en);

  it('键完全相同', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('同一键的占位相同，没有空的文字', () => {
    for (const [key, text] of chinese) {
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
      expect(text.trim() && english.get(key)?.trim(), key).toBeTruthy();
    }
  });

  it('英文里除了单位和原文的名称没有汉字', () => {
    const chineseInEnglish = [...english].filter(([, text]) =>
      /[\u4e00-\u9fff]/.test(text.replace(/（?市安委办）?/g, '')),
    );
    expect(chineseInEnglish).toEqual([]);
  });
});
