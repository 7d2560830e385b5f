/** The same data gives the same bytes: an office file without the moment and the machine it was packed on. */
import JSZip from 'jszip';

export interface Stated {
  readonly title: string;
  /** `2020-01-20` */
  readonly madeOn: string;
  /** Parts to put in place of the library's own. */
  readonly parts?: Readonly<Record<string, string>> | undefined;
}

/** The first moment a zip file can state. */
const FIRST_DAY = new Date(Date.UTC(1980, 0, 1));
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
  for (const entry of Object.values(zip.files)) entry.date = FIRST_DAY;
  return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
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
