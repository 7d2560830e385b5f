/**
 * YAML or JSON text → a tree of strings, with the place of every value.
 * Strings only (YAML's failsafe schema): `0.10` stays `0.10`. Duplicate keys, aliases, deep nesting and large files are refused.
 */
import { type Place, type Problem, problem, type RawTree } from '@kaohe/scoring';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';

/** A facts file of 43 units with every row filled has about 400 KB. */
export const MOST_BYTES = 5_000_000;
const DEEPEST = 40;

export interface ParsedText {
  readonly tree: RawTree;
  /** The line and column (from 1) of the value at a place, or of the nearest value above it. */
  readonly locate: (at: Place) => { readonly line: number; readonly column: number } | undefined;
}

export interface Unparsed {
  readonly problems: readonly Problem[];
  /** Where the text stopped making sense, where that is known. */
  readonly locate?: ParsedText['locate'];
}

/** The bytes of a file as text and then as a tree, or why not. */
export function parseBytes(bytes: Uint8Array): ParsedText | Unparsed {
  if (bytes.length > MOST_BYTES)
    return { problems: [problem('too-large', [], { size: `${bytes.length}`, limit: `${MOST_BYTES}` })] };
  const text = decode(bytes);
  if (typeof text !== 'string') return { problems: [problem('not-utf8', [], { line: `${text.line}` })] };
  return parseText(text);
}

/** Text as a tree, or why not. */
export function parseText(text: string): ParsedText | Unparsed {
  const depth = deepest(text);
  if (depth > DEEPEST) return { problems: [problem('nested-too-deeply', [], { limit: `${DEEPEST}` })] };
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: false });
  const [error] = document.errors;
  if (error) {
    const [start] = error.linePos ?? [];
    const detail = (error.message.split('\n')[0] ?? '').replace(/( at line \d+, column \d+)?:?$/, '');
    const locate = () => start && { line: start.line, column: start.col };
    return { problems: [problem('not-yaml', [], { detail })], locate };
  }
  const problems = checkNodes(document);
  if (problems.length > 0) return { problems };
  const locate = (at: Place) => {
    const offset = offsetOf(document.contents, at);
    const position = offset === undefined ? undefined : lines.linePos(offset);
    return position && { line: position.line, column: position.col };
  };
  return { tree: toTree(document.contents), locate };
}

/** The tree of a node; an empty value is the empty string. */
function toTree(node: unknown): RawTree {
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
  if (isSeq(node)) return node.items.map(toTree);
  if (!isMap(node)) return '';
  return Object.fromEntries(node.items.map((pair) => [String(toTree(pair.key)), toTree(pair.value)]));
}

function offsetOf(contents: unknown, at: Place): number | undefined {
  let node = contents;
  let offset: number | undefined;
  for (const step of at) {
    const key = isMap(node) ? node.items.find((pair) => toTree(pair.key) === String(step)) : undefined;
    const next = key ? key.value : isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
    if (next === undefined) break;
    offset = ((key?.key ?? next) as Node).range?.[0] ?? offset;
    node = next;
  }
  return offset;
}

/** What the parser accepts and a file of facts never holds: aliases, keys that are not text, keys stated twice. */
function checkNodes(document: Parameters<typeof visit>[0]): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Alias: (_key, node) => {
      problems.push(problem('yaml-alias', [], { alias: node.source }));
    },
    Map: (_key, node) => {
      const seen = new Set<string>();
      for (const { key } of node.items) {
        if (!isScalar(key)) problems.push(problem('not-yaml', [], { detail: 'a key is not a text' }));
        const name = String(toTree(key));
        if (seen.has(name)) problems.push(problem('key-twice', [], { key: name.slice(0, 60) }));
        seen.add(name);
      }
    },
  });
  return problems;
}

/** The deepest nesting the text can have: open brackets, or levels of indent. The parser recurses, so this comes first. */
function deepest(text: string): number {
  let open = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    else if ((character === ']' || character === '}') && open > 0) open -= 1;
    if (open > most) most = open;
  }
  for (const line of text.split('\n')) {
    const dashes = /^[\s-]*/.exec(line)?.[0] ?? '';
    most = Math.max(most, dashes.replace(/[^-]/g, '').length, Math.floor(dashes.length / 8));
  }
  return most;
}

/** The text of UTF-8 bytes, or the first line that is not UTF-8. */
function decode(bytes: Uint8Array): string | { readonly line: number } {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The strict decoder does not say where; the lenient one marks the place.
    const before = new TextDecoder('utf-8').decode(bytes).split('\uFFFD')[0] ?? '';
    return { line: before.split('\n').length };
  }
}
