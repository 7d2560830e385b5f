/** One line of the accident ledger as scoring sees it, and whose it is. */
import type { Casualties, Severity } from './severity.js';

export interface Accident extends Casualties {
  readonly id: string;
  /** ISO date. */
  readonly on: string;
  /** The district it happened in. */
  readonly place: string;
  readonly industry?: string;
  /** The department that manages the industry. */
  readonly department?: string;
  readonly responsible: boolean;
  /** False while the casualty count may still change: scores that use it are provisional. */
  readonly final: boolean;
  /** The last day on which the count may change. */
  readonly until: string;
  readonly severity: Severity;
}

/** The accidents attributed to a unit: by place to a district, by industry department to a department. */
export function accidentsOf(unit: string, accidents: readonly Accident[]): Accident[] {
  return accidents.filter((accident) => accident.place === unit || accident.department === unit);
}
