/** The text of an assessment document by what kind of file it is; what it is its content says, and its name where content cannot. */
import { readFile, stat } from 'node:fs/promises';
import { text } from '@kaohe/scoring';
import { type ExitCode, refuseCall, reportComplaints } from '../output/terminal.js';

/** Far more than any document holds; what is bigger is something else. */
const MOST_BYTES = 32 * 1024 * 1024;

interface Format {
  readonly name: string;
  readonly fits: (bytes: Uint8Array) => boolean;
  /** The text, or nothing when the bytes are not what they seem. */
  readonly read: (bytes: Uint8Array) => string | undefined;
}

/** In order: the first that fits reads. */
const FORMATS: readonly Format[] = [
  { name: 'text', fits: (bytes) => !bytes.subarray(0, 65_536).includes(0), read: decode },
];

/** The text as it is read; places in it count from here. */
export async function loadDocumentText(path: string): Promise<string | ExitCode> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    return refuseCall(text(`没有文件“${path}”。`, `There is no file “${path}”.`));
  }
  if (found.size > MOST_BYTES) return refuseFile(path, TOO_LARGE);
  const bytes = await readFile(path);
  const format = FORMATS.find(({ fits }) => fits(bytes));
  return format?.read(bytes) ?? refuseFile(path, NOT_TEXT);
}

const TOO_LARGE = text(
  '文件超过 32 MB，考核文件不会这么大。',
  'The file is larger than 32 MB; no assessment document is.',
);
const NOT_TEXT = text(
  '读不出文字。目前能读 .txt 和 .md（UTF-8 或 GB18030）；其他格式请先另存为纯文本。',
  'No text can be read from it. For now .txt and .md (UTF-8 or GB 18030) are read; save other formats as plain text first.',
);

function refuseFile(path: string, words: typeof NOT_TEXT): ExitCode {
  return reportComplaints([{ text: words }], path);
}

function decode(bytes: Uint8Array): string | undefined {
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
