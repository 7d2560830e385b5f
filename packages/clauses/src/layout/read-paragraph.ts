/** Headings and paragraphs → items and rows of the outline. */
import type { Span } from '../text/span.js';
import { type Heading, headingOf, partOfHeading, REMARK, wordHeadingOf } from './headings.js';
import type { Line } from './lines.js';
import { ENDS_WITH_MARKS, marksInCell, marksInHeading, TITLE_WITH_MARKS } from './marks.js';
import type { OutlineBuilder, Part } from './outline.js';

/** How the document writes its headings and rows, settled for the whole of it before it is read. */
export interface ParagraphStyle {
  /** Which kind of headings carries the items: `一、`, `第一章`, `（一）`, or `1.` above rows `1.1`. */
  readonly item: Pick<Heading, 'level' | 'kind'>;
  /** Rows `1.1` run name, marks and rule together: `1.1经费6与上年持平…`. */
  readonly gluedMarks: boolean;
  /** Rows of a table that lost its lines: `3 安全交底 8 无交底的，每项扣2分`. */
  readonly spacedRows: boolean;
  /** One cell a line: rows print marks of their own beside their numbers. */
  readonly cellMarks: boolean;
  /** One cell a line: items are A, B, C. */
  readonly letters: boolean;
}

/** Numbers on lines of their own that count no rows and stand below no heading. */
function hasCellMarks(lines: readonly Line[]): boolean {
  let next = 1;
  return lines.some(({ text }, at) => {
    const number = marksInCell(text);
    if (number === undefined || text.includes('分')) return false;
    if (Number(number) === next) next += 1;
    else return headingOf(lines[at - 1]?.text ?? '')?.level !== 1;
    return false;
  });
}

function lettersOf(lines: readonly Line[]): boolean {
  const letters = lines.flatMap(({ text }) => /^\s*([A-Z])\s*$/.exec(text)?.[1] ?? []);
  return letters.length > 1 && letters[0] === 'A';
}

interface MarkedHeading extends Heading {
  readonly text: string;
  readonly marks: string | undefined;
}

export function paragraphStyle(lines: readonly Line[]): ParagraphStyle {
  const headings = lines.flatMap(({ text }): MarkedHeading[] => {
    const heading = headingOf(text);
    return heading ? [{ ...heading, text, marks: marksInHeading(titleOf(text)) }] : [];
  });
  const inner = headings.filter(({ label }) => /^\d+\.\d/.test(label));
  const rows = inner.length > 2 ? inner : headings.filter(({ label }) => /^\d+$/.test(label));
  const glued = rows.filter(({ text, length }) => GLUED_ROW.test(text.slice(length)));
  return {
    item: itemHeading(headings, inner.length > 2),
    gluedMarks: glued.length > 2 && glued.length * 2 > rows.length,
    spacedRows: lines.filter(({ text }) => SPACED_ROW.test(text)).length > 3,
    cellMarks: hasCellMarks(lines),
    letters: lettersOf(lines),
  };
}

/** The kind whose headings print marks, the upper one where several do; else the kind most headings of the first level have. */
function itemHeading(headings: readonly MarkedHeading[], numbered: boolean): Pick<Heading, 'level' | 'kind'> {
  const kinds = [...new Set(headings.filter(isOuter).map(({ kind }) => kind))].map((kind) => {
    const all = headings.filter((one) => one.kind === kind && isOuter(one));
    const marked = all.filter(({ marks }) => marks !== undefined).length;
    return { kind, level: all[0]?.level ?? 1, marked, all: all.length };
  });
  const upper = kinds.filter(({ level }) => level < 3).sort((one, other) => one.level - other.level);
  const several = upper
    .filter(({ marked }) => marked > 1)
    .sort((one, other) => one.level - other.level || other.marked - one.marked)[0];
  const single = upper.find(({ marked }) => marked > 0);
  const third = numbered ? kinds.find(({ kind, marked }) => kind === '1.' && marked > 1) : undefined;
  const most = upper.filter(({ level }) => level === 1).sort((one, other) => other.all - one.all)[0];
  return several ?? single ?? third ?? most ?? { level: 1, kind: '一、' };
}

/** Level 3 counts items only where its labels are plain numbers. */
const isOuter = ({ level, label }: Heading): boolean => level < 3 || /^\d{1,2}$/.test(label);

/** `食品安全经费6与上年度相比…`: name, marks, rule. */
const GLUED_ROW =
  /^([^，。；：（\d]{2,24}?(?<![得扣加减计于到达为每第少多过]))(\d{1,2}(?:\.5)?)分?(?=[\u4e00-\u9fa5“《（])(?!(?:年|月|日|个|家|次|起|人|项|处|类|件|户|篇|条|块|份|万|元|以|及|小时|分钟))/;

const NUMBER_NAME_MARKS = /^\s*(\d{1,2})\s+(\S{2,12})\s+(\d{1,3})分?\s+(?=\d{1,2}\.\d)/;
const SPACED_ROW = /^(\s*(\d{1,2})\s+)(\S{2,40})(\s+(\d{1,3})分?\s+)(?=[^\s\d])/;
/** The marks of the item above, on a line of their own. */
const MARKS_ALONE = /^\s*（(?:共|计|满分)?\s*(\d{1,4})\s*分）\s*$/;

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
  const spaced = style.spacedRows ? SPACED_ROW.exec(text) : null;
  if (spaced) {
    const [words, before = '', label = '', name = '', , marks] = spaced;
    outline.openRow(label, marks);
    outline.addCell([span[0] + before.length, span[0] + before.length + name.length]);
    outline.addCell([span[0] + words.length, span[1]]);
    return;
  }
  const heading = headingOf(text);
  if (heading === undefined) {
    outline.add(span);
    if (outline.row.label !== '') outline.row.fullMarks ??= BEHIND_ROW.exec(text)?.[1];
    return;
  }
  if (heading.level === 3 && !(style.item.level === 3 && isOuter(heading)) && !namesPart(heading, text)) {
    openNumbered(outline, style, line);
    return;
  }
  openHeading(outline, style, line);
}

/** `第三条 加分：`. */
function namesPart({ kind, length }: Heading, text: string): boolean {
  const name = /^[^，。；：]{2,12}(?=[。：]|$)/.exec(text.slice(length))?.[0];
  return kind === '第一条' && name !== undefined && partOfHeading(name) !== 'item';
}

/** An item of which only the heading was read. */
const isBare = ({ item }: OutlineBuilder): boolean =>
  item.rows.every(({ label, cells }) => label === '' && cells.length === 0);

function openHeading(outline: OutlineBuilder, style: ParagraphStyle, { text, span }: Line): void {
  const title = titleOf(text);
  const { level, kind, label, length } = headingOf(text) ?? { length: 0 };
  const marks = marksInHeading(title);
  const part = partOfHeading(title);
  const within = outline.item.part;
  const below = outline.items.some((item) => item.part === 'item');
  if (below && REMARK.test(outline.item.name) && within === 'frame' && marks === undefined && part !== 'bonus') {
    outline.addCell(span);
    return;
  }
  // “（四）完成培训（4分）；组织竞赛（4分）。” is a row that gives marks.
  const goesOn = level === 2 && /^[；，、]/.test(text.slice(title.length));
  const isItem = kind === style.item.kind || (marks !== undefined && !goesOn);
  // A heading of another kind below an item parts its rows.
  const isInner = level === 2 ? within !== 'preamble' : style.item.level === 1 && within === 'item' && part === 'item';
  const isRow = isInner && !isItem;
  if (isRow) outline.openRow(isSentence(title) && level === 2 ? `（${label}）` : title.slice(0, 12), undefined);
  else if (isItem || part !== 'item') outline.openItem(levelPart({ part, within, level, marks }), nameOf(title), marks);
  else if (level === 1) outline.openItem('preamble', title.trim(), undefined);
  const rest = goesOn ? span : afterTitle(title, span, marks !== undefined);
  outline.add(isRow && rest[0] === span[0] ? [span[0] + length, span[1]] : rest);
}

/** Without the marks and the department that run on behind it. */
const nameOf = (title: string): string =>
  title.trim().replace(/(?<=[\u4e00-\u9fa5])\d{1,3}[\u4e00-\u9fa5]{1,7}[部局科处室办]$/, '');

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

const isSentence = (title: string): boolean =>
  title.length > 15 || /；$|[的者][。，]?$|[扣加减得计记奖]\d|不[得计]分/.test(title);

/** What follows a heading; a sentence that is numbered like one is read as a whole. */
function afterTitle(title: string, [from, to]: Span, printedMarks: boolean): Span {
  return printedMarks || !isSentence(title) ? [Math.min(from + title.length, to), to] : [from, to];
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
  const only = ENDS_WITH_MARKS.test(text);
  const behind = BEHIND_ROW.exec(text)?.[1];
  outline.openRow(label, behind ?? (only || title.length < 40 ? marksInHeading(title) : undefined));
  outline.row.inner = /^\s*（/.test(text);
  if (only && !/[。；]\s*$|（\d+(?:\.\d+)?分）\s*$/.test(text)) return;
  outline.add([Math.min(span[0] + length, span[1]), span[1]]);
}

/** The marks of a row behind all its sentences. */
const BEHIND_ROW = /[。；.]\s*（(\d{1,3}(?:\.\d+)?)分）[。.]?\s*$/;

/** `一、核心制度执行25分`, with or without a row behind it. */
const BARE_MARKS = /^\s*[一二三四五六七八九十]{1,3}、[^。；，、：\d]{2,20}\d{1,3}分(?=\s*$|\d{1,2}[.、])/;

/** `第三部分 奖罚 当月无违章的加2分。` */
const SPACED_TITLE = /^\s*第[一二三四五六七八九十]{1,3}(?:部分|[章篇编])\s+[^\s。；，：]{2,10}\s+(?=\S)/;

/** A heading ends at its first stop, or behind its marks. */
function titleOf(text: string): string {
  const marks = TITLE_WITH_MARKS.exec(text);
  const bare = BARE_MARKS.exec(text) ?? SPACED_TITLE.exec(text);
  return marks?.[0] ?? bare?.[0] ?? text.split(/(?<=[。：；])/, 1)[0] ?? text;
}

/** One cell a line: a number alone is the next row's number or the marks of this one. */
export function readCellLine(outline: OutlineBuilder, style: ParagraphStyle, line: Line): void {
  const text = line.text.trim();
  const marks = marksInCell(text);
  if (marks !== undefined) {
    readNumber(outline, style, { text, marks });
    return;
  }
  const isItem = style.letters ? /^[A-Z]$/.test(text) : /^A\d{1,2}(?:[、.]?[\u4e00-\u9fa5]{2,12})?$/.test(text);
  if (isItem) {
    outline.openItem('item', text, undefined);
    return;
  }
  if (
    /^(?:A\d{1,2}|[A-Z](?![A-Z\d])|[一二三四五六七八九十]{1,3}、)/.test(outline.item.name) &&
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

function readNumber(
  outline: OutlineBuilder,
  { cellMarks }: ParagraphStyle,
  { text, marks }: { readonly text: string; readonly marks: string },
): void {
  const { row } = outline;
  const wanted = cellMarks && row.label !== '' && row.cells.length > 0 && row.fullMarks === undefined;
  const isRow = !wanted && !text.includes('分') && isNext(outline.lastNumber, marks);
  if (isRow) outline.openRow(marks, undefined);
  else if (!cellMarks && isBare(outline) && outline.item.part !== 'preamble') {
    outline.item.fullMarks ??= marks;
    if (outline.item.part === 'frame') outline.item.part = 'item';
  } else row.fullMarks ??= marks;
  outline.endCell();
}

function isNext(label: string, marks: string): boolean {
  return /^\d+$/.test(label) ? Number(label) + 1 === Number(marks) : marks === '1';
}
