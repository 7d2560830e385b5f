/** What assessors wrote beside what they found, by clause. */
import { isRawObject, type RawTree } from '@kaohe/scoring';

export function notesOf(rows: readonly { readonly observations: unknown }[]): Record<string, string> {
  const observations = rows.flatMap(({ observations: one }) => Object.entries((one ?? {}) as Record<string, RawTree>));
  return Object.fromEntries(
    observations.flatMap(([clause, one]) => {
      const note = isRawObject(one) ? (one.note ?? one.reason) : undefined;
      return typeof note === 'string' && note !== '' ? [[clause, note]] : [];
    }),
  );
}
