/** Texts of a page with their places → its lines; columns are where text begins again and again. */

/** A stretch of text, its left end and base line in points from the lower left corner of the page. */
export interface PlacedText {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

interface Segment {
  text: string;
  readonly from: number;
  to: number;
}

interface PlacedLine {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/** Lines with at least two cells that make a table. */
const LEAST_ROWS = 3;

export function pageLines(items: readonly PlacedText[]): string[] {
  const lines = linesOf(items.filter(({ str }) => str.trim() !== ''));
  const tabled = lines.flatMap(({ segments }, index) => (segments.length > 1 ? [index] : []));
  if (tabled.length < LEAST_ROWS) return lines.map(plain);
  const [first, last] = [tabled[0] ?? 0, tabled[tabled.length - 1] ?? 0];
  const columns = columnsOf(lines.slice(first, last + 1));
  return lines.map((line, index) => (index < first || index > last ? plain(line) : inColumns(line, columns)));
}

const plain = ({ segments }: PlacedLine): string => segments.map(({ text }) => text).join(' ');

function linesOf(items: readonly PlacedText[]): PlacedLine[] {
  const sorted = [...items].sort((one, other) => other.y - one.y || one.x - other.x);
  const groups: PlacedText[][] = [];
  for (const item of sorted) {
    const group = groups[groups.length - 1];
    const above = group?.[0];
    if (group && above && Math.abs(above.y - item.y) < Math.max(above.fontSize, item.fontSize) / 2) group.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => {
    const size = Math.max(...group.map(({ fontSize }) => fontSize));
    const ordered = group.sort((one, other) => one.x - other.x);
    return { y: group[0]?.y ?? 0, size, segments: segmentsOf(ordered, size) };
  });
}

/** Texts that touch are one; a gap wider than a character starts another. */
function segmentsOf(items: readonly PlacedText[], size: number): Segment[] {
  const segments: Segment[] = [];
  for (const { str, x, width } of items) {
    const last = segments[segments.length - 1];
    if (last && x - last.to < size * 1.2) {
      last.text += str;
      last.to = Math.max(last.to, x + width);
    } else segments.push({ text: str, from: x, to: x + width });
  }
  return segments;
}

/** Left ends that come at least twice, nearest ones together. */
function columnsOf(lines: readonly PlacedLine[]): number[] {
  const size = Math.max(...lines.map((line) => line.size));
  const starts = lines.flatMap(({ segments }) => segments.map(({ from }) => from)).sort((one, other) => one - other);
  const columns: { from: number; count: number }[] = [];
  for (const from of starts) {
    const last = columns[columns.length - 1];
    if (last && from - last.from < size * 1.5) last.count += 1;
    else columns.push({ from, count: 1 });
  }
  return columns.filter(({ count }) => count > 1).map(({ from }) => from);
}

function inColumns({ segments, size }: PlacedLine, columns: readonly number[]): string {
  const cells = columns.map(() => '');
  for (const { text, from } of segments) {
    const after = columns.findIndex((column) => column > from + size);
    const at = Math.max(0, (after < 0 ? columns.length : after) - 1);
    cells[at] = `${cells[at] ?? ''}${text.trim()}`;
  }
  return cells.filter((cell) => cell !== '').length === 1 && cells[0] !== '' ? (cells[0] ?? '') : cells.join('\t');
}
