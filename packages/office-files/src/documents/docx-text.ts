/** A Word document as text. Its package is unpacked under a limit before the library sees it. */
import type { Text } from '@kaohe/scoring';
import mammoth from 'mammoth';
import { BOMB, openPackage, TooLarge } from '../ooxml/open-package.js';
import { htmlLines } from './html-lines.js';
import { WORD_REFUSALS } from './refusals.js';

/** Never needed in a part of a document; it is how entities are smuggled in. */
const DOCUMENT_TYPE = /<!DOCTYPE/i;

export async function docxText(bytes: Uint8Array): Promise<string | { readonly refused: Text }> {
  const opened = await openPackage(bytes, WORD_REFUSALS);
  if ('refused' in opened) return opened;
  try {
    await opened.measureRest();
    for (const { name } of opened.zip.file(/\.(?:xml|rels)$/)) {
      if (DOCUMENT_TYPE.test((await opened.readText(name)) ?? '')) return { refused: WORD_REFUSALS.damaged };
    }
    return await converted(bytes);
  } catch (error) {
    return { refused: error instanceof TooLarge ? BOMB : WORD_REFUSALS.damaged };
  }
}

async function converted(bytes: Uint8Array): Promise<string> {
  const noPictures = { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) };
  // Node reads `buffer`, a browser `arrayBuffer`; either takes plain bytes.
  const input = { buffer: bytes, arrayBuffer: bytes } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const { value } = await mammoth.convertToHtml(input, { ...noPictures, externalFileAccess: false });
  return htmlLines(value.replace(/<img[^>]*>/g, '')).join('\n');
}
