/** Lines printed in two columns beside each other → the left column, then the right one. */
import { headingOf } from './headings.js';
import type { Line } from './lines.js';

interface Halves {
  readonly line: Line;
  readonly left: Line | undefined;
  readonly right: Line | undefined;
  /** Where the right half starts, in half widths. */
  readonly column: number;
  readonly width: number;
}

const LEAST_LINES = 3;
const NARROWEST = 16;
const TOLERANCE = 2;

/** The same lines, columns one after the other where several lines in a row have a gap at one place. */
export function inColumns(lines: readonly Line[]): readonly Line[] {
  const halves = lines.map(halvesOf);
  const ordered: Line[] = [];
  for (let at = 0; at < halves.length; ) {
    const block = blockAt(halves, at);
    if (block.filter(({ right }) => right).length < LEAST_LINES) {
      ordered.push(lines[at] as Line);
      at += 1;
      continue;
    }
    ordered.push(...block.flatMap(({ left }) => left ?? []), ...block.flatMap(({ right }) => right ?? []));
    at += block.length;
  }
  return ordered;
}

/** Lines from one on that fit one pair of columns; those without a right half must stay left of it. */
function blockAt(halves: readonly Halves[], at: number): readonly Halves[] {
  const column = halves[at]?.column ?? 0;
  if (column < NARROWEST) return [];
  let end = at;
  for (let next = at; next < halves.length; next += 1) {
    const one = halves[next] as Halves;
    if (next > at && isHeadings(one)) break;
    if (one.right ? Math.abs(one.column - column) > TOLERANCE : one.width > column) break;
    if (one.right) end = next + 1;
  }
  return halves.slice(at, end).map((one) => (one.right ? one : { ...one, left: one.line }));
}

/** Headings beside each other begin other columns: what stands above is read first. */
const isHeadings = ({ left, right }: Halves): boolean =>
  headingOf(left?.text ?? '')?.level === 1 && headingOf(right?.text ?? '')?.level === 1;

function halvesOf(line: Line): Halves {
  const { text, span } = line;
  const bar = /[|│\t]/.test(text);
  const gap = bar ? null : /^(\s*\S[\s\S]*?)( {3,}|\u3000{2,} *)(?=\S)/.exec(text);
  const none = { line, left: undefined, right: undefined, column: 0, width: widthOf(text) };
  if (!gap) return none;
  const [head, left = ''] = gap;
  return {
    line,
    left: { text: left, span: [span[0], span[0] + left.length] },
    right: { text: text.slice(head.length), span: [span[0] + head.length, span[1]] },
    column: widthOf(head),
    width: widthOf(text),
  };
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\uffdf]|[“”—…]/.test(character) ? 2 : 1;
  return width;
}
