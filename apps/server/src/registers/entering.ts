/** Entries that feed scores are read by the engine before they are kept: no entry of one office spoils the facts of its year. */
import type { Register, RegisterEntry } from '@kaohe/api-contract';
import { assessTree } from '@kaohe/scheme-files';
import { indicatorsOf, problemJson, type RawTree } from '@kaohe/scoring';
import { asSystem } from '../database/transaction.js';
import { programOf, sheetOf } from '../facts/compiled.js';
import { accidentsOf, unitRegisters } from '../facts/register-facts.js';
import { invalid } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { enterAlone, getUnit, schemeOf } from '../years/service.js';
import { addEntry, changeEntry, type EntryKey, type EntryRow, entriesFor, type SentEntry } from './service.js';
import { warningsOfUnit } from './visiting.js';

/** A new entry, refused where the engine could not read it. */
export async function enterEntry(
  work: Work,
  key: { year: string; register: Register },
  sent: SentEntry,
): Promise<RegisterEntry> {
  await enterAlone(work, key.year);
  const entry = await addEntry(work, key, sent);
  await checkRead(work, { ...key, entry: entry.entry });
  return await warned(work, key, entry);
}

/** Another version of an entry, refused where the engine could not read it. */
export async function reviseEntry(work: Work, key: EntryKey, sent: SentEntry): Promise<RegisterEntry> {
  await enterAlone(work, key.year);
  const entry = await changeEntry(work, key, sent);
  await checkRead(work, key);
  return await warned(work, key, entry);
}

/** A visit goes back with what is still to be noted of its unit's. */
async function warned(
  work: Work,
  { year, register }: { year: string; register: Register },
  entry: RegisterEntry,
): Promise<RegisterEntry> {
  if (register !== 'visits') return entry;
  return { ...entry, warnings: await warningsOfUnit(work, year, await getUnit(work, { year, unit: entry.unit })) };
}

/** What the registers alone state on the entry's unit, put before the engine; a refusal takes back what was written. */
async function checkRead(work: Work, { year, entry }: EntryKey): Promise<void> {
  // Also against what others entered, which a division does not see.
  const { trx, acting } = work;
  const entries = await asSystem(trx, acting, () => entriesFor(work, year));
  const own = entries.find(({ entry_id }) => entry_id === entry);
  if (!own) return;
  const same = entries.filter((one) => one.register === own.register && one.unit_id === own.unit_id);
  if (own.register === 'indicators') await checkIndicator(work, { year, own, same });
  const { sheet } = await getUnit(work, { year, unit: own.unit_id });
  const stated = unitRegisters({
    entries: same,
    isWhole: (register) => register === (own.register === 'talks' ? 'talks' : 'bonus'),
    sheet: sheetOf(await programOf(work, year), sheet),
  });
  const { id } = (await programOf(work, year)).scheme;
  const facts: RawTree = {
    scheme: id,
    unmentioned: 'open',
    units: { [own.unit_id]: stated },
    ...(own.register === 'accidents' && { accidents: accidentsOf(entries, undefined) }),
  };
  const read = assessTree(await schemeOf(work, year), facts);
  if (!('problems' in read)) return;
  const problems = read.problems.map(problemJson);
  throw invalid(problems.map(({ message }) => message).join(' '), problems.map((one) => one.messageEn).join(' '), {
    problems,
  });
}

/** An indicator the unit's sheet asks for, once; its next edition is a version of the same entry. */
async function checkIndicator(
  work: Work,
  { year, own, same }: { year: string; own: EntryRow; same: readonly EntryRow[] },
): Promise<void> {
  const name = String(own.body.indicator);
  if (same.some(({ entry_id, body }) => entry_id !== own.entry_id && body.indicator === name))
    throw invalid(
      `“${own.unit_id}”的“${name}”已经登记过，请修改那一条。`,
      `“${name}” of “${own.unit_id}” is entered already: change that entry.`,
    );
  const { sheet } = await getUnit(work, { year, unit: own.unit_id });
  const asked = indicatorsOf(sheetOf(await programOf(work, year), sheet)).map((one) => one.name);
  if (!asked.includes(name))
    throw invalid(
      `“${own.unit_id}”的细则表没有指标“${name}”。有：${asked.join('、')}。`,
      `The sheet of “${own.unit_id}” asks for no indicator “${name}”. It has: ${asked.join(', ')}.`,
    );
}
