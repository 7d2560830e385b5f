/** 自评分: what a unit leaves itself of each item. An item of which it stated no row has none: silence is no claim. */
import { compare, formatExact, getNumber, type Scheme, sum } from '@kaohe/scoring';
import type { Work } from '../office/office.js';
import { listStatements } from './repo.js';

export async function selfScores(
  work: Work,
  at: { year: string; unit: string },
  { scheme, sheet }: { scheme: Scheme; sheet: string },
): Promise<Readonly<Record<string, string>>> {
  const stated = await listStatements(work.trx, work.acting.tenant, { ...at, stage: 'self-assessment' });
  const deducted = new Map(stated.map(({ line_id, body }) => [line_id, body.deducted ?? '0']));
  const items = scheme.sheets.find(({ id }) => id === sheet)?.items ?? [];
  return Object.fromEntries(
    items.flatMap(({ id, rows, fullMarks }) => {
      const own = rows.flatMap((row) => deducted.get(row.id) ?? []);
      return own.length > 0 ? [[id, left(fullMarks, own)]] : [];
    }),
  );
}

/** Never less than nothing. */
function left(fullMarks: string, deducted: readonly string[]): string {
  const { n, d } = sum(deducted.map(getNumber));
  const score = sum([getNumber(fullMarks), { n: -n, d }]);
  return compare(score, getNumber('0')) > 0 ? formatExact(score) : '0';
}
