/**
 * How long an accident's casualty count may still change: 30 days, for road traffic and fire 7.
 * Law: 生产安全事故报告和调查处理条例 (State Council Order 493), article 13.
 */

/** How the names of industries whose window is seven days begin. */
const SEVEN_DAYS = ['道路交通', '道路运输', '火灾', '消防', 'road', 'fire'];

export function windowDays(industry: string | undefined): number {
  return SEVEN_DAYS.some((beginning) => industry?.startsWith(beginning)) ? 7 : 30;
}

/** The last day on which the count may change, as an ISO date. */
export function windowUntil(on: string, industry: string | undefined): string {
  return addDays(on, windowDays(industry));
}

/** An ISO date so many days later; calendar arithmetic without a clock. */
export function addDays(date: string, days: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return fromDayNumber(toDayNumber(year, month, day) + days);
}

/** Days since 1 March of year 0 in the Gregorian calendar, so that the leap day ends a year. */
function toDayNumber(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1;
}

function fromDayNumber(number: number): string {
  let marchYear = Math.floor((10_000 * number + 14_780) / 3_652_425);
  let rest = number - toDayNumber(marchYear, 3, 1);
  if (rest < 0) {
    marchYear -= 1;
    rest = number - toDayNumber(marchYear, 3, 1);
  }
  const marchMonth = Math.floor((5 * rest + 2) / 153);
  const day = rest - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = ((marchMonth + 2) % 12) + 1;
  const year = month > 2 ? marchYear : marchYear + 1;
  return `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
}
