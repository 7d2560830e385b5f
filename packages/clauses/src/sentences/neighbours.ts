/** Clauses that stand side by side: where one may include the other, or an open part makes the whole sentence open. */
import type { ImportedRule } from '../imported.js';
import type { Phrase } from './phrases.js';
import type { RowClause } from './reading.js';

interface Pair {
  readonly one: ImportedRule;
  readonly two: ImportedRule;
  readonly before: RowClause;
  /** The first phrase of the second clause. */
  readonly first: Phrase;
}

interface Doubt {
  /** What keeps two clauses from standing for themselves. */
  readonly holds: (pair: Pair) => boolean;
  readonly code: 'exclusive' | 'cap-scope';
  /** Whether the clause before is open as well. */
  readonly both?: (pair: Pair) => boolean;
}

const plain = (rule: ImportedRule): boolean => rule.kind === 'fixed' || rule.kind === 'forfeit';
const counted = (rule: ImportedRule): boolean => rule.kind === 'per-unit' || rule.kind === 'per-step';
const counts = (rule: ImportedRule): boolean =>
  rule.kind === 'parts' || (rule.kind === 'per-unit' && rule.basis === 'missing');
const isWholly = ({ lead }: Phrase): boolean => /^(?:均?未|没有|不)[^，；]{0,3}的?，?$/.test(lead);
const always = (): boolean => true;

const DOUBTS: readonly Doubt[] = [
  // “未建立的扣2分，少一项扣1分”: none at all may be counted too.
  {
    code: 'exclusive',
    holds: ({ one, two, first }) => {
      const missing = counts(one) && plain(two) && (isWholly(first) || /少|缺/.test(first.lead));
      const related = (plain(one) && counts(two)) || missing;
      return related && (first.separator === '，' || (counts(one) && isWholly(first)));
    },
    both: ({ first }) => first.separator === '，',
  },
  { code: 'exclusive', holds: ({ one, two, first }) => first.separator === '，' && one.effect !== two.effect },
  {
    code: 'exclusive',
    holds: ({ before, two, first }) =>
      before.phrases[0]?.act.kind === 'nothing' && plain(two) && first.separator !== '。',
  },
  // “没有部署的扣2分，部署一次的扣1分”: a step on the way, not so much for each.
  {
    code: 'exclusive',
    holds: ({ one, two, first }) =>
      plain(one) &&
      two.kind === 'per-unit' &&
      first.separator === '，' &&
      first.lead.length <= 8 &&
      !/每/.test(first.lead),
  },
  {
    code: 'exclusive',
    holds: ({ one, two, before, first }) =>
      first.separator === '，' && first.lead.length <= 8 && before.asks.length === 0 && one.kind === two.kind,
  },
  // “每上升一起减0.5分，上升10起以上的，每起减1分”: another slope, or on top.
  {
    code: 'exclusive',
    holds: ({ one, two, first }) =>
      counted(one) &&
      counted(two) &&
      one.effect === two.effect &&
      /\d[^，。；]{0,3}(?:以上|以下|以内)|超过/.test(first.lead),
    both: always,
  },
  {
    code: 'exclusive',
    holds: ({ one, two, first }) =>
      /^(?:造成|其中|致使?|情节|后果|影响|屡|再次|仍|经)/.test(first.lead) &&
      one.effect === two.effect &&
      first.separator !== '。',
    both: always,
  },
  {
    code: 'exclusive',
    holds: ({ first }) =>
      first.separator === '；' && /^(?:低于|少于|超过|高于|达到|不足|不到|多于|[<>≤≥])/.test(first.lead),
    both: always,
  },
  // “…得8分；…得4分”: two results of one thing, or two things.
  {
    code: 'exclusive',
    holds: ({ one, two, first }) =>
      one.effect === 'award' &&
      two.effect === 'award' &&
      first.separator === '；' &&
      'amount' in one &&
      'amount' in two &&
      Number(two.amount) < Number(one.amount),
    both: always,
  },
  {
    code: 'cap-scope',
    holds: ({ one, two, first }) =>
      two.kind === 'per-unit' &&
      two.cap !== undefined &&
      two.capScope === undefined &&
      one.kind === 'per-unit' &&
      one.cap === undefined &&
      first.separator !== '。' &&
      Number(one.amount) < Number(two.cap),
  },
];

/** Clauses with what their neighbours leave open. */
export function askNeighbours(clauses: readonly RowClause[]): readonly RowClause[] {
  const asks = clauses.map((clause) => new Set(clause.asks));
  for (const [index, clause] of clauses.entries()) {
    const before = clauses[index - 1];
    const first = clause.phrases[0];
    const [one, two] = [before?.rules[0], clause.rules[0]];
    if (!before || !first || !one || !two) continue;
    const pair = { one, two, before, first };
    for (const { holds, code, both } of DOUBTS) {
      if (!holds(pair)) continue;
      asks[index]?.add(code);
      if (both?.(pair)) asks[index - 1]?.add(code);
    }
  }
  return withWholeSentences(clauses.map((clause, index) => ({ ...clause, asks: [...(asks[index] ?? [])] })));
}

/** A sentence is certain as a whole or not at all: what is open in a part is asked of what a comma joins to it. */
function withWholeSentences(clauses: readonly RowClause[]): readonly RowClause[] {
  const joined = (index: number): boolean => {
    const first = clauses[index]?.phrases[0];
    const restates =
      first?.separator === '；' && /(?:^|，)每/.test(first.lead) && clauses[index - 1]?.rules[0]?.effect === 'award';
    return restates || /^[，、]?$/.test(first?.separator ?? '。');
  };
  const open = clauses.map(({ asks }) => asks.length > 0);
  for (let index = 1; index < open.length; index += 1) if (joined(index) && open[index - 1]) open[index] = true;
  for (let index = open.length - 1; index > 0; index -= 1) if (joined(index) && open[index]) open[index - 1] = true;
  return clauses.map((clause, index) =>
    open[index] && clause.asks.length === 0 ? { ...clause, asks: ['rest-of-sentence'] } : clause,
  );
}
