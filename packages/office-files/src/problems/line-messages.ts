/** What a person who filled in a line is told. */
import { type Text, text } from '@kaohe/scoring';

const listed = (names: readonly string[]) => text(names.join('、'), names.join(', '));

export const LINE_MESSAGES = {
  unknownSubject: (subject: string, known: readonly string[]): Text =>
    text(
      `“${subject}”不是条款编号（如 county/2.2），也不是：${listed(known).zh}。`,
      `“${subject}” is neither a clause id (county/2.2) nor one of: ${listed(known).en}.`,
    ),
  unknownField: (field: string, known: readonly string[]): Text =>
    text(
      field === ''
        ? `“字段”没有填写。这里可写：${listed(known).zh}。`
        : `没有字段“${field}”。这里可写：${listed(known).zh}。`,
      field === ''
        ? `No field is named. Here: ${listed(known).en}.`
        : `There is no field “${field}”. Here: ${listed(known).en}.`,
    ),
  notYesNo: (value: string): Text =>
    text(`应填“是”或“否”，写的是“${value}”。`, `Expected 是 (yes) or 否 (no), found “${value}”.`),
  unknownWord: (value: string, known: readonly string[]): Text =>
    text(`没有“${value}”这一种。可选：${listed(known).zh}。`, `“${value}” is not one of: ${listed(known).en}.`),
  columnNeeded: (column: string): Text =>
    text(`这一行的“${column}”没有填写。`, `The column ${column} of this line is empty.`),
  notOrdinal: (value: string): Text =>
    text(`“第几”应填 1、2、3……，写的是“${value}”。`, `第几 takes 1, 2, 3…, found “${value}”.`),
  columnNotUsed: (column: string, value: string): Text =>
    text(
      `这一行不用“${column}”，写的“${value}”没有地方放，请移走。`,
      `This line does not use ${column}; “${value}” has no place here. Move it away.`,
    ),
  statedTwice: (): Text =>
    text(
      '这件事前面的行已经写过（或写法互相矛盾）。请只留一处。',
      'An earlier line states this already, or contradicts it. Keep one.',
    ),
  badVerbatim: (): Text =>
    text(
      '“原样”行的名称是路径，值是 JSON；这一行不是。请不要手改这种行。',
      'A 原样 line has a path as its name and JSON as its value; this one has not. Do not edit such lines by hand.',
    ),
} as const;
