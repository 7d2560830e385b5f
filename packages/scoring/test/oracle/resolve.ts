// The choices between readings, `{ reading: name, alternative: value … }`, replaced by the alternative in force.
// An alternative without a key leaves the value, or the list entry, out.

import { type Branch, branch, isList, type RawTree, text } from './tree.js';

export type Choose = (reading: string) => string;

/** The tree with every choice replaced; undefined where the alternative in force leaves the value out. */
export function resolve(raw: RawTree, choose: Choose): RawTree | undefined {
  if (typeof raw === 'string') return raw;
  if (isList(raw)) {
    return raw.map((entry) => resolve(entry, choose)).filter((entry) => entry !== undefined);
  }
  const reading = raw.reading;
  if (typeof reading === 'string') {
    const alternative = raw[choose(reading)];
    return alternative === undefined ? undefined : resolve(alternative, choose);
  }
  const kept: Record<string, RawTree> = {};
  for (const [key, value] of Object.entries(raw)) {
    const resolved = resolve(value, choose);
    if (resolved !== undefined) kept[key] = resolved;
  }
  return kept;
}

/** The alternative a call asks for, else the adopted one. An undeclared reading or alternative is an error. */
export function chooser(scheme: Branch, asked: Branch): Choose {
  const declared = branch(scheme.readings);
  return (reading) => {
    const declaration = declared[reading];
    if (declaration === undefined) throw new Error(`the reading ${reading} is not declared`);
    const choice = text(asked[reading] ?? branch(declaration).adopted);
    if (branch(branch(declaration).alternatives)[choice] === undefined) {
      throw new Error(`the reading ${reading} has no alternative ${choice}`);
    }
    return choice;
  };
}

const remembered = new WeakMap<Branch, Map<string, Branch>>();

/** The scheme under the readings a call asks for; the declarations of readings stay as they are. */
export function resolveScheme(scheme: RawTree, readings: RawTree | undefined): Branch {
  const tree = branch(scheme);
  const asked = branch(readings);
  const key = JSON.stringify(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = remembered.get(tree) ?? new Map<string, Branch>();
  remembered.set(tree, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const { readings: declarations, ...rest } = tree;
  const resolved = branch(resolve(rest, chooser(tree, asked)));
  const whole = declarations === undefined ? resolved : { ...resolved, readings: declarations };
  if (known.size > 300) known.clear();
  known.set(key, whole);
  return whole;
}
