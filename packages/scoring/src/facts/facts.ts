/** FACTS, read and checked against a program: everything that was stated, by unit. */
import type { Accident } from '../accidents/accident.js';
import type { Rational } from '../exact/rational.js';
import type { Observation, Remarks } from '../observations/observation.js';
import type { Problem } from '../problems/problem.js';
import type { Registers } from '../rules/compiled.js';
import type { UnitClass } from '../scheme/population.js';

export interface Facts {
  readonly units: readonly UnitFacts[];
  readonly accidents: readonly Accident[];
  /** Shown beside the result; they stop nothing. */
  readonly notices: readonly Problem[];
}

export interface UnitFacts {
  readonly unit: string;
  readonly sheet: string;
  readonly class: UnitClass;
  /** Clause id → what was observed (by the rule's name where the clause has several), with remarks for people. */
  readonly observations: ReadonlyMap<string, ObservedClause>;
  /** Rows looked at: what is not observed there was found in order. */
  readonly closed: (row: string) => boolean;
  /** Absent: not known. */
  readonly bonus?: readonly Deed[];
  readonly registers: Registers;
  /** Form id → what was counted; a form without an entry is not known. */
  readonly ratings: ReadonlyMap<string, BallotCount>;
}

export interface ObservedClause {
  /** One observation for each rule of the clause, in their order; absent where it was not stated. */
  readonly observations: readonly (Observation | undefined)[];
  readonly remarks: Remarks;
}

/** A deed put forward for the bonus. Several entries may name one deed. */
export interface Deed {
  readonly deed: string;
  readonly kind: string;
  readonly level?: string;
  readonly points: Rational;
  /** Why an assessor gave the mark, where the points are one. */
  readonly reason?: string;
}

export interface BallotCount {
  /** The marks one by one; absent where only their sum was stated. */
  readonly marks?: readonly Rational[];
  readonly sum: Rational;
  readonly ballots: bigint;
}
