/** What a PDF paper says it was made of, and the code that is printed on its pages. */
import type { Text } from '@kaohe/scoring';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { DAMAGED_PDF } from '../documents/refusals.js';

export interface StatedPaper {
  /** Undefined: the file states nothing. */
  readonly statement: Readonly<Record<string, string>> | undefined;
  /** On each page, as printed; a page without one gives an empty text. */
  readonly printed: readonly string[];
}

export async function readPaperStatement(bytes: Uint8Array): Promise<StatedPaper | { readonly refused: Text }> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
    const { info } = await getMeta(document);
    const { text } = await extractText(document, { mergePages: false });
    return {
      statement: statementIn((info as { readonly Keywords?: unknown }).Keywords),
      printed: text.map((page) => /核验码\s*([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})/.exec(page)?.[1] ?? ''),
    };
  } catch {
    return { refused: DAMAGED_PDF };
  }
}

function statementIn(keywords: unknown): StatedPaper['statement'] {
  if (typeof keywords !== 'string' || !keywords.startsWith('{')) return undefined;
  try {
    const stated: unknown = JSON.parse(keywords);
    const entries = Object.entries(stated as Record<string, unknown>);
    return Object.fromEntries(entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
  } catch {
    return undefined;
  }
}
