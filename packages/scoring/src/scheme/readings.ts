/**
 * Readings: a raw scheme tree may hold choices `{ reading: name, alternative: value, … }` anywhere.
 * Choosing replaces each by the value of the alternative in force, before anything else looks at the tree.
 */
import { isRawObject, type RawObject, type RawTree } from '../observations/raw-tree.js';
import { type Problem, problem } from '../problems/problem.js';

/** Reading name → alternative. */
export type ReadingChoice = Readonly<Record<string, string>>;

const LEFT_OUT = Symbol('left out');

/** The readings a raw scheme declares: name → { adopted, alternatives }. */
function declaredReadings(scheme: RawObject): Map<string, { adopted: string; alternatives: string[] }> {
  const declared = new Map<string, { adopted: string; alternatives: string[] }>();
  if (!isRawObject(scheme.readings)) return declared;
  for (const [name, reading] of Object.entries(scheme.readings)) {
    if (!isRawObject(reading) || typeof reading.adopted !== 'string' || !isRawObject(reading.alternatives)) continue;
    declared.set(name, { adopted: reading.adopted, alternatives: Object.keys(reading.alternatives) });
  }
  return declared;
}

/** The choice in force: the adopted alternatives with those a call asks for in their place. */
export function readingsInForce(
  scheme: RawObject,
  asked: ReadingChoice,
): { readonly choice: ReadingChoice; readonly problems: Problem[] } {
  const declared = declaredReadings(scheme);
  const choice = Object.fromEntries([...declared].map(([name, { adopted }]) => [name, adopted]));
  const problems: Problem[] = [];
  for (const [name, alternative] of Object.entries(asked)) {
    const known = declared.get(name);
    const at = ['readings', name];
    if (!known) problems.push(problem('unknown-reading', at, { name, known: [...declared.keys()] }));
    else if (!known.alternatives.includes(alternative))
      problems.push(problem('unknown-alternative', at, { name, alternative, known: known.alternatives }));
    else choice[name] = alternative;
  }
  return { choice, problems };
}

/** Choices that name a reading nobody declares, or an alternative it does not have: a slip there would leave a value out in silence. */
export function undeclaredChoices(scheme: RawObject): Problem[] {
  const declared = declaredReadings(scheme);
  const problems = [...declared]
    .filter(([, { adopted, alternatives }]) => !alternatives.includes(adopted))
    .map(([name, { adopted }]) => problem('undeclared-choice', ['readings', name], { name, alternative: adopted }));
  const { readings: _declarations, ...rest } = scheme;
  visitChoices(rest, (choice) => {
    const known = declared.get(choice.reading)?.alternatives ?? [];
    for (const alternative of Object.keys(choice))
      if (alternative !== 'reading' && !known.includes(alternative))
        problems.push(problem('undeclared-choice', [], { name: choice.reading, alternative }));
  });
  return problems;
}

function visitChoices(tree: RawTree, visit: (choice: RawObject & { readonly reading: string }) => void): void {
  if (typeof tree === 'string') return;
  if (isChoice(tree)) visit(tree);
  for (const value of Object.values(tree)) visitChoices(value as RawTree, visit);
}

/** The tree with every choice replaced by the alternative in force; objects that held one list its name in `readings`. */
export function resolveReadings(tree: RawObject, choice: ReadingChoice): RawObject {
  // The declarations themselves hold no choices.
  const { readings, ...rest } = tree;
  const resolved = resolveObject(rest, choice);
  return readings === undefined ? resolved : { ...resolved, readings };
}

function resolveObject(tree: RawObject, choice: ReadingChoice): RawObject {
  const entries: [string, RawTree][] = [];
  const used = new Set<string>();
  for (const [key, value] of Object.entries(tree)) {
    if (isChoice(value)) used.add(value.reading);
    const resolved = resolveTree(value, choice);
    if (resolved !== LEFT_OUT) entries.push([key, resolved]);
  }
  return withReadings(Object.fromEntries(entries), used);
}

function resolveTree(tree: RawTree, choice: ReadingChoice): RawTree | typeof LEFT_OUT {
  if (typeof tree === 'string') return tree;
  if (!isRawObject(tree)) return tree.flatMap((entry) => resolveEntry(entry, choice));
  if (!isChoice(tree)) return resolveObject(tree, choice);
  const value = tree[choice[tree.reading] ?? ''];
  return value === undefined ? LEFT_OUT : resolveTree(value, choice);
}

function resolveEntry(entry: RawTree, choice: ReadingChoice): RawTree[] {
  const resolved = resolveTree(entry, choice);
  if (resolved === LEFT_OUT) return [];
  const decided = isChoice(entry) && isRawObject(resolved);
  return [decided ? withReadings(resolved, new Set([entry.reading])) : resolved];
}

function isChoice(tree: RawTree): tree is RawObject & { readonly reading: string } {
  return isRawObject(tree) && typeof tree.reading === 'string';
}

function withReadings(tree: RawObject, used: ReadonlySet<string>): RawObject {
  if (used.size === 0) return tree;
  const listed = Array.isArray(tree.readings) ? (tree.readings as readonly RawTree[]) : [];
  return { ...tree, readings: [...new Set([...listed, ...used])] };
}
