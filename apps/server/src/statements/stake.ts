/** What an appeal is about: where the unit stands now, and where it would without the deduction, both computed by the core. */
import { actOf, type Stake } from '@kaohe/api-contract';
import { whatIf } from '@kaohe/scheme-files';
import { type Assessment, isRawObject, type RawTree } from '@kaohe/scoring';
import { asSystem } from '../database/transaction.js';
import { resultOfUnit, yearFacts } from '../facts/service.js';
import type { Work } from '../office/office.js';
import { areSumsShown } from '../ratings/counting.js';
import { schemeOf } from '../years/service.js';

interface Appealed {
  readonly year: string;
  readonly unit: string;
  readonly clause: string;
}

/** Null where taking the observation back is nothing the engine can answer. */
export async function stakeOf(work: Work, { year, unit, clause }: Appealed): Promise<Stake | null> {
  const isWhole = await seesWhole(work, year);
  const facts = isWhole ? await wholeFacts(work, year) : withoutRatings(await yearFacts(work, year, [unit]));
  const found = whatIf(await schemeOf(work, year), facts, { unit, clause });
  if ('problems' in found) return null;
  const side = (assessment: Assessment): Stake['now'] => {
    const { sheetScore, total, grades, rank } = resultOfUnit(assessment, unit);
    return { sheetScore, whole: isWhole ? { total, grades: [...grades], rank } : null };
  };
  return { now: side(found.before), ifUpheld: side(found.after) };
}

/**
 * Sums of ratings are for those who count them. The unit itself sees where it stands once sums are told at all (ADR 0019): told
 * before, it could read a single ballot off two looks.
 */
async function seesWhole(work: Work, year: string): Promise<boolean> {
  const { role } = work.acting;
  if (actOf('rating.totals').roles.includes(role)) return true;
  return role === 'assessed-unit' && (await areSumsShown(work, year));
}

/** The facts as the office has them: a rank needs every unit, of which nothing but the rank is told. */
async function wholeFacts(work: Work, year: string): Promise<RawTree> {
  const office = { ...work, acting: { ...work.acting, role: 'office' as const, scope: '' } };
  return await asSystem(work.trx, work.acting, () => yearFacts(office, year));
}

function withoutRatings(facts: RawTree): RawTree {
  if (!isRawObject(facts)) return facts;
  const { ratings: _ratings, ...others } = facts;
  return others;
}
