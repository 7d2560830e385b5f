/** Headings and paragraphs → items and rows of the outline. */
import type { Span } from '../text/span.js';
import { headingOf, partOfHeading, REMARK } from './headings.js';
import type { Line } from './lines.js';
import { marksInCell, marksInHeading } from './marks.js';
import type { OutlineBuilder, Part } from './outline.js';

/** Which level of headings carries the items, settled for the whole document before it is read. */
export interface ParagraphStyle {
  readonly itemLevel: 1 | 2;
}

/** The level whose headings print marks, the upper one where both do or none does. */
export function paragraphStyle(lines: readonly Line[]): ParagraphStyle {
  const withMarks = (level: number): number =>
    lines.filter(({ text }) => headingOf(text)?.level === level && marksInHeading(titleOf(text)) !== undefined).length;
  return { itemLevel: withMarks(1) === 0 && withMarks(2) > 0 ? 2 : 1 };
}

const NUMBER_NAME_MARKS = /^\s*(\d{1,2})\s+(\S{2,12})\s+(\d{1,3})分?\s+(?=\d{1,2}\.\d)/;
/** `A1 …`, `一、…` or `1 …` followed by its marks and nothing else. */
const ONLY_HEADING = /(?:（(?:共|计|满分)?\d{1,4}分）|分值：?\s*\d{1,4}分?)\s*[：。]?\s*$/;

export function readParagraph(outline: OutlineBuilder, style: ParagraphStyle, line: Line): void {
  const { text, span } = line;
  if (REMARK.test(text)) {
    outline.openItem(/^\s*加分/.test(text) ? 'bonus' : 'frame', text.trim().slice(0, 10), undefined);
    outline.add(span);
    return;
  }
  const columns = NUMBER_NAME_MARKS.exec(text);
  if (columns) {
    outline.openItem('item', `${columns[1]} ${columns[2]}`, columns[3]);
    outline.add([span[0] + columns[0].length, span[1]]);
    return;
  }
  const heading = headingOf(text);
  if (heading === undefined) {
    outline.add(span);
    return;
  }
  if (heading.level === 3) {
    openNumbered(outline, line, heading.label);
    return;
  }
  openHeading(outline, style, line);
}

function openHeading(outline: OutlineBuilder, style: ParagraphStyle, { text, span }: Line): void {
  const title = titleOf(text);
  const level = headingOf(text)?.level;
  const marks = marksInHeading(title);
  const part = partOfHeading(title);
  const within = outline.item.part;
  if (REMARK.test(outline.item.name) && within === 'frame' && marks === undefined && part !== 'bonus') {
    outline.addCell(span);
    return;
  }
  const isItem = level === style.itemLevel || marks !== undefined;
  if (level === 2 && !isItem && within !== 'preamble') outline.openRow(title.slice(0, 12), undefined);
  else if (isItem || part !== 'item') outline.openItem(levelPart({ part, within, level, marks }), title.trim(), marks);
  else if (level === 1) outline.openItem('preamble', title.trim(), undefined);
  outline.add(afterTitle(title, span, marks !== undefined));
}

interface Place {
  readonly part: Part;
  readonly within: Part;
  readonly level: number | undefined;
  readonly marks: string | undefined;
}

/** Below a heading for bonus or remarks a second level stays what it is under. */
function levelPart({ part, within, level, marks }: Place): Part {
  if (level === 2 && marks === undefined && (within === 'bonus' || within === 'frame')) return within;
  return marks !== undefined && part === 'frame' ? 'item' : part;
}

function afterTitle(title: string, [from, to]: Span, printedMarks: boolean): Span {
  return printedMarks || title.length < 16 ? [Math.min(from + title.length, to), to] : [from, to];
}

function openNumbered(outline: OutlineBuilder, { text, span }: Line, label: string): void {
  const title = text.split(/[。；]/, 1)[0] ?? '';
  const only = ONLY_HEADING.test(text);
  outline.openRow(label, only || title.length < 40 ? marksInHeading(title) : undefined);
  if (!only || /[。；]\s*$|（\d+(?:\.\d+)?分）\s*$/.test(text)) outline.add(span);
}

/** A heading ends at its first stop, or behind its marks. */
function titleOf(text: string): string {
  const marks = /^[^。；，]{0,30}?（(?:共|计|满分)?\s*\d{1,4}\s*分）[。：]?/.exec(text);
  return marks?.[0] ?? text.split(/(?<=[。：；])/, 1)[0] ?? text;
}

/** One cell a line: a number alone is the next row's number or the marks of this one. */
export function readCellLine(outline: OutlineBuilder, style: ParagraphStyle, line: Line): void {
  const text = line.text.trim();
  const marks = marksInCell(text);
  const label = outline.row.label;
  if (marks !== undefined) {
    if (!text.includes('分') && isNext(label, marks)) outline.openRow(marks, undefined);
    else outline.row.fullMarks ??= marks;
    return;
  }
  if (/^[A-Z]\d{1,2}(?:[.-]\d{1,2})*$/.test(text) || /^\d{1,2}\.\d{1,2}$/.test(text)) {
    outline.openRow(text, undefined);
    return;
  }
  readParagraph(outline, style, line);
}

function isNext(label: string, marks: string): boolean {
  return /^\d+$/.test(label) ? Number(label) + 1 === Number(marks) : marks === '1';
}
