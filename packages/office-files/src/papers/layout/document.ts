/** A paper as the bytes of a .docx file. */
import { fontTableXml, stylesXml } from './document-parts.js';
import type { Paper } from './paper.js';
import { settled } from './settle.js';

export async function documentBytes(paper: Paper): Promise<Uint8Array> {
  // Only writing needs the library.
  const { packDocument } = await import('./pack-document.js');
  const parts = { 'word/styles.xml': stylesXml(), 'word/fontTable.xml': fontTableXml() };
  return settled(await packDocument(paper), { title: paper.title, madeOn: paper.madeOn, parts });
}
