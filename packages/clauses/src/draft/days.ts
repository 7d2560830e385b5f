/** Days as files write them. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const looksLikeDay = (day: string): boolean => DATE.test(day);

/** A day that is in the calendar. */
export function isDay(day: string): boolean {
  return DATE.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
}
