/** How much evidence an office keeps: refused before a byte is sent, and told to the office. */
import { EVIDENCE_MOST_BYTES, type EvidenceUse } from '@kaohe/api-contract';
import { asSystem } from '../database/transaction.js';
import { Refusal } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { listUse, lockUse, type UnitUse } from './use-repo.js';

/** Bytes. */
export interface EvidenceLimits {
  /** Of one unit in one year. */
  readonly unit: number;
  /** Of the whole office. */
  readonly office: number;
}

const MEGABYTE = 1024 * 1024;
export const EVIDENCE_LIMITS: EvidenceLimits = { unit: 1024 * MEGABYTE, office: 20 * 1024 * MEGABYTE };

interface Asked {
  readonly year: string;
  /** Null for the scan of a rating form. */
  readonly unit: string | null;
  readonly bytes: number;
}

/** Refuses what has no room; others that ask at the same moment wait until this transaction ends. */
export async function checkRoom(work: Work, { year, unit, bytes }: Asked, limits: EvidenceLimits): Promise<void> {
  if (bytes > EVIDENCE_MOST_BYTES) throw noRoom('too-large', { most: EVIDENCE_MOST_BYTES, used: 0 }, FILE);
  const { trx, acting } = work;
  const use = await asSystem(trx, acting, async () => {
    await lockUse(trx, acting.tenant);
    return await listUse(trx, acting.tenant);
  });
  const used = { unit: total(use.filter((one) => one.year === year && one.unit === unit)), office: total(use) };
  if (unit !== null && used.unit + bytes > limits.unit)
    throw noRoom('no-room', { most: limits.unit, used: used.unit }, UNIT);
  if (used.office + bytes > limits.office) throw noRoom('no-room', { most: limits.office, used: used.office }, OFFICE);
}

/** How much the units of a year have, and the office in all. */
export async function evidenceUse(work: Work, year: string, limits: EvidenceLimits): Promise<EvidenceUse> {
  const { trx, acting } = work;
  const use = await asSystem(trx, acting, async () => await listUse(trx, acting.tenant));
  const units = new Map<string, { unit: string; files: number; bytes: number }>();
  for (const { unit, files, bytes } of use.filter((one) => one.year === year)) {
    if (unit === null) continue;
    const so = units.get(unit) ?? { unit, files: 0, bytes: 0 };
    units.set(unit, { unit, files: so.files + files, bytes: so.bytes + bytes });
  }
  return {
    bytes: total(use),
    most: limits.office,
    unitMost: limits.unit,
    units: [...units.values()].sort((one, other) => other.bytes - one.bytes),
  };
}

const total = (use: readonly UnitUse[]) => use.reduce((sum, { bytes }) => sum + bytes, 0);
const megabytes = (bytes: number) => `${Math.round((bytes / MEGABYTE) * 10) / 10} MB`;

type Words = (most: string, used: string) => readonly [zh: string, en: string];
const FILE: Words = (most) => [
  `一个文件最多 ${most}。请分成几个，或把扫描件存得小一些。`,
  `A file has at most ${most}. Divide it, or save the scan smaller.`,
];
const UNIT: Words = (most, used) => [
  `这个单位的佐证最多 ${most}，已有 ${used}，放不下这个文件。请把扫描件存得小一些，或与安委办联系。`,
  `The evidence of a unit has at most ${most}; ${used} are used and this file does not fit. Save the scan smaller, or ask the committee office.`,
];
const OFFICE: Words = (most, used) => [
  `本办的佐证最多 ${most}，已有 ${used}，放不下这个文件。请与安委办联系。`,
  `The evidence of this office has at most ${most}; ${used} are used and this file does not fit. Ask the committee office.`,
];

function noRoom(code: 'too-large' | 'no-room', { most, used }: { most: number; used: number }, words: Words): Refusal {
  const [detail, detailEn] = words(megabytes(most), megabytes(used));
  const [title, titleEn] = code === 'too-large' ? ['文件太大', 'The file is too large'] : ['放不下了', 'No room left'];
  return new Refusal(413, { code, title, titleEn, detail, detailEn }, { most, used });
}
