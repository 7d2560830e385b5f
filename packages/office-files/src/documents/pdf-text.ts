/** A PDF as text: what stands on one height is a line; where gaps stand above each other, a table of tabbed cells. */
import type { Text } from '@kaohe/scoring';
import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf';
import { pageLines } from './page-lines.js';
import { DAMAGED_PDF, SCANNED } from './refusals.js';

const MOST_PAGES = 400;

export async function pdfText(bytes: Uint8Array): Promise<string | { readonly refused: Text }> {
  const pages = await pagesOf(bytes);
  if (pages === undefined) return { refused: DAMAGED_PDF };
  const lines = pages.flatMap(pageLines);
  return lines.length === 0 ? { refused: SCANNED } : lines.join('\n');
}

/** The texts of every page with their places; the library takes the bytes it is given, so it gets its own. */
async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly StructuredTextItem[])[] | undefined> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
    if (document.numPages > MOST_PAGES) return undefined;
    const { items } = await extractTextItems(document);
    return items;
  } catch {
    return undefined;
  }
}
