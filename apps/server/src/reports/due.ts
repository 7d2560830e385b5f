/** The last day for reports: the document's own, or the last day of the year-end stage. */
import { programOf } from '../facts/compiled.js';
import type { Work } from '../office/office.js';
import { stageDueOn } from '../years/service.js';

/** Late: what the office had not received by the last day, a report nobody has written or signed among them. */
export function isLate(
  row: { readonly state: string; readonly late: boolean } | undefined,
  { dueOn, today }: { readonly dueOn: string | null; readonly today: string },
): boolean {
  return row?.state === 'received' ? row.late : dueOn !== null && today > dueOn;
}

export async function reportsDueOn(work: Work, year: string): Promise<string | null> {
  const { calendar } = (await programOf(work, year)).scheme;
  return calendar.find(({ stage }) => stage === 'reports-due')?.to ?? (await stageDueOn(work, year, 'year-end'));
}
