/**
 * Lists page by page, by keys and not by counting: a row that is added or changed meanwhile neither hides another nor shows it
 * twice. A cursor is the key of the last row given; it tells nothing that the row did not.
 */
import type { PageQuery } from '@kaohe/api-contract';
import { invalid } from './refusal.js';

const PARTS = {
  // No text of the database holds the character zero.
  text: (part: string) => part.length <= 300 && !part.includes('\0'),
  uuid: (part: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
  number: (part: string) => /^\d{1,9}$/.test(part),
  instant: (part: string) => /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(part) && !Number.isNaN(Date.parse(part)),
} as const;

/** What a page asks of a repo: rows after this key, and one more than it shows. */
export interface PageOfRows<Key extends readonly string[]> {
  readonly after: Key | undefined;
  readonly limit: number;
}

/** The key in a cursor, part by part; refused where no page gave it. */
export function keyAfter<Part extends keyof typeof PARTS, Parts extends readonly Part[]>(
  after: string | undefined,
  ...parts: Parts
): { [Index in keyof Parts]: string } | undefined {
  if (after === undefined) return undefined;
  const key = partsOf(after);
  const isKey = Array.isArray(key) && key.length === parts.length;
  if (isKey && parts.every((part, index) => typeof key[index] === 'string' && PARTS[part](key[index])))
    return key as { [Index in keyof Parts]: string };
  throw invalid('“after”不是上一页给出的位置。', '“after” is not the place a page before gave.');
}

function partsOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The rows a page shows out of those read, and where the next one starts. */
export function pageOf<Row>(
  rows: readonly Row[],
  { limit }: Pick<PageQuery, 'limit'>,
  keyOf: (row: Row) => readonly string[],
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  const isMore = rows.length > limit && last !== undefined;
  return { rows: shown, next: isMore ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null };
}
