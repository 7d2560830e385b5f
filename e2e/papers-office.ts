// The office program that opens and prints papers.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontsConfiguration } from './browser-files.js';

const SECONDS = 1_000;

export class PapersOffice {
  /** One Chinese font under every name, so that pages break at the same places on every machine. */
  private readonly environment: NodeJS.ProcessEnv = { ...process.env, FONTCONFIG_FILE: fontsConfiguration() };

  constructor(private readonly folder: string) {}

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
