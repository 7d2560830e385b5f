/** Reads ballots, or a total with its number of ballots. An absent ballot is named, never a zero of its own. */
import { findNumber, formatExact } from '../exact/decimal.js';
import { compare, multiply, type Rational, sum, whole, ZERO } from '../exact/rational.js';
import { notice, type Place, type Problem } from '../problems/problem.js';
import type { FormProgram } from '../scheme/program.js';
import { isRawObject, type RawTree } from '../scheme/readings.js';
import type { BallotCount } from './facts.js';
import type { Reader } from './reader.js';

/** The count of one unit on one form, or undefined where it was refused or holds no ballot at all. */
export function readBallots(
  program: FormProgram,
  raw: RawTree,
  where: { readonly at: Place; readonly unit: string },
  reader: Reader,
): { readonly count: BallotCount; readonly notices: Problem[] } | undefined {
  const { at, unit } = where;
  const count = isRawObject(raw) ? readTotal(program, raw, at, reader) : readList(program, raw, at, reader);
  if (!count) return undefined;
  const ballots = count.ballots.toString();
  const raters = program.raters.toString();
  if (count.ballots > program.raters) return reader.refuse('too-many-ballots', at, { ballots, raters });
  const fewer = count.ballots < program.raters;
  const notices = fewer ? [notice('fewer-ballots', at, { form: program.form.id, unit, ballots, raters })] : [];
  return count.ballots === 0n ? undefined : { count, notices };
}

function readTotal(program: FormProgram, raw: RawTree, at: Place, reader: Reader): BallotCount | undefined {
  const fields = reader.object(raw, at, ['sum', 'ballots']);
  const total = fields && reader.amount(fields.sum, [...at, 'sum']);
  const ballots = fields && reader.count(fields.ballots, [...at, 'ballots']);
  if (!total || ballots === undefined) return undefined;
  const most = multiply(program.scale, whole(ballots));
  if (compare(total, most) > 0)
    return reader.refuse('ballot-above-scale', [...at, 'sum'], {
      value: formatExact(total),
      least: '0',
      most: formatExact(most),
    });
  return { sum: total, ballots };
}

/** A list of marks; `null` (or an empty entry) stands for a ballot that was not given. */
function readList(program: FormProgram, raw: RawTree, at: Place, reader: Reader): BallotCount | undefined {
  const marks = reader.list(raw, at)?.flatMap((entry, index) => {
    if (entry === '' || entry === 'null' || entry === '~') return [];
    return [readMark(program, entry, [...at, index], reader)];
  });
  if (!marks?.every((mark) => mark !== undefined)) return undefined;
  return { sum: sum(marks as Rational[]), ballots: BigInt(marks.length) };
}

function readMark(program: FormProgram, raw: RawTree, at: Place, reader: Reader): Rational | undefined {
  const value = typeof raw === 'string' ? raw : '';
  const mark = findNumber(value);
  if (!mark || value.includes('/')) return reader.refuse('not-a-number', at, { value });
  if (compare(mark, ZERO) < 0 || compare(mark, program.scale) > 0)
    return reader.refuse('ballot-above-scale', at, { value, least: '0', most: formatExact(program.scale) });
  const decimals = formatExact(mark).split('.')[1]?.length ?? 0;
  if (decimals > program.decimals)
    return reader.refuse('ballot-decimals', at, { value, decimals: program.decimals.toString() });
  return mark;
}
