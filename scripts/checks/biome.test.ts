import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Names of the lint rules a source breaks under the repository's configuration. */
function brokenRules(source: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-biome-'));
  try {
    writeFileSync(join(folder, 'sample.ts'), source);
    const biome = inRepository('node_modules/@biomejs/biome/bin/biome');
    const options = [`--config-path=${inRepository('biome.json')}`, '--vcs-enabled=false', '--reporter=json'];
    const { stdout } = spawnSync(process.execPath, [biome, 'lint', ...options, 'sample.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const report = JSON.parse(stdout) as { diagnostics: { category: string }[] };
    return report.diagnostics.map(({ category }) => category.split('/').pop() ?? '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const functionOf = (lines: number) => `export function long(): void {\n${'  void 0;\n'.repeat(lines)}}\n`;

describe('Biome 的配置管住函数和参数', () => {
  it('函数体 60 行通过，61 行拒绝', () => {
    expect(brokenRules(functionOf(60))).not.toContain('noExcessiveLinesPerFunction');
    expect(brokenRules(functionOf(61))).toContain('noExcessiveLinesPerFunction');
  });
  it('3 个参数通过，4 个拒绝', () => {
    const taking = (names: string[]) =>
      `export const f = (${names.map((name) => `${name}: number`).join(', ')}): number => ${names.join(' + ')};\n`;
    expect(brokenRules(taking(['a', 'b', 'c']))).not.toContain('useMaxParams');
    expect(brokenRules(taking(['a', 'b', 'c', 'd']))).toContain('useMaxParams');
  });
  it('any 和默认导出拒绝', () => {
    const rules = brokenRules('const a: any = 1;\nexport default a;\n');
    expect(rules).toEqual(expect.arrayContaining(['noExplicitAny', 'noDefaultExport']));
  });
});
