/** The same data gives the same bytes: an office file without the moment and the machine it was packed on. */
import JSZip from 'jszip';

export interface Stated {
  readonly title: string;
  /** `2020-01-20` */
  readonly madeOn: string;
  /** Parts to put in place of the library's own. */
  readonly parts?: Readonly<Record<string, string>> | undefined;
}

const CORE = 'docProps/core.xml';
const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

export async function settled(bytes: Uint8Array | ArrayBuffer, stated: Stated): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  zip.file(CORE, coreXml(stated));
  for (const [part, xml] of Object.entries(stated.parts ?? {})) zip.file(part, xml);
  const packed = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  clearTimes(packed);
  return packed;
}

/** No person and no program is named. */
function coreXml({ title, madeOn }: Stated): string {
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(madeOn)}T00:00:00Z</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties ${NAMESPACES}><dc:title>${escapeXml(title)}</dc:title>${moment('created')}${moment('modified')}</cp:coreProperties>`;
}

/** Text without the characters that XML cannot hold (XML 1.0, 2.2), as the libraries write it in the other parts. */
export function withoutControls(text: string): string {
  return [...text].filter((character) => isCharacter(character.codePointAt(0) ?? 0)).join('');
}

function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || code > 0xffff;
}

function escapeXml(text: string): string {
  return withoutControls(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const END_SIZE = 22;
const ENTRY_SIZE = 46;
/** 1 January 1980, midnight: the first moment a zip file can state. */
const FIRST_DAY = 0x0021;

/** Puts the first moment in place of the packing's, in the directory and before each part (PKWARE's APPNOTE 4.3). */
function clearTimes(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_SIZE;
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const part = view.getUint32(entry + 42, true);
    for (const time of [entry + 12, part + 10]) {
      view.setUint16(time, 0, true);
      view.setUint16(time + 2, FIRST_DAY, true);
    }
    const extra =
      view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
    entry += ENTRY_SIZE + extra;
  }
}
