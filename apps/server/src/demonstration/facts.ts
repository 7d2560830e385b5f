/** The made-up facts of the demonstration, as data. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseText } from '@kaohe/scheme-files';
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import { DEMONSTRATION, EXAMPLES } from './file.js';

export interface DemonstrationFacts {
  readonly units: Readonly<Record<string, DemonstrationUnit>>;
  readonly ratings: Readonly<Record<string, Readonly<Record<string, RawTree>>>>;
  readonly accidents: readonly RawObject[];
}

export interface DemonstrationUnit {
  readonly observations?: Readonly<Record<string, RawObject>>;
  readonly closed?: 'all' | readonly string[];
  readonly bonus?: readonly RawObject[];
  readonly talks?: readonly RawObject[];
  readonly indicators?: Readonly<Record<string, RawObject>>;
}

/** Reads the file of the checkout: it is ours, so anything unexpected in it is a fault of the program. */
export async function readDemonstration(): Promise<DemonstrationFacts> {
  const text = await readFile(fileURLToPath(new URL(DEMONSTRATION.file, EXAMPLES)), 'utf8');
  const parsed = parseText(text);
  if ('problems' in parsed || !isRawObject(parsed.tree)) throw new Error(`${DEMONSTRATION.file} cannot be read`);
  return parsed.tree as unknown as DemonstrationFacts;
}
