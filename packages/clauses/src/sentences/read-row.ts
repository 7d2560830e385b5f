/** The phrases of a row → clauses: every phrase in exactly one, every number accounted for, limits laid on what they cover. */
import type { ClauseStatus, ImportedRule } from '../imported.js';
import type { DamageCode, NormalText } from '../text/normal-text.js';
import { namedScope } from './patterns/caps.js';
import { type NamedReading, readPhrase } from './patterns/table.js';
import type { Phrase } from './phrases.js';
import { START, type Surroundings } from './reading.js';

export interface RowClause {
  readonly pattern: string;
  readonly status: ClauseStatus;
  readonly rules: readonly ImportedRule[];
  readonly asks: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly phrases: readonly Phrase[];
}

export function readRow(normal: NormalText, phrases: readonly Phrase[], around: Surroundings): readonly RowClause[] {
  const clauses: RowClause[] = [];
  const joined = withStarts(withFullMarks(phrases, around), around);
  for (let at = 0; at < joined.length; ) {
    const rest = joined.slice(at);
    const phrase = rest[0] as Phrase;
    const found = readPhrase({ phrase, rest, around });
    const taken = rest.slice(0, Math.max(1, found?.phrases ?? 1));
    if (found) clauses.push(clauseOf(normal, { phrases: taken, found, around }));
    at += taken.length;
  }
  return spreadCaps(askNeighbours(clauses)).map(settled);
}

interface Taken {
  readonly phrases: readonly Phrase[];
  readonly found: NamedReading;
  readonly around: Surroundings;
}

/** “扣15分” where all else is five or less: 1–5 may have lost its dash. */
function isOutsized(amount: string, amounts: readonly string[]): boolean {
  const others = amounts.filter((one) => one !== amount);
  const rising = /^[1-9][1-9]$/.test(amount) && amount.charAt(0) < amount.charAt(1);
  return rising && others.length > 0 && others.every((one) => Number(one) * 3 <= Number(amount));
}

function clauseOf(normal: NormalText, taken: Taken): RowClause {
  const { phrases, found, around } = taken;
  const from = phrases[0]?.from ?? 0;
  const to = phrases[phrases.length - 1]?.to ?? from;
  const damaged = normal.damages.filter(({ at }) => at >= from && at <= to).map(({ code }): DamageCode => code);
  const unused =
    found.unreadable || found.pattern === 'start-value'
      ? false
      : hasUnusedNumber(normal.text.slice(from, to), found.rules, phrases);
  const glued = phrases.some((phrase) => phrase.glued !== undefined);
  const unitless = phrases.some(({ act }) => act.kind === 'amount' && !/[^\d.]+[\d.]*分|满/.test(act.words));
  const tail = normal.text.slice(to).split(/[。；]|每/, 1)[0] ?? '';
  const open = !found.unreadable && UNREAD_TAIL.test(tail.slice(0, 30)) && !/\d分.*\d分/.test(tail);
  const outsized = phrases.some(({ act }) => isOutsized(act.numbers[0] ?? '', around.amounts));
  const full = phrases.some(({ remarks }) => remarks.includes(FULL));
  const asks = [
    ...found.asks,
    ...damaged,
    ...(unused ? ['number-unused'] : []),
    ...(glued ? ['glued-numbers'] : []),
    ...(full ? ['start-value'] : []),
    ...(open ? ['not-recognised'] : []),
    ...(outsized ? ['lost-dash'] : []),
    ...(unitless ? ['unit-missing'] : []),
  ];
  const status = found.unreadable ? 'unreadable' : 'confirm';
  return { pattern: found.pattern, status, rules: found.rules, asks, from, to, phrases };
}

function settled(clause: RowClause): RowClause {
  return clause.asks.length === 0 && clause.status === 'confirm' ? { ...clause, status: 'read' } : clause;
}

/** “得满分” gives what the column prints; where that is not known it only says where the row starts. */
function withFullMarks(phrases: readonly Phrase[], { rowMarks, start }: Surroundings): readonly Phrase[] {
  return phrases.flatMap((phrase, index) => {
    if (phrase.act.kind !== 'full') return [phrase];
    const next = phrases[index + 1];
    const goesOn = next?.separator === '，';
    if (!goesOn && (start === 'full' || rowMarks === undefined)) return [];
    const act = { ...phrase.act, kind: 'amount' as const, numbers: [rowMarks ?? ''] };
    return [{ ...phrase, act, remarks: [...phrase.remarks, FULL] }];
  });
}

/** What a phrase carries whose amount is the marks of its row. */
const FULL = 'full';

/** What a phrase carries that followed a restated full mark. */
const RESTATED = 'restated';

/** “得5分，每少1次扣1分”: in an item that starts full the award only restates it; where the next one counts from goes with it. */
function withStarts(phrases: readonly Phrase[], { start }: Surroundings): readonly Phrase[] {
  return phrases.flatMap((phrase, index) => {
    const [before, next] = [phrases[index - 1], phrases[index + 1]];
    if (next && isStart(phrase, next)) {
      if (start === 'full') return [];
      return [{ ...phrase, act: { ...phrase.act, kind: 'amount' as const }, remarks: [...phrase.remarks, START] }];
    }
    if (!before || !isStart(before, phrase)) return [phrase];
    const from = start === 'full' ? before.from : phrase.from;
    return [
      {
        ...phrase,
        from,
        lead: `${before.lead}，${phrase.lead}`,
        remarks: start === 'full' ? [...phrase.remarks, RESTATED] : phrase.remarks,
      },
    ];
  });
}

function isStart(award: Phrase, next: Phrase): boolean {
  const pays =
    (award.act.kind === 'amount' && /得|计|记/.test(award.act.words)) ||
    (award.act.kind === 'points' && award.lead !== '');
  const loses = next.act.kind === 'amount' && next.act.effect === 'deduct';
  return (
    pays &&
    award.act.effect === 'award' &&
    award.act.per === undefined &&
    loses &&
    (next.separator === '，' ? /每|少|缺|发现|未/.test(next.lead) : /^每/.test(next.lead))
  );
}

/** Words behind a clause that no phrase took and that change what it gives. */
const UNREAD_TAIL =
  /^[，（、]?[^，]{0,6}(?:封顶|上限|最多|最高|不超过|递增|递减|加倍|翻倍|减半|其后|类推|折算|按比例|为限)/;

const QUOTED =
  /“[^”]*”|《[^》]*》|〔[^〕]*〕|\d{1,2}月\d{1,2}日|\d{4}年度?|\d+个月内|\d+时|第\d+|前\d+名|[A-Za-z]+\d+|\d+[A-Za-z]/g;

/** A number of the sentence that no rule holds: something was not understood. */
function hasUnusedNumber(text: string, rules: readonly ImportedRule[], phrases: readonly Phrase[]): boolean {
  const used = new Set((JSON.stringify(rules).match(/\d+(?:\.\d+)?/g) ?? []).map(Number));
  for (const { caps, remainder } of phrases) {
    for (const { amount } of caps) used.add(Number(amount));
    for (const number of remainder?.match(/\d+(?:\.\d+)?/g) ?? []) used.add(Number(number));
  }
  const plain = text.replace(QUOTED, '');
  return [...plain.matchAll(/(\d+(?:\.\d+)?)(?!\d)/g)].some(
    ([, number]) => !used.has(Number(number)) && number !== '1',
  );
}

/** Clauses joined by a comma where one may include the other. */
function askNeighbours(clauses: readonly RowClause[]): readonly RowClause[] {
  const asks = clauses.map((clause) => [...clause.asks]);
  const ask = (index: number, code: string): void => {
    if (!asks[index]?.includes(code)) asks[index]?.push(code);
  };
  for (const [index, clause] of clauses.entries()) {
    const before = clauses[index - 1];
    const first = clause.phrases[0];
    if (first?.remarks.includes(RESTATED)) ask(index, 'start-value');
    if (!before || !first) continue;
    const [one, two] = [before.rules[0], clause.rules[0]];
    if (one === undefined || two === undefined) continue;
    const wholly = /^(?:均?未|没有|不)[^，；]{0,3}的?，?$/.test(first.lead);
    const counts = (rule: ImportedRule): boolean =>
      rule.kind === 'parts' || (rule.kind === 'per-unit' && rule.basis === 'missing');
    const plain = (rule: ImportedRule): boolean => rule.kind === 'fixed' || rule.kind === 'forfeit';
    const related = (plain(one) && counts(two)) || (counts(one) && plain(two) && (wholly || /少|缺/.test(first.lead)));
    if (related && (first.separator === '，' || (counts(one) && wholly))) {
      ask(index, 'exclusive');
      if (first.separator === '，') ask(index - 1, 'exclusive');
    }
    if (first.separator === '，' && one.effect !== two.effect) ask(index, 'exclusive');
    if (before.phrases[0]?.act.kind === 'nothing' && plain(two) && first.separator !== '。') ask(index, 'exclusive');
    const leaning =
      first.separator === '，' && first.lead.length <= 8 && before.asks.length === 0 && one.kind === two.kind;
    if (leaning) ask(index, 'exclusive');
    const counted = (rule: ImportedRule): boolean => rule.kind === 'per-unit' || rule.kind === 'per-step';
    if (
      counted(one) &&
      counted(two) &&
      one.effect === two.effect &&
      /\d[^，。；]{0,3}(?:以上|以下|以内)|超过/.test(first.lead)
    ) {
      ask(index, 'exclusive');
      ask(index - 1, 'exclusive');
    }
    const sequel = /^(?:造成|其中|致使?|情节|后果|影响|屡|再次|仍|经)/.test(first.lead) && one.effect === two.effect;
    if (sequel && first.separator !== '。') {
      ask(index, 'exclusive');
      ask(index - 1, 'exclusive');
    }
    if (first.separator === '；' && /^(?:低于|少于|超过|高于|达到|不足|不到|多于|[<>≤≥])/.test(first.lead)) {
      ask(index, 'exclusive');
      ask(index - 1, 'exclusive');
    }
    const awards = one.effect === 'award' && two.effect === 'award' && first.separator === '；';
    if (
      awards &&
      one.kind !== 'judgement' &&
      'amount' in one &&
      'amount' in two &&
      Number(two.amount) < Number(one.amount)
    ) {
      ask(index, 'exclusive');
      ask(index - 1, 'exclusive');
    }
    const bare =
      two.cap !== undefined && two.capScope === undefined && one.kind === 'per-unit' && one.cap === undefined;
    if (bare && two.kind === 'per-unit' && first.separator !== '。' && Number(one.amount) < Number(two.cap))
      ask(index, 'cap-scope');
  }
  return withWholeSentences(clauses.map((clause, index) => ({ ...clause, asks: asks[index] ?? [] })));
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

/** “以上两项限扣3分”, “合计扣完6分为止”: the limit stands on every clause it covers. */
function spreadCaps(clauses: readonly RowClause[]): readonly RowClause[] {
  const result = [...clauses];
  for (const [index, clause] of clauses.entries()) {
    const capped = clause.rules.find(({ capScope }) => capScope === 'group');
    const last = clause.phrases[clause.phrases.length - 1];
    if (capped?.cap === undefined || !last) continue;
    const named = namedScope(last);
    let from = index;
    while (from > 0 && (named === undefined ? result[from]?.phrases[0]?.separator === '，' : index - from + 1 < named))
      from -= 1;
    for (let covered = from; covered < index; covered += 1) {
      const one = result[covered];
      if (!one) continue;
      const rules = one.rules.map(
        (rule): ImportedRule => (rule.cap === undefined ? { ...rule, cap: capped.cap ?? '', capScope: 'group' } : rule),
      );
      result[covered] = { ...one, rules, asks: [...one.asks, 'cap-scope'] };
    }
  }
  return result;
}
