// `npm run test:faults`: kills the server or its database twenty times in the middle of work; FAULT_SEED repeats the moments.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const env = { FAULT_ROUNDS: '20', ...process.env };
const script = fileURLToPath(new URL('test.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [script, '--project', 'e2e', 'e2e/faults.test.ts'], {
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
