/** What every rule kind may carry. */
import type { DecimalText } from '../exact/decimal.js';
import type { Explained } from '../wording/explained.js';

export interface RuleBase extends Explained {
  /** 扣完N分为止: the most the rule deducts. */
  readonly cap?: DecimalText | undefined;
}
