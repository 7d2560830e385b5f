/** Schemes a year can be created after: those that came with the program, and the office's own. */
import type { IssuedScheme } from '@kaohe/api-contract';
import type { SchemeFolder } from '@kaohe/scheme-files';
import { noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { editionNamed } from '../years/editions.js';
import { ownEdition, ownIssued } from './service.js';

export async function issuedSchemes(work: Work): Promise<{ schemes: IssuedScheme[] }> {
  const shipped = work.schemes.map(({ id, edition, tree }) => {
    const { title = '', titleEn = '' } = tree;
    return { id, title: String(title), titleEn: String(titleEn), edition, own: false };
  });
  const own = (await ownIssued(work)).map(({ scheme_id, title, edition }) => ({
    id: scheme_id ?? '',
    title,
    titleEn: title,
    edition: edition ?? '',
    own: true,
  }));
  return { schemes: [...shipped, ...own] };
}

/** An issued scheme by its id, or a refusal. */
export async function schemeNamed(work: Work, wanted: string): Promise<SchemeFolder> {
  const shipped = work.schemes.find(({ id }) => id === wanted);
  if (shipped) return shipped;
  const edition = await ownEdition(work, wanted);
  const own = edition === undefined ? undefined : await editionNamed(work, edition);
  if (!own) throw noSuch(`方案“${wanted}”`, `scheme “${wanted}”`);
  return own;
}
