/** What a person can answer about a clause: the question in hand with its choices, and what the best reading is. */
import { type Text, text } from '@kaohe/scoring';
import type { DraftClause, DraftRule, Pinned } from './draft.js';
import type { RuleGap } from './gaps.js';
import { stateOf } from './state.js';

export interface Answer {
  readonly text: Text;
  /** The clause once this is answered. */
  readonly clause: DraftClause;
}

/** The clause taken as it was read; undefined where its rule is not whole. */
export function acceptedOf(clause: DraftClause): DraftClause | undefined {
  const accepted: DraftClause = { ...clause, decision: 'accepted' };
  return stateOf(accepted).kind === 'scores' ? accepted : undefined;
}

/** The clause with another rule in place of the one it had. */
export function withRule(clause: DraftClause, rule: DraftRule): DraftClause {
  return { ...clause, rule, decision: 'changed' };
}

type Change = (rule: DraftRule) => DraftRule;
interface Choice {
  readonly code: string;
  readonly choices: readonly (readonly [text: Text, change: Change, also?: Partial<DraftClause>])[];
}

const pinning =
  (pinned: Pinned): Change =>
  (rule) => ({ ...rule, pinned: { ...rule.pinned, ...pinned } });

const PARTIAL_STEP: Choice = {
  code: 'partial-step',
  choices: (
    [
      ['drop', text('不足一步的不计', 'a part of a step does not count')],
      ['round-up', text('不足一步的按一步计', 'a part of a step counts as a whole one')],
      ['prorate', text('不足一步的按比例计', 'a part of a step counts in proportion')],
    ] as const
  ).map(([partialStep, words]) => [
    words,
    ({ said, pinned }) => ({ pinned, said: said.kind === 'per-step' ? { ...said, partialStep } : said }),
  ]),
};

const AFTER_LAST: Choice = {
  code: 'after-last',
  choices: [
    [text('以后每次与最后一次相同', 'each further one counts as the last'), pinning({ after: 'repeat-last' })],
    [text('以后按同样的差额递增', 'the step between the last two goes on'), pinning({ after: 'continue' })],
    [text('以后不再计', 'nothing more after the last'), pinning({ after: 'nothing' })],
  ],
};

const REPLACING: Choice = {
  code: 'replacing',
  choices: [
    [
      text('只有超出的部分按后一个分值计', 'only what lies beyond the line counts at the second amount'),
      pinning({ replacing: 'no' }),
    ],
    [
      text('一旦超出，全部按后一个分值计', 'once beyond, all of it counts at the second amount'),
      pinning({ replacing: 'yes' }),
    ],
  ],
};

const ITEM: Change = ({ said, pinned }) => ({
  pinned,
  said: said.kind === 'forfeit' ? { ...said, forfeits: 'item' } : said,
});

const FORFEIT: Choice = {
  code: 'forfeit-scope',
  choices: [[text('整个大项不得分', 'the whole item is forfeited'), ITEM]],
};

const same: Change = (rule) => rule;
const scoped =
  (capScope: 'clause' | 'group'): Change =>
  ({ said, pinned }) => ({ pinned, said: { ...said, capScope } });

const CAP_SCOPE: Choice = {
  code: 'cap-scope',
  choices: [
    [text('上限只管这一句', 'the limit covers this sentence only'), scoped('clause')],
    [text('上限管本行从前面到这一句', 'the limit covers the sentences of the row up to this one'), scoped('group')],
  ],
};

const EXCLUSIVE: Choice = {
  code: 'exclusive',
  choices: [
    [text('分别计算', 'each counts by itself'), same, { largestOnly: false }],
    [text('与相邻的一句只取大的', 'of this and its neighbour only the larger counts'), same, { largestOnly: true }],
  ],
};

const START_VALUE: Choice = {
  code: 'start-value',
  choices: [
    [text('另外计分，照这条规则', 'marks of their own, by this rule'), same],
    [text('只是写明分值，不另计分', 'it only states the marks'), same, { decision: 'not-scoring' }],
  ],
};

const BY_GAP: Partial<Record<RuleGap, Choice>> = {
  'partial-step': PARTIAL_STEP,
  'after-last': AFTER_LAST,
  replacing: REPLACING,
  marks: FORFEIT,
};
const BY_QUESTION = [PARTIAL_STEP, AFTER_LAST, FORFEIT, CAP_SCOPE, EXCLUSIVE, START_VALUE];

/** Choices for the question that comes next; none where it can only be confirmed or edited. */
export function answersOf(clause: DraftClause): Answer[] {
  const { rule } = clause;
  if (rule === null) return [];
  const choice = choiceFor(clause, rule);
  if (!choice) return [];
  return choice.choices.map(([words, change, also]) => ({
    text: words,
    clause: settled({ ...clause, rule: change(rule), answered: [...clause.answered, choice.code], ...also }),
  }));
}

function choiceFor(clause: DraftClause, { said }: DraftRule): Choice | undefined {
  const state = stateOf({ ...clause, decision: 'accepted' });
  const missing =
    state.kind === 'open' ? state.gaps.map((one) => BY_GAP[one]).find((one) => one !== undefined) : undefined;
  if (missing) return missing;
  const asked = openQuestions(clause).map(({ code }) => code);
  // What excludes what within one ladder is the ladder itself.
  const fits = ({ code }: Choice) =>
    asked.includes(code) &&
    !(code === 'exclusive' && said.kind === 'ladder') &&
    (code !== 'cap-scope' || said.cap !== undefined);
  return BY_QUESTION.find(fits);
}

export function openQuestions({ questions, answered }: DraftClause): DraftClause['questions'] {
  return questions.filter(({ code }) => !answered.includes(code));
}

/** Confirmed by itself once every question has its answer and the rule is whole. */
function settled(clause: DraftClause): DraftClause {
  if (clause.decision === 'not-scoring' || openQuestions(clause).length > 0) return clause;
  return acceptedOf(clause) ?? clause;
}
