/**
 * Keys of writes that got no answer. Nobody knows whether they were done: the same write sent again, by a button or after the page was
 * opened anew, carries the same key and is done once.
 */
const STORE = 'kaohe-unanswered';
/** The oldest are forgotten first. */
const MOST = 50;
/** Years are where entries are made; a password never leaves a trace in the store, not even as a hash. */
const KEPT = /^\/api\/years\//;

interface Write {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly ifMatch?: unknown;
}

/** What tells one write from another; nothing where its key is not kept. */
export function nameOf({ method, url, body, ifMatch }: Write): string | undefined {
  if (method === 'GET' || !KEPT.test(url) || body instanceof Blob) return undefined;
  return `${method} ${url} ${JSON.stringify(ifMatch ?? null)} ${hashOf(JSON.stringify(body ?? null))}`;
}

export function keyOfUnanswered(name: string | undefined): string | undefined {
  return name === undefined ? undefined : read().find(([one]) => one === name)?.[1];
}

/** Keeps the key of a write without an answer; `undefined` forgets it, for the answer came. */
export function keepUnanswered(name: string | undefined, key: string | undefined): void {
  if (name === undefined) return;
  const before = read();
  const others = before.filter(([one]) => one !== name);
  if (key === undefined && others.length === before.length) return;
  try {
    sessionStorage.setItem(STORE, JSON.stringify(key === undefined ? others : [...others, [name, key]].slice(-MOST)));
  } catch {
    // A full or closed store: the write is sent with a key of its own.
  }
}

function read(): readonly (readonly [string, string])[] {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? '[]') as [string, string][];
  } catch {
    return [];
  }
}

/** FNV-1a twice, from both ends: tells apart what one person types in a day. */
function hashOf(text: string): string {
  let [forward, backward] = [0x811c9dc5, 0x811c9dc5];
  for (let index = 0; index < text.length; index += 1) {
    forward = Math.imul(forward ^ text.charCodeAt(index), 0x01000193);
    backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - index), 0x01000193);
  }
  return `${(forward >>> 0).toString(36)}-${(backward >>> 0).toString(36)}`;
}
