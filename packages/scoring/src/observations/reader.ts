/** Reads a tree of strings value by value; what is wrong is collected with its place, never thrown. */
import { findNumber } from '../exact/decimal.js';
import { compare, type Rational, ZERO } from '../exact/rational.js';
import { nearest } from '../problems/nearest.js';
import { type Place, type Problem, type ProblemCode, type ProblemDetails, problem } from '../problems/problem.js';
import { isRawObject, type RawObject, type RawTree } from '../scheme/readings.js';

export class Reader {
  readonly problems: Problem[] = [];

  refuse<Code extends ProblemCode>(code: Code, at: Place, details: ProblemDetails[Code]): undefined {
    this.problems.push(problem(code, at, details));
    return undefined;
  }

  /** An object with no keys but the allowed ones. */
  object(raw: RawTree | undefined, at: Place, allowed?: readonly string[]): RawObject | undefined {
    if (!isRawObject(raw)) return this.wrongShape(raw, at, '一组键值', 'a mapping');
    for (const key of Object.keys(raw)) {
      if (allowed && !allowed.includes(key)) this.refuse('unknown-key', [...at, key], { key, known: allowed });
    }
    return raw;
  }

  list(raw: RawTree | undefined, at: Place): readonly RawTree[] | undefined {
    if (!Array.isArray(raw)) return this.wrongShape(raw, at, '一个列表', 'a list');
    return raw as readonly RawTree[];
  }

  text(raw: RawTree | undefined, at: Place): string | undefined {
    if (typeof raw !== 'string' || raw.trim() === '') return this.wrongShape(raw, at, '一段文字', 'a text');
    return raw;
  }

  yesNo(raw: RawTree | undefined, at: Place): boolean | undefined {
    if (raw === 'true' || raw === 'false') return raw === 'true';
    return this.refuse('not-yes-no', at, { value: describe(raw) });
  }

  /** A whole number from 0. */
  count(raw: RawTree | undefined, at: Place): bigint | undefined {
    const value = describe(raw);
    if (/^-\d/.test(value)) return this.refuse('negative-count', at, { value });
    if (!/^\d{1,12}$/.test(value)) return this.refuse('not-whole', at, { value });
    return BigInt(value);
  }

  /** A decimal from 0. */
  amount(raw: RawTree | undefined, at: Place): Rational | undefined {
    const value = describe(raw);
    const number = findNumber(value);
    if (!number || value.includes('/')) return this.refuse('not-a-number', at, { value });
    if (compare(number, ZERO) < 0) return this.refuse('negative-count', at, { value });
    return number;
  }

  /** An ISO date within a period. */
  date(raw: RawTree | undefined, at: Place, period: { from: string; to: string }): string | undefined {
    const value = describe(raw);
    if (!isDate(value)) return this.refuse('not-a-date', at, { value });
    if (value < period.from || value > period.to) return this.refuse('outside-period', at, { value, ...period });
    return value;
  }

  wrongShape(raw: RawTree | undefined, at: Place, expected: string, expectedEn: string): undefined {
    return this.refuse('wrong-shape', at, { expected, expectedEn, found: describe(raw) });
  }

  near(name: string, known: Iterable<string>): readonly string[] {
    return nearest(name, known);
  }
}

/** A raw value in short, for a message. */
function describe(raw: RawTree | undefined): string {
  if (raw === undefined) return '';
  if (typeof raw === 'string') return raw.length > 40 ? `${raw.slice(0, 40)}…` : raw;
  return Array.isArray(raw) ? `[${raw.length}]` : `{ ${Object.keys(raw).slice(0, 3).join(', ')} }`;
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
