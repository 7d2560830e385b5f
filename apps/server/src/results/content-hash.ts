/** What a result is frozen by: the facts, the edition, the readings and the scores. */
import type { ResultJson } from '@kaohe/scoring';
import { hashOf } from '../database/content-hash.js';

const NAME = 'sha256:';

export function contentHash(facts: string, result: ResultJson): string {
  return `${NAME}${hashOf({ facts, result })}`;
}

/** The hash without its name, as it stands in an ETag. */
export function bareHash(hash: string): string {
  return hash.slice(NAME.length);
}
