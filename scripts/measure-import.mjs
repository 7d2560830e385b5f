// How well the importer reads a folder of documents: `node scripts/measure-import.mjs DIR [-v] [NN …]` imports DIR/*.txt (or those that
// start with a number given) and prints the columns of DIR/compare.mjs where that stands beside them, else how many clauses were found.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { importDocument } = await import(join(root, 'packages/clauses/dist/index.js'));

function importFolder(folder, wanted, output) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && (wanted.length === 0 || wanted.some((one) => name.startsWith(one))))
    .sort()
    .map((name) => {
      const scheme = importDocument(readFileSync(join(folder, name), 'utf8'));
      const path = join(output, name.replace(/\.txt$/, '.json'));
      writeFileSync(path, JSON.stringify(scheme));
      return { name, path, scheme, gold: join(folder, name.replace(/\.txt$/, '.gold.json')) };
    });
}

function printCounts(documents) {
  for (const { name, scheme } of documents) {
    const clauses = [...scheme.items.flatMap((item) => item.clauses), ...scheme.bonus];
    const by = (status) => clauses.filter((clause) => clause.status === status).length;
    process.stdout.write(
      `${name}: ${clauses.length} clauses, ${by('read')} read, ${by('confirm')} confirm, ${by('unreadable')} unreadable\n`,
    );
  }
}

function main([folder, ...rest]) {
  if (folder === undefined) {
    process.stderr.write('usage: node scripts/measure-import.mjs DIR [-v] [NN …]\n');
    return 2;
  }
  const output = mkdtempSync(join(tmpdir(), 'measure-import-'));
  const documents = importFolder(
    folder,
    rest.filter((one) => !one.startsWith('-')),
    output,
  );
  const compare = join(folder, 'compare.mjs');
  const pairs = documents.filter(({ gold }) => existsSync(gold)).flatMap(({ gold, path }) => [gold, path]);
  if (existsSync(compare) && pairs.length > 0) {
    const verbose = rest.includes('-v') ? ['-v'] : [];
    spawnSync(process.execPath, [compare, ...verbose, ...pairs], { stdio: 'inherit' });
  } else printCounts(documents);
  rmSync(output, { recursive: true });
  return 0;
}

process.exitCode = main(process.argv.slice(2));
