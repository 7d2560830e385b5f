/** The text of an assessment document: .docx, .xlsx, .pdf or plain text, told by its content. */
import { readFile, stat } from 'node:fs/promises';
import { MOST_DOCUMENT_BYTES, readDocument, unreadableFile } from '@kaohe/office-files';
import { type Text, text } from '@kaohe/scoring';
import { type ExitCode, refuseCall, reportComplaints } from '../output/terminal.js';

/** The text as it is read; places in it count from here. */
export async function loadDocumentText(path: string): Promise<string | ExitCode> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) return refuseCall(unreadableFile(path, found.code));
  if (found.isDirectory()) return refuseCall(isFolder(path));
  if (!found.isFile()) return refuseCall(unreadableFile(path));
  // One byte more than may be read is enough to be refused.
  const bytes =
    found.size > MOST_DOCUMENT_BYTES
      ? new Uint8Array(MOST_DOCUMENT_BYTES + 1)
      : await readFile(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return refuseCall(unreadableFile(path, bytes.code));
  const read = await readDocument(bytes);
  return 'refused' in read ? reportComplaints([{ text: read.refused }], path) : read.text;
}

const isFolder = (path: string): Text =>
  text(
    `“${path}”是目录，要的是一份考核文件（.docx、.xlsx、.pdf、.txt、.md）。请写到文件名。`,
    `“${path}” is a folder; a document is expected (.docx, .xlsx, .pdf, .txt, .md). Name the file in it.`,
  );
