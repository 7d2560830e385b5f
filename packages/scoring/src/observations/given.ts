/** A value somebody gave, with its place. Reading it collects what is wrong, never throws: all or nothing is decided at the end. */
import { findNumber } from '../exact/decimal.js';
import type { Rational } from '../exact/rational.js';
import {
  notice,
  type Place,
  type Problem,
  type ProblemCode,
  type ProblemDetails,
  problem,
} from '../problems/problem.js';
import { isRawObject, type RawTree } from './raw-tree.js';

/** YAML's and JSON's words for nothing: a value left empty is refused, never taken for one that is absent. */
const NOTHING_STATED: ReadonlySet<string> = new Set(['', 'null', '~']);

export class Given {
  constructor(
    readonly raw: RawTree | undefined,
    readonly at: Place,
    private readonly problems: Problem[],
  ) {}

  get isAbsent(): boolean {
    return this.raw === undefined;
  }

  /** Whether it is stated and left empty. */
  get isEmpty(): boolean {
    return typeof this.raw === 'string' && NOTHING_STATED.has(this.raw.trim());
  }

  /** The last step of the place: the key or the index it stands under. */
  get key(): string {
    return String(this.at[this.at.length - 1] ?? '');
  }

  refuse<Code extends ProblemCode>(code: Code, details: ProblemDetails[Code]): undefined {
    this.problems.push(problem(code, this.at, details));
    return undefined;
  }

  /** Says something beside the value; it stops nothing. */
  note<Code extends ProblemCode>(code: Code, details: ProblemDetails[Code]): void {
    this.problems.push(notice(code, this.at, details));
  }

  /** The value under a key; absent where there is none. */
  get(key: string): Given {
    // Own keys only: a name may be that of an inherited property.
    const own = isRawObject(this.raw) ? Object.getOwnPropertyDescriptor(this.raw, key) : undefined;
    const raw = own?.value as RawTree | undefined;
    return new Given(raw, [...this.at, key], this.problems);
  }

  /** This value, or a default in the same place. */
  or(fallback: RawTree): Given {
    return this.isAbsent ? new Given(fallback, this.at, this.problems) : this;
  }

  /** This object without some of its keys. */
  without(keys: readonly string[]): Given {
    if (!isRawObject(this.raw)) return this;
    const rest = Object.entries(this.raw).filter(([key]) => !keys.includes(key));
    return new Given(Object.fromEntries(rest), this.at, this.problems);
  }

  /** This object with some of its keys only. */
  only(keys: readonly string[]): Given {
    return isRawObject(this.raw) ? this.without(Object.keys(this.raw).filter((key) => !keys.includes(key))) : this;
  }

  /** The values of an object by key, or undefined where it is none. Keys beyond the allowed ones are refused. */
  object(allowed?: readonly string[]): Given[] | undefined {
    if (!isRawObject(this.raw)) return this.wrongShape('一组键值', 'a mapping');
    const values = Object.keys(this.raw).map((key) => this.get(key));
    for (const value of values)
      if (allowed && !allowed.includes(value.key))
        value.refuse('unknown-key', { key: value.key.slice(0, 60), known: allowed });
    return values;
  }

  list(): Given[] | undefined {
    if (typeof this.raw !== 'object' || isRawObject(this.raw)) return this.wrongShape('一个列表', 'a list');
    return this.raw.map((entry, index) => new Given(entry, [...this.at, index], this.problems));
  }

  text(): string | undefined {
    if (this.isAbsent) return this.missing('…');
    if (typeof this.raw !== 'string' || this.isEmpty) return this.wrongShape('一段文字', 'a text');
    return this.raw;
  }

  yesNo(): boolean | undefined {
    if (this.isAbsent) return this.missing('true');
    if (this.raw === 'true' || this.raw === 'false') return this.raw === 'true';
    return this.refuse('not-yes-no', { value: this.shown });
  }

  /** A whole number from 0. */
  count(): bigint | undefined {
    if (this.isAbsent) return this.missing('3');
    const value = this.shown;
    if (/^-\d/.test(value)) return this.refuse('negative-count', { value });
    return /^\d{1,12}$/.test(value) ? BigInt(value) : this.refuse('not-whole', { value });
  }

  /** A decimal from 0. */
  amount(): Rational | undefined {
    if (this.isAbsent) return this.missing('"0.5"');
    const value = this.shown;
    if (/^-\d/.test(value)) return this.refuse('negative-count', { value });
    const number = value.includes('/') ? undefined : findNumber(value);
    return number ?? this.refuse('not-a-number', { value });
  }

  /** An ISO date within a period. */
  date(period: { readonly from: string; readonly to: string }): string | undefined {
    if (this.isAbsent) return this.missing(period.from);
    const value = this.shown;
    if (!isDate(value)) return this.refuse('not-a-date', { value });
    const within = value >= period.from && value <= period.to;
    return within ? value : this.refuse('outside-period', { value, ...period });
  }

  private missing(value: string): undefined {
    return this.refuse('missing-key', { key: this.key, example: `${this.key}: ${value}` });
  }

  wrongShape(expected: string, expectedEn: string): undefined {
    return this.refuse('wrong-shape', { expected, expectedEn, found: this.shown });
  }

  /** The value in short, for a message. */
  get shown(): string {
    const { raw } = this;
    if (raw === undefined) return '';
    if (typeof raw === 'string') return raw.length > 40 ? `${raw.slice(0, 40)}…` : raw;
    return isRawObject(raw) ? `{ ${Object.keys(raw).slice(0, 3).join(', ')} }` : `[${raw.length}]`;
  }
}

/** The values of a list, or undefined where one of them was refused. */
export function allRead<Value>(values: readonly (Value | undefined)[] | undefined): Value[] | undefined {
  const read = values?.filter((value) => value !== undefined);
  return read?.length === values?.length ? read : undefined;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = (DAYS[month - 1] ?? 0) + (leap && month === 2 ? 1 : 0);
  return day >= 1 && day <= days;
}
