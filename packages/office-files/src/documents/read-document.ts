/** The text of an assessment document, by what its content says it is; places in it count from here. */
import type { Text } from '@kaohe/scoring';
import { decodeText } from '../csv/decode-text.js';
import { startsWith } from '../ooxml/open-package.js';
import { docxText } from './docx-text.js';
import { pdfText } from './pdf-text.js';
import { DOCUMENT_TOO_LARGE, NO_TEXT, WORD_REFUSALS } from './refusals.js';
import { sheetText } from './sheet-text.js';

/** Far more than any document holds; what is bigger is something else. */
export const MOST_DOCUMENT_BYTES = 32 * 1024 * 1024;

const ZIP = [0x50, 0x4b];
const PDF = [0x25, 0x50, 0x44, 0x46];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** The text, a plain file's exactly as it is, or why there is none. Never throws on any bytes. */
export async function readDocument(bytes: Uint8Array): Promise<{ readonly text: string } | { readonly refused: Text }> {
  if (bytes.length > MOST_DOCUMENT_BYTES) return { refused: DOCUMENT_TOO_LARGE };
  const read = await textOf(bytes);
  if (typeof read !== 'string') return read;
  return read.trim() === '' ? { refused: NO_TEXT } : { text: read };
}

async function textOf(bytes: Uint8Array): Promise<string | { readonly refused: Text }> {
  if (startsWith(bytes, PDF)) return await pdfText(bytes);
  if (startsWith(bytes, OLD_OFFICE)) return { refused: WORD_REFUSALS.oldOrEncrypted };
  if (startsWith(bytes, ZIP)) {
    const isWorkbook = new TextDecoder('latin1').decode(bytes).includes('xl/workbook.xml');
    return isWorkbook ? await sheetText(bytes) : await docxText(bytes);
  }
  const decoded = decodeText(bytes)?.text;
  return decoded === undefined || decoded.includes('\0') ? { refused: NO_TEXT } : decoded;
}
