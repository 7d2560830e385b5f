/** What a file is, told by its content: names and browsers' claims are not believed. */
import { fileTypeFromBuffer } from 'file-type';
import { DOCX, XLSX } from '../http/media-types.js';
import { invalid } from '../http/refusal.js';

const PLAIN_TEXT = 'text/plain';
/** What a browser shows by itself without running anything. */
export const SHOWN: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];
export const TAKEN: readonly string[] = [...SHOWN, DOCX, XLSX, PLAIN_TEXT];
const KNOWN: ReadonlySet<string> = new Set([...SHOWN, DOCX, XLSX]);

/** The media type of a file we take; refuses every other. */
export async function mediaTypeOf(content: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(content);
  if (content.length > 0 && (found ? KNOWN.has(found.mime) : isPlainText(content))) return found?.mime ?? PLAIN_TEXT;
  throw invalid(
    `不能收这种文件（${found?.mime ?? '空的或认不出的内容'}）。请上传 PDF、PNG、JPEG、docx、xlsx 或纯文本（UTF-8）。`,
    `Files of this kind are not taken (${found?.mime ?? 'empty or unknown content'}). Send PDF, PNG, JPEG, docx, xlsx or plain text (UTF-8).`,
  );
}

/** UTF-8 without control characters other than tab and line ends, and no markup a browser might run. */
function isPlainText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are looked for
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) && !/^\s*<[!?a-z]/i.test(text);
  } catch {
    return false;
  }
}
