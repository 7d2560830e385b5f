/** Schemes a year can be created after: those that came with the program, and the office's own. */
import type { IssuedScheme } from '@kaohe/api-contract';
import type { SchemeFolder } from '@kaohe/scheme-files';
import { noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { editionNamed } from '../years/editions.js';
import { ownIssue, ownIssued } from './service.js';

export async function issuedSchemes(work: Work): Promise<{ schemes: IssuedScheme[] }> {
  const shipped = work.schemes.map(({ id, edition, tree }) => {
    const { title = '', titleEn = '', documentNumber = '' } = tree;
    const words = { title: String(title), titleEn: String(titleEn), documentNumber: String(documentNumber) };
    return { id, ...words, edition, own: false };
  });
  const own = (await ownIssued(work)).map(({ scheme_id, title, edition }) => ({
    id: scheme_id ?? '',
    title,
    titleEn: title,
    documentNumber: '',
    edition: edition ?? '',
    own: true,
  }));
  return { schemes: [...shipped, ...own] };
}

/** An issued scheme by its id, with the text it was issued from, or a refusal. */
export async function schemeNamed(work: Work, wanted: string): Promise<SchemeFolder> {
  const shipped = work.schemes.find(({ id }) => id === wanted);
  if (shipped) return shipped;
  const own = await ownIssue(work, wanted);
  const folder = own?.edition ? await editionNamed(work, own.edition) : undefined;
  if (!own || !folder) throw noSuch(`方案“${wanted}”`, `scheme “${wanted}”`);
  return { ...folder, source: own.source };
}
