#!/usr/bin/env node
// Runs the built command line; in a checkout that was never built, the first call builds it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);

function build() {
  const script = fileURLToPath(new URL('../../../scripts/build.mjs', import.meta.url));
  process.stderr.write('第一次运行，先构建，约一分钟……\nBuilding for the first run; this takes about a minute …\n');
  // stdout belongs to the command's result
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}构建失败，请先运行 npm install\nThe build failed; run npm install first\n`);
  process.exit(2);
}

if (!existsSync(main)) build();
await import(main);
