/** A FACTS file as it is dropped: parsed, and under the readings the address asks for. */
import { type ParsedText, parseBytes, type Refused, type SchemeFolder } from '@kaohe/scheme-files';
import {
  isRawObject,
  type Problem,
  type RawObject,
  type RawTree,
  type ReadingChoice,
  renderProblem,
  type Text,
} from '@kaohe/scoring';
import type { FactsInUse } from './assessment';

export interface FactsFile {
  readonly name: string;
  readonly tree: RawTree;
  /** Absent for facts that were made up here: they stand in no file. */
  readonly locate?: ParsedText['locate'] | undefined;
  readonly origin: FactsInUse['origin'];
  readonly asOn?: string | undefined;
  /** Whether the browser keeps it over a reload. */
  readonly kept?: boolean | undefined;
}

/** A problem as the page lists it. */
export interface LocatedProblem {
  readonly line?: number | undefined;
  readonly message: Text;
}

export function parseFacts(name: string, bytes: Uint8Array): FactsFile | Refused {
  const parsed = parseBytes(bytes);
  return 'problems' in parsed ? parsed : { name, origin: 'file', ...parsed };
}

/** The scheme a file names, or undefined. */
export function schemeOf({ tree }: FactsFile): string | undefined {
  return isRawObject(tree) && typeof tree.scheme === 'string' ? tree.scheme : undefined;
}

/** No facts yet: enough for the scheme to be looked at. */
export function noFacts(scheme: string): FactsFile {
  return { name: '', origin: 'none', tree: { scheme, units: {} } };
}

/** A file's tree under the readings the address asks for, which stand in the place of the file's own. */
export function underReadings(folder: SchemeFolder, tree: RawTree, asked: ReadingChoice): RawTree {
  const chosen = knownReadings(folder.tree, asked);
  if (!isRawObject(tree) || Object.keys(chosen).length === 0) return tree;
  const own = isRawObject(tree.readings) ? tree.readings : {};
  return { ...tree, readings: { ...own, ...chosen } };
}

/** Of what an address asks, the readings and alternatives that the scheme has. */
function knownReadings(scheme: RawObject, asked: ReadingChoice): ReadingChoice {
  const declared = isRawObject(scheme.readings) ? scheme.readings : {};
  const known = Object.entries(asked).filter(([name, alternative]) => {
    const reading = declared[name];
    const alternatives = isRawObject(reading) ? reading.alternatives : undefined;
    return isRawObject(alternatives) && alternative in alternatives;
  });
  return Object.fromEntries(known);
}

/** Problems with their lines, in the order of the file. */
export function locateProblems(
  problems: readonly Problem[],
  locate: ParsedText['locate'] | undefined,
): LocatedProblem[] {
  const located = problems.map((found) => ({
    line: locate?.(found.at)?.line,
    message: renderProblem(found),
  }));
  return located.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
