/** Headings and paragraphs → items and rows of the outline. */
import type { Span } from '../text/span.js';
import { type Heading, headingOf, partOfHeading, REMARK, wordHeadingOf } from './headings.js';
import type { Line } from './lines.js';
import { marksInCell, marksInHeading } from './marks.js';
import type { OutlineBuilder, Part } from './outline.js';

/** How the document writes its headings and rows, settled for the whole of it before it is read. */
export interface ParagraphStyle {
  /** Which level of headings carries the items: `一、`, `（一）`, or `1.` above rows `1.1`. */
  readonly itemLevel: 1 | 2 | 3;
  /** Rows `1.1` run name, marks and rule together: `1.1经费6与上年持平…`. */
  readonly gluedMarks: boolean;
}

/** The level whose headings print marks, the upper one where several or none do. */
export function paragraphStyle(lines: readonly Line[]): ParagraphStyle {
  const headings = lines.flatMap(({ text }) => {
    const heading = headingOf(text);
    return heading ? [{ ...heading, text, marks: marksInHeading(titleOf(text)) }] : [];
  });
  const withMarks = (level: number): number =>
    headings.filter((one) => one.level === level && one.marks !== undefined && isOuter(one)).length;
  const inner = headings.filter(({ label }) => /^\d+\.\d/.test(label));
  const rows = inner.length > 2 ? inner : headings.filter(({ label }) => /^\d+$/.test(label));
  const glued = rows.filter(({ text, length }) => GLUED_ROW.test(text.slice(length)));
  const numbered = inner.length > 2 && withMarks(3) > 1;
  return {
    itemLevel: withMarks(1) > 0 ? 1 : withMarks(2) > 0 ? 2 : numbered ? 3 : 1,
    gluedMarks: glued.length > 2 && glued.length * 2 > rows.length,
  };
}

/** Level 3 counts items only where its labels are plain numbers. */
const isOuter = ({ level, label }: Heading): boolean => level < 3 || /^\d{1,2}$/.test(label);

/** `食品安全经费6与上年度相比…`: name, marks, rule. */
const GLUED_ROW =
  /^([^，。；：（\d]{2,24}?(?<![得扣加减计于到达为每第少多过]))(\d{1,2}(?:\.5)?)分?(?=[\u4e00-\u9fa5“《（])(?!(?:年|月|日|个|家|次|起|人|项|处|类|件|户|篇|条|块|份|万|元|以|及|小时|分钟))/;

const NUMBER_NAME_MARKS = /^\s*(\d{1,2})\s+(\S{2,12})\s+(\d{1,3})分?\s+(?=\d{1,2}\.\d)/;
/** The marks of the item above, on a line of their own. */
const MARKS_ALONE = /^\s*（(?:共|计|满分)?\s*(\d{1,4})\s*分）\s*$/;
/** `A1 …`, `一、…` or `1 …` followed by its marks and nothing else. */
const ONLY_HEADING = /(?:（(?:共|计|满分)?\d{1,4}分）|分值：?\s*\d{1,4}分?)\s*[：。]?\s*$/;

export function readParagraph(outline: OutlineBuilder, style: ParagraphStyle, line: Line): void {
  const { text, span } = line;
  if (REMARK.test(text)) {
    outline.openItem(/^\s*加分/.test(text) ? 'bonus' : 'frame', text.trim().slice(0, 10), undefined);
    outline.add(span);
    return;
  }
  const words = wordHeadingOf(text);
  if (words !== undefined && !REMARK.test(outline.item.name)) {
    outline.openItem(partOfHeading(words), words.trim(), undefined);
    outline.add([span[0] + words.length, span[1]]);
    return;
  }
  const alone = MARKS_ALONE.exec(text)?.[1];
  if (alone !== undefined && outline.item.part === 'item' && isBare(outline)) {
    outline.item.fullMarks ??= alone;
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
  if (heading.level === 3 && !(style.itemLevel === 3 && isOuter(heading))) {
    openNumbered(outline, style, line);
    return;
  }
  openHeading(outline, style, line);
}

/** An item of which only the heading was read. */
const isBare = ({ item }: OutlineBuilder): boolean =>
  item.rows.every(({ label, cells }) => label === '' && cells.length === 0);

function openHeading(outline: OutlineBuilder, style: ParagraphStyle, { text, span }: Line): void {
  const title = titleOf(text);
  const level = headingOf(text)?.level;
  const marks = marksInHeading(title);
  const part = partOfHeading(title);
  const within = outline.item.part;
  const below = outline.items.some((item) => item.part === 'item');
  if (below && REMARK.test(outline.item.name) && within === 'frame' && marks === undefined && part !== 'bonus') {
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

function openNumbered(outline: OutlineBuilder, { gluedMarks }: ParagraphStyle, { text, span }: Line): void {
  const { label, length } = headingOf(text) ?? { label: '', length: 0 };
  const glued = gluedMarks ? GLUED_ROW.exec(text.slice(length)) : null;
  if (glued) {
    const [words, name = '', marks] = glued;
    outline.openRow(label, marks);
    outline.addCell([span[0] + length, span[0] + length + name.length]);
    outline.addCell([span[0] + length + words.length, span[1]]);
    return;
  }
  const title = text.split(/[。；]/, 1)[0] ?? '';
  const only = ONLY_HEADING.test(text);
  outline.openRow(label, only || title.length < 40 ? marksInHeading(title) : undefined);
  outline.row.inner = /^\s*（/.test(text);
  if (only && !/[。；]\s*$|（\d+(?:\.\d+)?分）\s*$/.test(text)) return;
  outline.add([Math.min(span[0] + length, span[1]), span[1]]);
}

/** `一、核心制度执行25分`, with or without a row behind it. */
const BARE_MARKS = /^\s*[一二三四五六七八九十]{1,3}、[^。；，、：\d]{2,20}\d{1,3}分(?=\s*$|\d{1,2}[.、])/;

/** A heading ends at its first stop, or behind its marks. */
function titleOf(text: string): string {
  const marks = /^[^。；，]{0,30}?（(?:共|计|满分)?\s*\d{1,4}\s*分）[。：]?/.exec(text);
  const bare = BARE_MARKS.exec(text);
  return marks?.[0] ?? bare?.[0] ?? text.split(/(?<=[。：；])/, 1)[0] ?? text;
}

/** One cell a line: a number alone is the next row's number or the marks of this one. */
export function readCellLine(outline: OutlineBuilder, style: ParagraphStyle, line: Line): void {
  const text = line.text.trim();
  const marks = marksInCell(text);
  if (marks !== undefined) {
    const wanted = outline.row.label !== '' && outline.row.cells.length > 0 && outline.row.fullMarks === undefined;
    if (!wanted && !text.includes('分') && isNext(outline.lastNumber, marks)) outline.openRow(marks, undefined);
    else outline.row.fullMarks ??= marks;
    outline.endCell();
    return;
  }
  if (/^A\d{1,2}(?:[、.]?[\u4e00-\u9fa5]{2,12})?$/.test(text)) {
    outline.openItem('item', text, undefined);
    return;
  }
  if (
    /^(?:A\d{1,2}|[一二三四五六七八九十]{1,3}、)/.test(outline.item.name) &&
    outline.item.name.length < 10 &&
    isBare(outline) &&
    /^[\u4e00-\u9fa5]{1,8}$/.test(text)
  ) {
    outline.item.name += text;
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
