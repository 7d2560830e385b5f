/**
 * YAML or JSON text → a tree of strings, with the place of every value.
 * Strings only (YAML's failsafe schema): `0.10` stays `0.10`. Duplicate keys, aliases, deep nesting and large files are refused.
 */
import { type Place, type Problem, problem, type RawTree, type Text } from '@kaohe/scoring';
import { isCollection, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { decodeBytes, type Encoding } from './decode-bytes.js';
import { syntaxWords } from './syntax-words.js';

/** A facts file of 43 units with every row filled has about 400 KB. */
export const MOST_BYTES = 2_000_000;
const DEEPEST = 40;

export interface ParsedText {
  readonly tree: RawTree;
  /** The line and column (from 1) of the value at a place, or of the nearest value above it. */
  readonly locate: (at: Place) => { readonly line: number; readonly column: number } | undefined;
  /** How the bytes were read, where they were not UTF-8. */
  readonly encoding?: Encoding;
}

export interface Unparsed {
  readonly problems: readonly Problem[];
  /** Where the text stopped making sense, where that is known. */
  readonly locate?: ParsedText['locate'];
  /** What is wrong with the syntax, in a sentence of our own. */
  readonly words?: Text;
}

/** The bytes of a file as text and then as a tree, or why not. */
export function parseBytes(bytes: Uint8Array): ParsedText | Unparsed {
  if (bytes.length > MOST_BYTES)
    return { problems: [problem('too-large', [], { size: `${bytes.length}`, limit: `${MOST_BYTES}` })] };
  const decoded = decodeBytes(bytes);
  if ('unreadableFrom' in decoded)
    return { problems: [problem('not-utf8', [], { line: `${decoded.unreadableFrom}` })] };
  const { text, encoding } = decoded;
  const parsed = parseText(text);
  return 'problems' in parsed || encoding === undefined ? parsed : { ...parsed, encoding };
}

const TOO_DEEP: Unparsed = { problems: [problem('nested-too-deeply', [], { limit: `${DEEPEST}` })] };

/** Text as a tree, or why not. */
export function parseText(text: string): ParsedText | Unparsed {
  if (nestsTooDeeply(text)) return TOO_DEEP;
  try {
    return parseChecked(text);
  } catch (error) {
    // The parser recurses into indents; nothing else here runs out of stack.
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

function parseChecked(text: string): ParsedText | Unparsed {
  const lines = new LineCounter();
  const options = { schema: 'failsafe', lineCounter: lines, uniqueKeys: false, prettyErrors: false } as const;
  const document = parseDocument(text, options);
  const at = (offset: number | undefined) => {
    const position = offset === undefined ? undefined : lines.linePos(offset);
    return position && { line: position.line, column: position.col };
  };
  const [error] = [...document.errors, ...document.warnings];
  if (error?.code === 'RESOURCE_EXHAUSTION') return TOO_DEEP;
  if (error) {
    const detail =
      error.code === 'MULTIPLE_DOCS' ? 'more than one document (---)' : (error.message.split('\n')[0] ?? '');
    const place = at(error.pos[0]);
    const words = syntaxWords({ code: error.code, message: detail }, place);
    return { problems: [problem('not-yaml', [], { detail })], locate: () => place, words };
  }
  const [wrong] = checkNodes(document);
  if (wrong) return { problems: [wrong.problem], locate: () => at(wrong.offset) };
  return { tree: toTree(document.contents), locate: (place) => at(offsetOf(document.contents, place)) };
}

/** The tree of a node; an empty value is the empty string. */
function toTree(node: unknown): RawTree {
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
  if (isSeq(node)) return node.items.map(toTree);
  if (!isMap(node)) return '';
  return Object.fromEntries(node.items.map((pair) => [keyOf(pair.key), toTree(pair.value)]));
}

/** A key as text; checked before to be one. */
function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : '';
}

function offsetOf(contents: unknown, at: Place): number | undefined {
  let node = contents;
  let offset: number | undefined;
  for (const step of at) {
    const key = isMap(node) ? node.items.find((pair) => keyOf(pair.key) === String(step)) : undefined;
    const next = key ? key.value : isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
    if (next === undefined) break;
    offset = ((key?.key ?? next) as Node).range?.[0] ?? offset;
    node = next;
  }
  return offset;
}

interface WrongNode {
  readonly problem: Problem;
  readonly offset: number | undefined;
}

/** What the parser accepts and a file of facts never holds: aliases, keys that are not text, keys stated twice. */
function checkNodes(document: Parameters<typeof visit>[0]): WrongNode[] {
  const found: WrongNode[] = [];
  visit(document, {
    Alias: (_key, node) => {
      found.push({ problem: problem('yaml-alias', [], { alias: node.source }), offset: node.range?.[0] });
    },
    Scalar: (_key, node) => {
      if (node.tag) found.push(tagged(node));
    },
    Collection: (_key, node, path) => {
      if (path.filter(isCollection).length >= DEEPEST) {
        found.push({ problem: problem('nested-too-deeply', [], { limit: `${DEEPEST}` }), offset: node.range?.[0] });
        return visit.BREAK;
      }
      if (node.tag) found.push(tagged(node));
      if (!isMap(node)) return undefined;
      const seen = new Set<string>();
      for (const { key } of node.items) {
        const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
        const offset = (key as Node | null)?.range?.[0];
        if (name === undefined)
          found.push({ problem: problem('not-yaml', [], { detail: 'a key is not a text' }), offset });
        else if (seen.has(name)) found.push({ problem: problem('key-twice', [], { key: name.slice(0, 60) }), offset });
        seen.add(name ?? '');
      }
      return undefined;
    },
  });
  return found;
}

function tagged({ tag, range }: Pick<Node, 'tag' | 'range'>): WrongNode {
  return { problem: problem('not-yaml', [], { detail: `tag ${tag}` }), offset: range?.[0] };
}

/** Whether flow brackets nest deeper than any file of facts: the parser would build all of them first. */
function nestsTooDeeply(text: string): boolean {
  let open = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') open += 1;
    else if (token === ']' || token === '}') open -= 1;
    if (open > DEEPEST) return true;
  }
  return false;
}
