// Results are compared before anything is timed; one that differs ends the run.

/** Throws at the first difference; gives how many were compared. */
export function mustEqual(who, found, wanted) {
  if (found.length !== wanted.length) throw new Error(`${who}: ${found.length} results for ${wanted.length}`);
  for (let index = 0; index < wanted.length; index += 1) {
    if (!Object.is(found[index], wanted[index]))
      throw new Error(`${who}: ${found[index]} at ${index}, where the interpreter has ${wanted[index]}`);
  }
  return wanted.length;
}
