/** A scheme folder's files → one raw tree, and that tree under chosen readings → a scheme. */
import {
  isRawObject,
  type Problem,
  problem,
  type RawObject,
  type RawTree,
  type ReadingChoice,
  readingsInForce,
  resolveReadings,
  type Scheme,
  undeclaredChoices,
} from '@kaohe/scoring';
import { editionOf } from './edition.js';
import { parseText } from './parse-text.js';
import { schemeShape } from './scheme-shape.js';

/** A scheme as issued: all its readings still open. */
export interface SchemeFolder {
  readonly id: string;
  readonly edition: string;
  /** scheme.yaml with `readings`, `sheets` (their `items` in order), `forms` and `population` in it. */
  readonly tree: RawObject;
  /** Sentences outside the sheets' rows: what each is. */
  readonly coverage: RawTree;
  /** The issued text, where the folder holds it: no part of the edition, nothing is scored by it. */
  readonly source?: string;
}

/** The file with the issued text. */
export const SOURCE_FILE = 'source.md';

/** Files of the folder that take part in the edition, by path relative to it. */
const SCHEME_FILE = /^(?:scheme|readings|rating-forms|population|coverage)\.yaml$|^sheets\/[a-z-]+\/[a-z0-9-]+\.yaml$/;

export function isSchemeFile(path: string): boolean {
  return SCHEME_FILE.test(path);
}

/** The folder's files as one tree, or the first problem of each file that cannot be read. */
export function readSchemeFolder(
  files: Readonly<Record<string, string>>,
): SchemeFolder | { readonly problems: Problem[] } {
  const trees = new Map<string, RawObject>();
  const problems: Problem[] = [];
  const own = Object.fromEntries(Object.entries(files).filter(([path]) => isSchemeFile(path)));
  for (const [path, text] of Object.entries(own)) {
    const parsed = parseText(text);
    if ('problems' in parsed) problems.push(...parsed.problems.map((one) => ({ ...one, at: [path, ...one.at] })));
    else if (isRawObject(parsed.tree)) trees.set(path, parsed.tree);
    else problems.push(problem('scheme-shape', [path], { detail: 'a mapping is expected' }));
  }
  if (problems.length > 0) return { problems };
  const scheme = trees.get('scheme.yaml') ?? {};
  const tree = {
    ...scheme,
    readings: trees.get('readings.yaml')?.readings ?? {},
    sheets: sheetsOf(trees),
    forms: trees.get('rating-forms.yaml')?.forms ?? [],
    population: trees.get('population.yaml') ?? {},
  };
  const coverage = trees.get('coverage.yaml')?.sentences ?? [];
  const source = files[SOURCE_FILE];
  const folder = { id: String(scheme.id ?? ''), edition: editionOf(own), tree, coverage };
  return source === undefined ? folder : { ...folder, source };
}

function sheetsOf(trees: ReadonlyMap<string, RawObject>): RawObject[] {
  const paths = [...trees.keys()].sort();
  return paths
    .filter((path) => path.endsWith('/sheet.yaml'))
    .map((path) => {
      const folder = path.slice(0, -'sheet.yaml'.length);
      const items = paths.filter((one) => one.startsWith(folder) && one !== path).map((one) => trees.get(one) ?? {});
      return { ...trees.get(path), items };
    });
}

/** The scheme under the adopted readings, with those a call asks for in their place. */
export function chooseReadings(
  tree: RawObject,
  asked: ReadingChoice,
): { readonly scheme: Scheme; readonly readings: ReadingChoice } | { readonly problems: Problem[] } {
  const { choice, problems } = readingsInForce(tree, asked);
  const undeclared = undeclaredChoices(tree);
  if (problems.length + undeclared.length > 0) return { problems: [...problems, ...undeclared] };
  const parsed = schemeShape.safeParse(resolveReadings(tree, choice));
  if (parsed.success) return { scheme: parsed.data, readings: choice };
  return {
    problems: parsed.error.issues.map((issue) =>
      problem(
        'scheme-shape',
        issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
        {
          detail: issue.message,
        },
      ),
    ),
  };
}
