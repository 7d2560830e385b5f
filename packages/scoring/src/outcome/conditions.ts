/** Conditions over a unit's outcome: accidents, talks, the score itself. Each holds, may still hold, or does not. */
import { isAtLeast } from '../accidents/severity.js';
import { SEVERITY_TEXT } from '../accidents/severity-text.js';
import { formatExact, getNumber } from '../exact/decimal.js';
import { compare } from '../exact/rational.js';
import type { RegisterName } from '../rules/compiled.js';
import type { AccidentCondition, OutcomeCondition, ScoreCondition, TalksCondition } from '../scheme/outcome.js';
import type { ScoredUnit } from '../score/unit.js';
import { assertNever } from '../wording/assert-never.js';
import { type Text, text } from '../wording/text.js';

export interface Judged {
  readonly state: 'holds' | 'possible' | 'no';
  readonly why: () => Text;
}

export function judge(condition: OutcomeCondition, scored: ScoredUnit): Judged {
  switch (condition.kind) {
    case 'accidents':
      return judgeAccidents(condition, scored);
    case 'talks':
      return judgeTalks(condition, scored);
    case 'score-below':
      return judgeScore(condition, scored);
    default:
      return assertNever(condition);
  }
}

function judgeAccidents(condition: AccidentCondition, scored: ScoredUnit): Judged {
  const counted = scored.facts.registers.accidents.filter((one) => isAtLeast(one.severity, condition.atLeast));
  const level = SEVERITY_TEXT[condition.atLeast];
  const ids = counted.map((one) => one.id);
  const named = text(ids.length > 0 ? `（${ids.join('、')}）` : '', ids.length > 0 ? ` (${ids.join(', ')})` : '');
  return {
    state: counted.length >= Number(condition.count) ? 'holds' : isOpen(scored, 'accidents') ? 'possible' : 'no',
    why: () =>
      text(
        `${level.zh}以上${counted.length}起${named.zh}，达到${condition.count}起即触发`,
        `${counted.length} of level ${level.en} or worse${named.en}; ${condition.count} decide`,
      ),
  };
}

function judgeTalks(condition: TalksCondition, scored: ScoredUnit): Judged {
  const talks = scored.facts.registers.talks?.filter((talk) => condition.by.includes(talk.by)) ?? [];
  const dates = talks.map((talk) => `${talk.by} ${talk.on}`).join('、');
  return {
    state:
      talks.length >= Number(condition.count)
        ? 'holds'
        : scored.facts.registers.talks === undefined && isOpen(scored, 'talks')
          ? 'possible'
          : 'no',
    why: () =>
      text(`被约谈${talks.length}次${dates && `（${dates}）`}`, `talks held: ${talks.length}${dates && ` (${dates})`}`),
  };
}

function judgeScore(condition: ScoreCondition, scored: ScoredUnit): Judged {
  const score = condition.of === 'sheet' ? scored.sheetScore : scored.total;
  const limit = getNumber(condition.value);
  const below = compare(score.most, limit) < 0;
  const possible = compare(score.least, limit) < 0;
  return {
    state: below ? 'holds' : possible ? 'possible' : 'no',
    why: () =>
      below
        ? text(
            `得分${formatExact(score.most)}，低于${condition.value}`,
            `score ${formatExact(score.most)}, below ${condition.value}`,
          )
        : text(`得分可能低于${condition.value}`, `the score may fall below ${condition.value}`),
  };
}

/** Whether the register may still gain entries: a clause it feeds on this sheet is open, or it feeds none and was not closed. */
function isOpen(scored: ScoredUnit, register: RegisterName): boolean {
  const fed = scored.items.flatMap((item) => item.clauses.filter((one) => one.compiled.register === register));
  return fed.length > 0 ? fed.some((clause) => clause.open) : !scored.facts.closed(register);
}
