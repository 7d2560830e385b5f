/** A day is sent once, however often it is confirmed; one that was refused may be sent again. */
export type Day = string | null;

export function onceEach(saved: Day, send: (day: Day) => Promise<boolean>): (day: Day) => Promise<void> {
  let last = saved;
  return async (day) => {
    if (day === last) return;
    last = day;
    if (!(await send(day)) && last === day) last = saved;
  };
}
