/** Makes a forgotten member of a union a compile error, and a broken invariant loud. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected member of a closed union: ${JSON.stringify(value)}`);
}
