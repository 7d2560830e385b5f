// Facts to write and read again: the examples as they stand, and generated ones.
import { readFileSync } from 'node:fs';
import { parseBytes } from '@kaohe/scheme-files';
import { isRawObject, type RawObject } from '@kaohe/scoring';
import { getFolder, getProgram } from '../../../schemes/folder.js';
import { randomFacts } from '../../scoring/test/oracle/generate.js';
import { schemeWords } from '../src/facts/vocabulary.js';

export const ZHENGZHOU = getProgram('zhengzhou-2019');
export const SHANDONG = getProgram('shandong-2016');
export const WORDS = schemeWords(ZHENGZHOU);
const { tree } = getFolder('zhengzhou-2019');

/** An example of the repository as a tree. */
export function exampleFacts(name: string): RawObject {
  const parsed = parseBytes(readFileSync(new URL(`../../../examples/${name}.facts.yaml`, import.meta.url)));
  if ('problems' in parsed || !isRawObject(parsed.tree)) throw new Error(`${name} cannot be read`);
  return parsed.tree;
}

/** Valid facts of a few units: closed ones from even seeds, partly open ones from odd seeds. */
export function generatedFacts(seed: number): RawObject {
  const facts = randomFacts(tree, seed) as RawObject;
  if (seed % 2 === 0 || !isRawObject(facts.units)) return facts;
  const rows = [...ZHENGZHOU.clauses.values()].map(({ row }) => row.id);
  const units = Object.entries(facts.units).map(([name, unit], index) => {
    const { talks, ...open } = isRawObject(unit) ? unit : {};
    const sheet = ZHENGZHOU.scheme.population.units.find((one) => one.name === name)?.sheet ?? '';
    const own = [...new Set(rows.filter((row) => row.startsWith(`${sheet}/`)))];
    const closed = own.filter((_, row) => (row + seed) % 3 === 0);
    return [name, { ...open, ...(index % 2 === 0 && { talks: talks ?? [] }), closed }] as const;
  });
  return { ...facts, unmentioned: 'open', units: Object.fromEntries(units) };
}
