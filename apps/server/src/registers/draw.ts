/**
 * Places drawn by a published seed: anybody repeats it with SHA-256 alone. Each place is ranked by the hash of
 * `seed + newline + place`; the first `count` are drawn.
 */
import { createHash } from 'node:crypto';
import type { RegisterBody } from '@kaohe/api-contract';

export function placesDrawn({
  seed,
  places,
  count,
}: Pick<RegisterBody<'draws'>, 'seed' | 'places' | 'count'>): string[] {
  const ranked = [...new Set(places)].map((place) => ({ place, hash: hashOf(`${seed}\n${place}`) }));
  return ranked
    .sort((one, other) => (one.hash < other.hash ? -1 : 1))
    .slice(0, count)
    .map(({ place }) => place);
}

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
