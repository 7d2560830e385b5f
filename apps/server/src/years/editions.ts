/** Editions of schemes as they are kept: by their content's hash, for every office that has one. */
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { Work } from '../office/office.js';
import { findScheme, keepScheme } from './repo.js';

/** Keeps an edition; the issued text is no part of it. */
export async function keepEdition({ trx, now }: Work, folder: SchemeFolder, title: string): Promise<void> {
  const { source: _, ...kept } = folder;
  await keepScheme(trx, { folder: kept, title, at: now });
}

export async function editionNamed({ trx }: Work, edition: string): Promise<SchemeFolder | undefined> {
  return await findScheme(trx, edition);
}
