// `npm run bench [-- --quick]`: two runs, of which the quieter is kept beside the ratios of the other; quick makes one.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderReport } from './report.mjs';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const MOST_JSON = 2 ** 24;

function runRound(args) {
  const { status, stdout } = spawnSync(process.execPath, [here('round.mjs'), ...args], {
    encoding: 'utf8',
    maxBuffer: MOST_JSON,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('the run was not finished');
  return JSON.parse(stdout);
}

const loadOf = ({ load }) => load.start + load.end;

function main(args) {
  const quick = args.includes('--quick');
  const rounds = (quick ? [1] : [1, 2]).map(() => runRound(args));
  const [kept, other] = rounds.sort((a, b) => loadOf(a) - loadOf(b));
  const report = renderReport(kept, other);
  process.stdout.write(report);
  if (!quick) writeFileSync(here('../BENCHMARKS.md'), report);
}

main(process.argv.slice(2));
