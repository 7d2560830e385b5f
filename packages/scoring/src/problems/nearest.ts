/** Suggestions for a mistyped name. */

/** Nobody mistypes a name this long; a longer one is something else. */
const LONGEST = 60;

/** The known names within a third of the length in edit distance, nearest first, at most three. */
export function nearest(name: string, known: Iterable<string>): string[] {
  if (name.length > LONGEST) return [];
  const limit = Math.max(1, Math.floor(name.length / 3));
  return [...known]
    .filter((candidate) => Math.abs(candidate.length - name.length) <= limit)
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Something people call by a name, and by others. */
export interface Named {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** Names of what may be meant, at most three: what the name abbreviates or spells out, then what it nearly is, aliases as well as names. */
export function likely(name: string, known: readonly Named[]): string[] {
  if (name.length > LONGEST) return [];
  const namesOf = ({ name: own, aliases = [] }: Named) => [own, ...aliases];
  const spelled = known.filter((one) =>
    namesOf(one).some((other) => other === name || abbreviates(other, name) || abbreviates(name, other)),
  );
  const near = nearest(name, known.flatMap(namesOf)).flatMap((other) =>
    known.filter((one) => namesOf(one).includes(other)),
  );
  return [...new Set([...spelled, ...near].map((one) => one.name))].slice(0, 3);
}

/** Two characters stand in too many names. */
const LEAST_OF_SHORT = 3;

/** Whether all characters of the short name stand in the long one in order, the first of both the same: 市发改委, 市发展和改革委员会. */
function abbreviates(short: string, long: string): boolean {
  if (short.length < LEAST_OF_SHORT || short.length >= long.length || short[0] !== long[0]) return false;
  let from = 0;
  for (const character of short) {
    const at = long.indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
