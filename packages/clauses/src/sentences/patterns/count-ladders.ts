/** An award by how many there were in all: 1次得2分，2次及以上得4分，没有的不得分. */

import type { ImportedRule } from '../../imported.js';
import { countingOf } from '../counting.js';
import type { Phrase } from '../phrases.js';
import { type Pattern, type Reading, reading } from '../reading.js';
import { isMeasured, numberOf, UNIT } from '../vocabulary.js';
import { amountOf, capOfRun, rungsOf, runOf } from './runs.js';

const COUNT = new RegExp(`(?<n>\\d+|[一两二三四五])(?<unit>${UNIT})(?:（含）)?(?:及?以上)?(?:（含）)?(?:的)?，?$`);
const NONE = /^(?:无|没有?|未|一次未|一次没)/;

const countIn = ({ lead }: Phrase): number | undefined => {
  const match = /每|第|率|\d[-至到]\d|不足|少于|低于|不少于/.test(lead) ? undefined : COUNT.exec(lead)?.groups;
  return match && !isMeasured(match.unit ?? '') ? Number(numberOf(match.n ?? '') ?? 0) : undefined;
};

/** How many phrases from the first on give so much for so many. */
export function countRun(rest: readonly Phrase[]): readonly Phrase[] {
  const run = runOf(rest, (phrase, index) => {
    const { act, lead, separator } = phrase;
    const joined = index === 0 || separator === '，' || (separator === '；' && lead.length < 10);
    const pays = act.kind === 'amount' && act.effect === 'award' && act.per === undefined && !/^[再另]/.test(act.words);
    const none = NONE.test(lead) && (pays || act.kind === 'nothing');
    return joined && (none || (pays && countIn(phrase) !== undefined && (index === 0 || lead.length < 14)));
  });
  const counted = run.flatMap((phrase) => countIn(phrase) ?? []);
  const steady = new Set(counted).size === counted.length;
  const next = rest[run.length];
  const goesOn = next?.separator === '，' && next.act.effect === 'award' && !/^[再另]/.test(next.act.words);
  return counted.length > 1 && steady && !goesOn ? run : [];
}

export const BY_COUNT: Pattern = {
  name: 'count-ladder',
  read: (at): Reading | undefined => {
    const run = countRun(at.rest);
    if (run.length < 2) return undefined;
    const cap = capOfRun(run, at);
    return {
      ...reading([{ kind: 'ladder', effect: 'award', rungs: rungsOf(run), ...cap.cap }], ['exclusive', ...cap.asks]),
      phrases: run.length,
    };
  },
};

/** “演练1次得2分，每增加1次另得1分”: so much for the first, so much for each further one. */
export const FIRST_AND_MORE: Pattern = {
  name: 'first-and-more',
  read: (at) => {
    const [first, second] = at.rest;
    if (!first || second?.separator !== '，' || first.act.kind !== 'amount' || second.act.kind !== 'amount')
      return undefined;
    const [one, more] = [countIn(first), countingOf(second)];
    if (one === undefined || !more || !/每(?:增加?|多|再)/.test(second.lead) || first.act.effect !== 'award')
      return undefined;
    const cap = capOfRun([second], at);
    const rules: readonly ImportedRule[] = [
      { kind: 'fixed', effect: 'award', amount: amountOf(first) },
      { kind: 'per-unit', effect: 'award', amount: amountOf(second), unit: more.unit, basis: 'occurrence', ...cap.cap },
    ];
    return { ...reading(rules, ['exclusive', ...cap.asks]), phrases: 2 };
  },
};
