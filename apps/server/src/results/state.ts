/** How far the result of a year is, for nouns that must know it and nothing of what it says. */
import type { Work } from '../office/office.js';
import { findLatestState } from './repo.js';

/** The state of the latest result; undefined where none was computed. */
export async function latestState(work: Work, year: string): Promise<string | undefined> {
  return await findLatestState(work.trx, work.acting.tenant, year);
}
