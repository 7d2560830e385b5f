import { readFileSync } from 'node:fs';
import { ACTS } from '@kaohe/api-contract';
import { describe, expect, it } from 'vitest';
import { FILE, makeText } from './make-permissions.mjs';

describe('docs/permissions.md', () => {
  it('就是脚本从权限表生成的', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(makeText());
  });

  it('一件事一行，角色、环节、状态都在', () => {
    const row =
      makeText()
        .split('\n')
        .find((line) => line.includes('`rating.sign`')) ?? '';
    expect(row).toContain('before Composite is closed');
    expect(row).toContain('`submitted`');
    expect(row.match(/●/g)).toHaveLength(1);
    expect(makeText().match(/^\| .*`[a-z-]+\.[a-z-]+`/gm)).toHaveLength(Object.keys(ACTS).length);
  });
});
