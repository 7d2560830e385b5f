/** Workbooks count days; FACTS has dates. Arithmetic on the calendar, no clock. */

const DAYS_BEFORE_1970 = 25_569;
const DAYS_FROM_1900_TO_1904 = 1_462;

/** The date of a day number, `2019-05-06`; undefined for a number that is no whole day. */
export function dateOfSerial(serial: string, from1904: boolean): string | undefined {
  if (!/^\d{1,7}$/.test(serial)) return undefined;
  const days = Number(serial) + (from1904 ? DAYS_FROM_1900_TO_1904 : 0) - DAYS_BEFORE_1970;
  // Days since 1 March of year 0, in eras of 400 years.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}`;
}
