/** The phrases of a row → clauses: every phrase in exactly one, every number accounted for, limits laid on what they cover. */
import type { ImportedRule } from '../imported.js';
import type { DamageCode, NormalText } from '../text/normal-text.js';
import { askNeighbours } from './neighbours.js';
import { namedScope } from './patterns/caps.js';
import { type NamedReading, readPhrase } from './patterns/table.js';
import type { Phrase } from './phrases.js';
import { type RowClause, START, type Surroundings } from './reading.js';

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

/** “扣13分/处” where no other amount of the row is above ten, and no ladder leads up to it: 1–3 may be meant. */
function isOdd({ phrases: [first, more], around }: Taken): boolean {
  const amount = first?.act.numbers[0] ?? '';
  const odd = /^(?:12|13|14|23|24|34)$/.test(amount) && more === undefined;
  return odd && around.amounts.every((one) => one === amount || Number(one) <= 10);
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
  const outsized = isOdd(taken) || phrases.some(({ act }) => isOutsized(act.numbers[0] ?? '', around.amounts));
  const restated = phrases[0]?.remarks.includes(RESTATED) === true;
  const full = phrases.some(({ remarks }) => remarks.includes(FULL));
  const asks = [
    ...found.asks,
    ...damaged,
    ...(unused ? ['number-unused'] : []),
    ...(glued ? ['glued-numbers'] : []),
    ...(full || restated ? ['start-value'] : []),
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

/** “以上两项限扣3分”, “合计扣完6分为止”: the limit stands on every clause it covers. */
function spreadCaps(clauses: readonly RowClause[]): readonly RowClause[] {
  const result = [...clauses];
  for (const [index, clause] of clauses.entries()) {
    const capped = clause.rules.find(({ capScope }) => capScope === 'group');
    const last = clause.phrases[clause.phrases.length - 1];
    if (capped?.cap === undefined || !last) continue;
    const named = namedScope(last);
    let from = index;
    const joined = /[本该此]小项/.test(last.caps[0]?.words ?? '') ? /[，；]/ : /，/;
    while (
      from > 0 &&
      (named === undefined ? joined.test(result[from]?.phrases[0]?.separator ?? '') : index - from + 1 < named)
    )
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
