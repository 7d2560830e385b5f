// Reading a raw tree: what YAML gives when every scalar stays a string. A missing list or mapping is an empty one.

export type RawTree = string | readonly RawTree[] | { readonly [key: string]: RawTree };
export type Branch = { readonly [key: string]: RawTree };

export function isList(raw: RawTree): raw is readonly RawTree[] {
  return Array.isArray(raw);
}

export function isBranch(raw: RawTree | undefined): raw is Branch {
  return typeof raw === 'object' && raw !== null && !isList(raw);
}

export function branch(raw: RawTree | undefined): Branch {
  if (raw === undefined || raw === null || raw === '') return {};
  if (isBranch(raw)) return raw;
  throw new TypeError(`expected a mapping: ${JSON.stringify(raw)}`);
}

export function list(raw: RawTree | undefined): readonly RawTree[] {
  if (raw === undefined || raw === null || raw === '') return [];
  if (isList(raw as RawTree)) return raw as readonly RawTree[];
  throw new TypeError(`expected a list: ${JSON.stringify(raw)}`);
}

export function branches(raw: RawTree | undefined): readonly Branch[] {
  const all = list(raw);
  return all.every(isBranch) ? all : all.map(branch);
}

export function text(raw: RawTree | undefined): string {
  if (typeof raw === 'string') return raw;
  throw new TypeError(`expected text: ${JSON.stringify(raw)}`);
}

export function texts(raw: RawTree | undefined): readonly string[] {
  return typeof raw === 'string' && raw !== '' ? [raw] : list(raw).map(text);
}

/** A list that stands by itself, or under the name of its own file: `forms: [...]`, or `forms: { forms: [...] }`. */
export function listed(raw: RawTree | undefined, name: string): readonly Branch[] {
  return branches(isBranch(raw) ? raw[name] : raw);
}

/** A function of a part of a scheme, worked out once for each part. */
export function remember<Value>(of: (part: Branch) => Value): (part: Branch) => Value {
  const known = new WeakMap<Branch, Value>();
  return (part) => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const value = of(part);
    known.set(part, value);
    return value;
  };
}
