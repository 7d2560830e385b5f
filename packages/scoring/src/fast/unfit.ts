/** Why a program, or a unit's facts, do not fit the fast backend: the caller falls back to the interpreter. */
export class Unfit extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** The number, or an Unfit with the reason. */
export function mustFit(units: number | undefined, reason: string): number {
  if (units === undefined) throw new Unfit(reason);
  return units;
}
