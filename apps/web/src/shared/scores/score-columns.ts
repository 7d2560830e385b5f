/** Scores as the server writes them, in decimal text: as exact numbers, and with the decimals of their column. */
import { getNumber, type Interval, type Rational } from '@kaohe/scoring';
import { decimalsOf, formatScore } from './format-score';

interface ScoreText {
  readonly least: string;
  readonly most: string;
}

/** An end without bound is text too. */
export function numberOf(text: string): Rational {
  if (text === '-∞') return { n: -1n, d: 0n };
  return text === '∞' ? { n: 1n, d: 0n } : getNumber(text);
}

export function intervalOf({ least, most }: ScoreText): Interval {
  return { least: numberOf(least), most: numberOf(most) };
}

/** Writes every score of a column with the decimals that its finest needs. */
export function inColumn(scores: readonly ScoreText[], atLeast = 0): (score: ScoreText) => string {
  const digits = decimalsOf(scores.map(intervalOf), atLeast);
  return (score) => formatScore(intervalOf(score), digits);
}
