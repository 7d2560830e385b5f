import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, withCurrent } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import type { RunningServer } from './server.js';

const KAOHE = fileURLToPath(new URL('../apps/cli/bin/kaohe.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kaohe-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasCurrent)('网页：方案印成原表', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startDemonstration();
  });
  afterAll(() => server.stop());

  it.each(['docx', 'xlsx'])('用键盘下载 .%s，和命令写出的一个字节不差', (form) =>
    withCurrent(async (surface, page) => {
      await page.goto(`${server.address}/scheme?scheme=shandong-2016`);
      const link = page.locator(`.export-buttons a[href$="/${form}"]`);
      await link.waitFor();
      await link.focus();
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(download.suggestedFilename()).toBe(`2016 年度市级政府安全生产工作考核细则.${form}`);
      const path = join(folder, `page.${form}`);
      await download.saveAs(path);
      const own = join(folder, `command.${form}`);
      await promisify(execFile)(process.execPath, [KAOHE, 'export', 'shandong-2016', `--${form}`, own]);
      expect(readFileSync(path).equals(readFileSync(own))).toBe(true);
      expect(surface.errors()).toEqual([]);
    }),
  );
});
