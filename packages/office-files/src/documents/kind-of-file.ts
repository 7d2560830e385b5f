/** What kind of file bytes are, told by their content: for whoever handed in another kind than is read. */
import { type Text, text } from '@kaohe/scoring';
import { startsWith } from '../ooxml/open-package.js';

export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'zip' | 'old-office' | 'image' | 'html' | 'text' | 'unknown';

const MARKS: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
];
const PACKAGES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const HEAD_BYTES = 4096;
/** A page as browsers save it, whole or as one file with its pictures, and the tables that older systems call .xls. */
const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*){0,9}<(?:!doctype\s+html|html|head|body|meta|title|style|script|table|div)\b/i;
const SAVED_PAGE = /^(?:From: <?Saved by|MIME-Version:)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

export function kindOfFile(bytes: Uint8Array): FileKind {
  const marked = MARKS.find(([, mark]) => startsWith(bytes, mark));
  if (marked) return marked[0];
  if (PACKAGES.some((mark) => startsWith(bytes, mark))) return kindOfPackage(bytes);
  const head = headOf(bytes);
  if (HTML.test(head) || SAVED_PAGE.test(head)) return 'html';
  return NO_TEXT.test(head) ? 'unknown' : 'text';
}

/** The names of a package's parts are not packed. */
function kindOfPackage(bytes: Uint8Array): FileKind {
  const whole = new TextDecoder('latin1').decode(bytes);
  if (whole.includes('xl/workbook.xml')) return 'xlsx';
  return whole.includes('word/document.xml') ? 'docx' : 'zip';
}

/** The beginning as text: of what is no UTF-16 every byte a character, which tells markup and control characters. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  if (startsWith(head, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(head);
  if (startsWith(head, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(head);
  const start = startsWith(head, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  return String.fromCharCode(...head.subarray(start));
}

/** As people call them. */
export const FILE_KINDS: Readonly<Record<FileKind, Text>> = {
  pdf: text('一份 PDF 文件', 'a PDF file'),
  docx: text('一份 Word 文档（.docx）', 'a Word document (.docx)'),
  xlsx: text('一个 Excel 工作簿（.xlsx）', 'an Excel workbook (.xlsx)'),
  zip: text('一个压缩包（.zip）', 'a zip archive'),
  'old-office': text('一份旧格式的办公文件（.doc、.xls）', 'an office file of the old format (.doc, .xls)'),
  image: text('一张图片', 'a picture'),
  html: text('一个网页（HTML）', 'a web page (HTML)'),
  text: text('一个文本文件', 'a text file'),
  unknown: text('认不出的文件', 'a file of an unknown kind'),
};
