/** Whom a scheme assesses, and who assesses them. */

export type UnitClass = 'district' | 'development-zone' | 'department' | 'city';

export interface Unit {
  readonly name: string;
  readonly nameEn: string;
  readonly sheet: string;
  readonly class: UnitClass;
  readonly aliases?: readonly string[] | undefined;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** The leader by role, never by name. */
  readonly leader: string;
  readonly leaderEn: string;
  readonly units: readonly string[];
}

export interface Population {
  /** In printed order. */
  readonly units: readonly Unit[];
  readonly teams: readonly Team[];
}
