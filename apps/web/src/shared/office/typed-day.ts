/** The day somebody typed, as YYYY-MM-DD; '' for nothing, undefined where it is no day (yet). */
export function typedDay(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return '';
  const parts = /^(\d{4})(?:(\d{2})(\d{2})|[-/.年](\d{1,2})[-/.月](\d{1,2})日?)$/.exec(text);
  if (!parts) return undefined;
  const [, year = '', shortMonth, shortDate, month = shortMonth, date = shortDate] = parts;
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  const moment = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day ? undefined : day;
}
