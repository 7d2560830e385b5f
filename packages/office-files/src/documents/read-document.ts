/** The text of an assessment document, by what its content says it is; places in it count from here. */
import type { Text } from '@kaohe/scoring';
import { decodeText } from '../csv/decode-text.js';
import { docxText } from './docx-text.js';
import { kindOfFile } from './kind-of-file.js';
import { pdfText } from './pdf-text.js';
import { DOCUMENT_TOO_LARGE, NO_TEXT, WEB_PAGE, WORD_REFUSALS } from './refusals.js';
import { sheetText } from './sheet-text.js';

/** Far more than any document holds; what is bigger is something else. */
export const MOST_DOCUMENT_BYTES = 32 * 1024 * 1024;

/** The text, a plain file's exactly as it is, or why there is none. Never throws on any bytes. */
export async function readDocument(bytes: Uint8Array): Promise<{ readonly text: string } | { readonly refused: Text }> {
  if (bytes.length > MOST_DOCUMENT_BYTES) return { refused: DOCUMENT_TOO_LARGE };
  const read = await textOf(bytes);
  if (typeof read !== 'string') return read;
  return read.trim() === '' ? { refused: NO_TEXT } : { text: read };
}

async function textOf(bytes: Uint8Array): Promise<string | { readonly refused: Text }> {
  switch (kindOfFile(bytes)) {
    case 'pdf':
      return await pdfText(bytes);
    case 'old-office':
      return { refused: WORD_REFUSALS.oldOrEncrypted };
    case 'xlsx':
      return await sheetText(bytes);
    case 'docx':
    case 'zip':
      return await docxText(bytes);
    case 'html':
      return { refused: WEB_PAGE };
    default: {
      const decoded = decodeText(bytes)?.text;
      return decoded === undefined || decoded.includes('\0') ? { refused: NO_TEXT } : decoded;
    }
  }
}
