/** Why a clause asks what it asks. */
import { compare, ZERO } from '../exact/rational.js';
import { type Text, text } from '../wording/text.js';
import type { ScoredClause } from './item.js';

/** Why a clause asks what it asks: its rules' arithmetic, and the clause that stands in its place. */
export function clauseReason(clause: ScoredClause): Text {
  if (clause.notApplicable) return clause.notApplicable.reason;
  const asking = clause.rules.filter(
    (rule) => compare(rule.contribution.least, ZERO) !== 0 || compare(rule.contribution.most, ZERO) !== 0,
  );
  const lines = (asking.length > 0 ? asking : clause.rules.slice(0, 1)).map((rule) => rule.why());
  const zh = lines.map((line) => line.zh).join('；');
  const en = lines.map((line) => line.en).join('; ');
  if (clause.taken.most !== 'nothing' || clause.taken.instead === undefined) return text(zh, en);
  const { instead } = clause.taken;
  return text(`${zh}；已计 ${instead}，本条不另扣`, `${en}; ${instead} stands in its place`);
}
