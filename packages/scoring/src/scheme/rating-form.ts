/** A rating form (评价表) as printed. */
import type { DecimalText } from '../exact/decimal.js';
import type { Explained } from '../wording/explained.js';
import type { StageId } from './stages.js';

export interface RatingForm extends Explained {
  readonly id: string;
  readonly annex: string;
  readonly title: string;
  readonly titleEn: string;
  /** Each ballot gives 0 to this. */
  readonly scale: DecimalText;
  /** Decimals a ballot may have. */
  readonly decimals: DecimalText;
  readonly raters: DecimalText;
  readonly raterName: string;
  readonly raterNameEn: string;
  /** The stage in which it is filled; left out: the routine assessment. */
  readonly stage?: StageId | undefined;
  /** What one rater is called beside a number: 领导, 处室. */
  readonly post?: string | undefined;
  readonly coefficient: DecimalText;
  /** Digits the converted total is rounded to; left out: not rounded. */
  readonly rounding?: DecimalText | undefined;
  /** How many of the highest and of the lowest ballots are left out; left out: none. */
  readonly trim?: DecimalText | undefined;
  readonly missing: 'plain-sum' | 'over-received';
  readonly columns: readonly string[];
  readonly notes: readonly string[];
  readonly signature: string;
}
