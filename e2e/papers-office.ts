// The office program that opens and prints papers.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FONT_NAMES } from '../packages/office-files/src/papers/layout/document-parts.js';
import { trueTypeFromWoff } from './woff.js';

const require = createRequire(import.meta.url);

const SECONDS = 1_000;

export class PapersOffice {
  private readonly environment: NodeJS.ProcessEnv;

  constructor(private readonly folder: string) {
    this.environment = { ...process.env, FONTCONFIG_FILE: fontsConfiguration(folder) };
  }

  /** Writes the files, converts them to PDF in one go, and gives the names of those that were converted. */
  toPdf(files: ReadonlyMap<string, Uint8Array | string>): string[] {
    const paths = [...files].map(([name, content]) => {
      const path = join(this.folder, name);
      writeFileSync(path, content);
      return path;
    });
    const profile = `-env:UserInstallation=file://${join(this.folder, 'profile')}`;
    const options = [profile, '--headless', '--convert-to', 'pdf', '--outdir', this.folder];
    spawnSync('soffice', [...options, ...paths], { env: this.environment, timeout: 240 * SECONDS });
    return [...files.keys()].filter((name) => existsSync(this.pdfOf(name)));
  }

  pageCount(name: string): number {
    return readFileSync(this.pdfOf(name), 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }

  /** The text of each page, as it stands on it. */
  pages(name: string): string[] {
    const { stdout } = spawnSync('pdftotext', ['-layout', this.pdfOf(name), '-'], { encoding: 'utf8' });
    return stdout.split('\f').slice(0, -1);
  }

  private pdfOf(name: string): string {
    return join(this.folder, name.replace(/\.\w+$/, '.pdf'));
  }
}

/**
 * The path of a fonts.conf with one Chinese font under every name that the papers ask for, so that lines break at the same places on
 * every machine. Office programs take one file for a family, so the browsers' font, which is in a hundred pieces, does not serve.
 */
function fontsConfiguration(folder: string): string {
  const files = join(dirname(require.resolve('@fontsource/noto-sans-sc/package.json')), 'files');
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts);
  for (const part of ['chinese-simplified', 'latin']) {
    const woff = readFileSync(join(files, `noto-sans-sc-${part}-400-normal.woff`));
    writeFileSync(join(fonts, `${part}.ttf`), trueTypeFromWoff(woff));
  }
  const aliases = Object.values(FONT_NAMES).map(
    ({ name }) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test>` +
      '<edit name="family" mode="assign" binding="same"><string>Noto Sans SC</string></edit></match>',
  );
  const path = join(folder, 'fonts.conf');
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  const folders = `<dir>${fonts}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
  writeFileSync(path, `${head}<fontconfig>${folders}${aliases.join('')}</fontconfig>`);
  return path;
}
