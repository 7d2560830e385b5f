/** The result as a workbook that works every score out again by formulas. */
import { createHash } from 'node:crypto';
import { resultWorkbook } from '@kaohe/office-files';
import type { AssessedCall } from '../input/assessment.js';
import { version } from '../version.js';
import type { ExitCode } from './terminal.js';
import { writeNew } from './write-new.js';

export function writeResultWorkbook(path: string, { scheme, assessment, facts }: AssessedCall): Promise<ExitCode> {
  const made = {
    madeOn: new Date().toISOString().slice(0, 10),
    edition: scheme.edition,
    factsHash: `sha256:${createHash('sha256').update(facts).digest('hex')}`,
    version: `kaohe ${version()}`,
  };
  return writeNew(path, () => resultWorkbook({ ...made, assessment }));
}
