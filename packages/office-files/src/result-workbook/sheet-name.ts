/** Names of worksheets: letters and digits only, so that no name of a unit is ever read as part of a formula. */
const LONGEST = 24;

export function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    [...wanted.normalize('NFC')]
      .filter((character) => /[\p{L}\p{N}]/u.test(character))
      .slice(0, LONGEST)
      .join('') || '单位';
  let name = plain;
  for (let number = 2; has(taken, name); number += 1) name = `${plain}_${number}`;
  taken.add(name);
  return name;
}

/** Programs do not tell capital letters apart. */
function has(taken: ReadonlySet<string>, name: string): boolean {
  return [...taken].some((other) => other.toUpperCase() === name.toUpperCase());
}
