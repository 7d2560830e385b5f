/**
 * The pages of a scanned PDF as images: scanners put one JPEG on each page and nothing else, so they can be shown without a viewer.
 * Whatever is not exactly that has no pages here, and is opened in a tab of its own.
 */

/** Letters are bytes: offsets in the text are offsets in the file. */
const LATIN = new TextDecoder('latin1');
const DICTIONARY_REACH = 2_000;

export function scannedPages(content: Uint8Array): readonly Blob[] {
  const text = LATIN.decode(content);
  const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (pages === 0 || /\/Font\b|\/Encrypt\b/.test(text)) return [];
  const images: Blob[] = [];
  for (const { index } of text.matchAll(/>>\s*stream\r?\n/g)) {
    const before = text.slice(Math.max(0, index - DICTIONARY_REACH), index);
    const dictionary = before.slice(before.lastIndexOf(' obj'));
    const start = text.indexOf('\n', index + 2 + text.slice(index + 2).search(/stream/)) + 1;
    const end = text.indexOf('endstream', start);
    if (!/\/Image\b/.test(dictionary) || end < 0) continue;
    if (!/\/Filter\s*(\[\s*)?\/DCTDecode\b/.test(dictionary)) return [];
    images.push(new Blob([content.slice(start, end)], { type: 'image/jpeg' }));
  }
  return images.length === pages ? images : [];
}
