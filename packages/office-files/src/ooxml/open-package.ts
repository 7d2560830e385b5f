/**
 * The parts of an office file. Nothing is unpacked beyond a limit, whatever sizes the file claims; files with macros, encrypted
 * ones and ones that are no workbook are refused.
 */
import { type Text, text } from '@kaohe/scoring';
import JSZip from 'jszip';

export interface OfficePackage {
  readonly zip: JSZip;
  /** A part's text; undefined where there is none. Throws `TooLarge` past the limit. */
  readonly readText: (part: string) => Promise<string | undefined>;
  /** Unpacks every part that is no XML, so that what a library unpacks later is within the limit. Throws `TooLarge`. */
  readonly measureRest: () => Promise<void>;
}

export class TooLarge extends Error {}

/** Unpacked, a workbook of 43 units with every cell filled has about 12 MB. */
export const MOST_UNPACKED = 100_000_000;
const MOST_PARTS = 2_000;

/** What is said of a file that is not read. */
export interface PackageRefusals {
  readonly damaged: Text;
  readonly macros: Text;
  readonly oldOrEncrypted: Text;
}

export async function openPackage(
  bytes: Uint8Array,
  refusals: PackageRefusals = WORKBOOK_REFUSALS,
): Promise<OfficePackage | { readonly refused: Text }> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { refused: refusals.oldOrEncrypted };
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined);
  if (!zip) return { refused: refusals.damaged };
  const names = Object.keys(zip.files);
  if (names.length > MOST_PARTS) return { refused: BOMB };
  if (names.some((name) => /(?:^|\/)(?:vbaProject|xlmacro|macrosheets)/i.test(name)))
    return { refused: refusals.macros };
  let left = MOST_UNPACKED;
  const unpackWithin = async (entry: JSZip.JSZipObject) => {
    const unpacked = await unpack(entry, left);
    left -= unpacked.length;
    return unpacked;
  };
  const readText = async (part: string) => {
    const entry = zip.file(part);
    if (!entry) return undefined;
    const unpacked = await unpackWithin(entry);
    return new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
  };
  const measureRest = async () => {
    for (const entry of zip.file(/(?<!\.xml|\.rels)$/)) await unpackWithin(entry);
  };
  return { zip, readText, measureRest };
}

export function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Documented by the library and missing from its types. */
interface StreamedObject extends JSZip.JSZipObject {
  readonly internalStream: (type: 'uint8array') => JSZip.JSZipStreamHelper<Uint8Array>;
}

/** Unpacks piece by piece and stops at the limit. */
function unpack(entry: JSZip.JSZipObject, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    const stream = (entry as StreamedObject).internalStream('uint8array');
    stream.on('data', (piece) => {
      size += piece.length;
      pieces.push(piece);
      if (size <= limit) return;
      stream.pause();
      reject(new TooLarge());
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(joined(pieces, size)));
    stream.resume();
  });
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export const BOMB = text(
  '文件解开后太大，不像一份填写表，没有读取。请确认选对了文件。',
  'Unpacked the file is far larger than a form; it was not read. Check that it is the right file.',
);
export const DAMAGED = text(
  '文件已损坏或不是 .xlsx 工作簿。请在表格软件里打开，另存为“Excel 工作簿（.xlsx）”。',
  'The file is damaged or no .xlsx workbook. Open it and save it as an Excel workbook (.xlsx).',
);
const MACROS = text(
  '文件含有宏，不予读取。请另存为不带宏的“Excel 工作簿（.xlsx）”。',
  'The file contains macros and is not read. Save it as an Excel workbook without macros (.xlsx).',
);
const OLD_OR_ENCRYPTED = text(
  '这是旧格式（.xls、.et）或加了密码的文件。请去掉密码，另存为“Excel 工作簿（.xlsx）”。',
  'The file has the old format (.xls, .et) or a password. Remove the password and save it as .xlsx.',
);
const WORKBOOK_REFUSALS: PackageRefusals = { damaged: DAMAGED, macros: MACROS, oldOrEncrypted: OLD_OR_ENCRYPTED };
