/** A draw repeated in this browser: each place ranked by SHA-256 of `seed + newline + place`, the first `count` are drawn. */
import type { RegisterBody } from '@kaohe/api-contract';

export type Draw = RegisterBody<'draws'>;

/** The places the seed draws; undefined where the browser has no SHA-256 (a page that came without TLS from another machine). */
export async function repeatDraw({
  seed,
  places,
  count,
}: Pick<Draw, 'seed' | 'places' | 'count'>): Promise<string[] | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined;
  const ranked = await Promise.all(
    [...new Set(places)].map(async (place) => ({ place, hash: await hashOf(`${seed}\n${place}`) })),
  );
  return ranked
    .sort((one, other) => (one.hash < other.hash ? -1 : 1))
    .slice(0, count)
    .map(({ place }) => place);
}

async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A pasted list: one place a line, or divided by commas; blanks and repetitions left out. */
export function placesIn(text: string): string[] {
  const places = text.split(/[\n,，、;；\t]+/).map((place) => place.trim());
  return [...new Set(places.filter((place) => place !== ''))];
}

/** The lines that repeat a draw in any shell. */
export function repeatCommand({ seed, places, count }: Pick<Draw, 'seed' | 'places' | 'count'>): string {
  const quoted = (text: string) => `'${text.replace(/'/g, "'\\''")}'`;
  return [
    `for p in ${places.map(quoted).join(' ')}; do`,
    `  printf '%s  %s\\n' "$(printf '%s\\n%s' ${quoted(seed)} "$p" | sha256sum | cut -c1-64)" "$p"`,
    `done | LC_ALL=C sort | head -n ${count}`,
  ].join('\n');
}
