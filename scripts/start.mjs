// `npm start`: from a fresh clone to a running server in one command. The server prints its own address;
// PORT, HOST and DATA_DIR reach it through the environment.
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readWords, tellWords } from '../apps/server/start-words.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';

const words = readWords(process.argv.slice(2));
if ('said' in words) {
  tellWords(words);
  process.exit();
}

const root = fileURLToPath(new URL('..', import.meta.url));
if (!ensureInstalled(root) || !ensureBuilt(root)) process.exit(1);

const server = spawn(process.execPath, ['apps/server/dist/main.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
  process.on(signal, () => {
    const terminalTellsBoth = signal === 'SIGINT' && process.stdin.isTTY; // Ctrl-C reaches the server by itself
    if (!terminalTellsBoth) server.kill(signal);
  });
}
if (process.env.npm_lifecycle_event !== undefined) {
  // A signal to npm ends the shell npm runs us in, and does not reach us: without that parent, end as well.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || server.kill('SIGTERM'), 250).unref();
}
server.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
