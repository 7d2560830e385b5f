/** What stands in a PDF, by a reader that shares no code with its writer. */
import { extractText, getDocumentProxy, getMeta } from 'unpdf';

export async function readPdf(bytes: Uint8Array): Promise<{ text: string; info: Readonly<Record<string, string>> }> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: true });
  const { info } = await getMeta(document);
  return { text, info: info as Record<string, string> };
}
