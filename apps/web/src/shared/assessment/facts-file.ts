/** A FACTS file as it is dropped: parsed, and scored under the readings the address asks for. */
import { assessTree, type ParsedText, parseBytes, type Refused, type SchemeFolder } from '@kaohe/scheme-files';
import {
  type Assessment,
  isRawObject,
  type Problem,
  type RawObject,
  type RawTree,
  type ReadingChoice,
  renderProblem,
  type Text,
} from '@kaohe/scoring';

export interface FactsFile {
  readonly name: string;
  readonly tree: RawTree;
  readonly locate: ParsedText['locate'];
  readonly demonstrationOn?: string | undefined;
}

/** A problem as the page lists it. */
export interface LocatedProblem {
  readonly line?: number | undefined;
  readonly message: Text;
}

export function parseFacts(name: string, bytes: Uint8Array): FactsFile | Refused {
  const parsed = parseBytes(bytes);
  return 'problems' in parsed ? parsed : { name, ...parsed };
}

/** The scheme a file names, or undefined. */
export function schemeOf({ tree }: FactsFile): string | undefined {
  return isRawObject(tree) && typeof tree.scheme === 'string' ? tree.scheme : undefined;
}

/** Scores a file; readings asked for in the address stand in the place of the file's own. */
export function assessFacts(
  folder: SchemeFolder,
  file: FactsFile,
  asked: ReadingChoice,
): Assessment | { readonly problems: readonly Problem[] } {
  const chosen = knownReadings(folder.tree, asked);
  const { tree } = file;
  if (!isRawObject(tree) || Object.keys(chosen).length === 0) return assessTree(folder, tree);
  const own = isRawObject(tree.readings) ? tree.readings : {};
  return assessTree(folder, { ...tree, readings: { ...own, ...chosen } });
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
    line: found.at.length > 0 ? locate?.(found.at)?.line : undefined,
    message: renderProblem(found),
  }));
  return located.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
