/** A rule ready to be evaluated many times. */
import type { Accident } from '../accidents/accident.js';
import type { Given } from '../observations/given.js';
import type { Measured, Observation } from '../observations/observation.js';
import type { Asking } from './asking.js';

/** The registers as they concern one unit. A per-unit register that was given is complete; absent, it is not known. */
export interface Registers {
  readonly accidents: readonly Accident[];
  readonly talks?: readonly Talk[];
  readonly indicators: ReadonlyMap<string, Measured | 'not-applicable'>;
}

/** A regulatory talk (约谈). */
export interface Talk {
  readonly by: string;
  readonly on: string;
}

export type RegisterName = 'accidents' | 'talks' | 'indicators';

/** The facts a rule is asked on. */
export interface RuleFacts {
  readonly observation?: Observation | undefined;
  /** The row was looked at: what is not observed was found in order. */
  readonly closed: boolean;
  readonly registers: Registers;
}

export interface CompiledRule {
  /** The register that feeds it: then nobody types an observation. */
  readonly register?: RegisterName | undefined;
  /** The name its observation goes by where a clause has several rules. */
  readonly name?: string | undefined;
  /** The keys of its observation, for templates and messages: one example in FACTS' shape. */
  readonly example: string;
  readonly read: (given: Given) => Observation | undefined;
  readonly ask: (facts: RuleFacts) => Asking;
}

/** A rule fed by a register is never typed. */
export function readNothing(): undefined {
  return undefined;
}
