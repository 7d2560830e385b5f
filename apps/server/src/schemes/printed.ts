/** A scheme as the file it is printed from; made once, as an issued scheme never changes. */
import { documentBytes, issuedPaper, issuedWorkbook, schemeDocument } from '@kaohe/office-files';
import { chooseReadings, type SchemeFolder } from '@kaohe/scheme-files';
import { DOCX, XLSX } from '../http/media-types.js';

export const FORMS = ['docx', 'xlsx'] as const;
export type Form = (typeof FORMS)[number];

export interface PrintedScheme {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
}

const made = new Map<string, Promise<PrintedScheme>>();

export function printedScheme(folder: SchemeFolder, form: Form): Promise<PrintedScheme> {
  const key = `${folder.edition} ${form}`;
  const making = made.get(key) ?? printed(folder, form);
  made.set(key, making);
  return making;
}

async function printed({ id, tree }: SchemeFolder, form: Form): Promise<PrintedScheme> {
  const chosen = chooseReadings(tree, {});
  // A server starts with schemes that can be scored, so their readings can be chosen.
  if ('problems' in chosen) throw new Error(`the scheme ${id} cannot be printed`);
  const document = schemeDocument(chosen.scheme);
  const name = `${document.title}.${form}`;
  return form === 'docx'
    ? { bytes: await documentBytes(issuedPaper(document)), mediaType: DOCX, name }
    : { bytes: await issuedWorkbook(document), mediaType: XLSX, name };
}
