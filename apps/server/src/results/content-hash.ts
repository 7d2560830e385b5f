/** What a result is frozen by: the facts, the edition, the readings and the scores, whatever order a database keeps keys in. */
import { createHash } from 'node:crypto';
import type { ResultJson } from '@kaohe/scoring';

export function contentHash(facts: string, result: ResultJson): string {
  const content = sorted({ facts, result });
  return `sha256:${createHash('sha256').update(JSON.stringify(content)).digest('hex')}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
