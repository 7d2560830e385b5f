/**
 * A paper's code: a short hash over what the paper says it was made of and the facts themselves. There is no secret in it, so that
 * anybody who holds the exported facts and the scheme recomputes it without the server.
 */

import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What a paper was made of. */
export interface PaperStatement {
  /** report, feedback, sheet, circular, form-leader … */
  readonly paper: string;
  readonly year: string;
  /** Empty for a paper on no single unit. */
  readonly unit: string;
  /** The day it was made. */
  readonly on: string;
  /** The scheme's edition. */
  readonly scheme: string;
  /** `factsHash` of the facts the paper uses; empty for a blank form. */
  readonly facts: string;
}

/** Without letters and digits that are taken for each other. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 12;

/** `7K2M-9QXA-40BD`: 60 bits. */
export function verificationCode({ paper, year, unit, on, scheme, facts }: PaperStatement): string {
  const bytes = sha256(utf8ToBytes(JSON.stringify(['kaohe paper 1', paper, year, unit, on, scheme, facts])));
  let bits = bytes.slice(0, 8).reduce((number, byte) => number * 256n + BigInt(byte), 0n) >> 4n;
  let code = '';
  for (let at = 0; at < CHARACTERS; at += 1) {
    code = ALPHABET.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  return code.replace(/(....)(?=.)/g, '$1-');
}

/** A code as it may be typed: in small letters, without its dashes, with letters that look like digits. */
export function readCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (plain.length !== CHARACTERS || [...plain].some((character) => !ALPHABET.includes(character))) return undefined;
  return plain.replace(/(....)(?=.)/g, '$1-');
}

/** The facts a paper uses: those of its unit and the accidents that name it, or all of them; never the day they were read. */
export function factsOfPaper(facts: RawTree, unit: string): RawTree {
  const { asOf: _asOf, ...rest } = isRawObject(facts) ? facts : {};
  if (unit === '') return rest;
  const { scheme = '', units = {}, accidents = [] } = rest;
  const own = isRawObject(units) ? units[unit] : undefined;
  const named = Array.isArray(accidents)
    ? accidents.filter((one) => isRawObject(one) && Object.values(one).includes(unit))
    : [];
  return { scheme, unit: own ?? {}, ...(named.length > 0 && { accidents: named }) };
}

export function factsHash(facts: RawTree): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(ordered(facts)))));
}

function ordered(tree: RawTree): RawTree {
  if (Array.isArray(tree)) return tree.map(ordered);
  if (!isRawObject(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => [key, ordered(value)]),
  );
}

/** One place where two trees of facts are not the same. */
export interface FactChange {
  /** `unit › observations › county/5.1 › count` */
  readonly place: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Where two trees differ, leaf by leaf. */
export function changedFacts(
  before: RawTree | undefined,
  after: RawTree | undefined,
  path: readonly string[] = [],
): FactChange[] {
  if (isBranch(before) && isBranch(after)) {
    const [then, now] = [entriesOf(before), entriesOf(after)];
    const keys = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort();
    return keys.flatMap((key) => changedFacts(then[key], now[key], [...path, key]));
  }
  const [was, is] = [textOf(before), textOf(after)];
  return was === is ? [] : [{ place: path.join(' › '), before: was, after: is }];
}

const isBranch = (tree: RawTree | undefined): tree is RawObject | readonly RawTree[] =>
  Array.isArray(tree) || isRawObject(tree);

function entriesOf(tree: RawObject | readonly RawTree[]): Readonly<Record<string, RawTree>> {
  if (!Array.isArray(tree)) return tree as RawObject;
  return Object.fromEntries(
    tree.map((one, index) => [isRawObject(one) && typeof one.id === 'string' ? one.id : `${index + 1}`, one]),
  );
}

function textOf(tree: RawTree | undefined): string | null {
  if (tree === undefined) return null;
  return typeof tree === 'string' ? tree : JSON.stringify(ordered(tree));
}
