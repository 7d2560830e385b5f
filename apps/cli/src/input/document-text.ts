/** The text of an assessment document: .docx, .xlsx, .pdf or plain text, told by its content. */
import { readFile, stat } from 'node:fs/promises';
import { MOST_DOCUMENT_BYTES, readDocument } from '@kaohe/office-files';
import { text } from '@kaohe/scoring';
import { type ExitCode, refuseCall, reportComplaints } from '../output/terminal.js';

/** The text as it is read; places in it count from here. */
export async function loadDocumentText(path: string): Promise<string | ExitCode> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    return refuseCall(text(`没有文件“${path}”。`, `There is no file “${path}”.`));
  }
  // One byte more than may be read is enough to be refused.
  const bytes = found.size > MOST_DOCUMENT_BYTES ? new Uint8Array(MOST_DOCUMENT_BYTES + 1) : await readFile(path);
  const read = await readDocument(bytes);
  return 'refused' in read ? reportComplaints([{ text: read.refused }], path) : read.text;
}
