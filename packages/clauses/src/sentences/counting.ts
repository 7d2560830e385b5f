/** What a lead counts or measures: “每发现一家…”, “少1次”, “每低5个百分点”, and the unit behind a slash. */
import type { Phrase } from './phrases.js';
import { directionOf, isLate, isMeasured, isMissing, isTime, NUMBER, numberOf, PERIOD, UNIT } from './vocabulary.js';

export interface Counting {
  readonly verb: string;
  /** Decimal text: how many units make one step. */
  readonly count: string;
  readonly unit: string;
  /** A quantity measured in steps, no natural count. */
  readonly measured: boolean;
  readonly missing: boolean;
  readonly direction: 'below' | 'above' | undefined;
  /** What of the lead stands before the counting words. */
  readonly before: string;
  /** A target inside the counting words: 每低于90%1个百分点. */
  readonly from: string | undefined;
  readonly otherUnit: string | undefined;
}

const NUMERAL = `(?:${NUMBER}|[一两二三四五六七八九十])`;
const TAIL = '[^，。；]*(?:，)?';
const EVERY_FROM = new RegExp(
  `每(?<verb>[^，。；、\\d每]{1,6}?)(?<from>${NUMBER})%(?<n>${NUMERAL})(?<unit>${UNIT})(?<rest>${TAIL})$`,
);
const EVERY_NUMBERED = new RegExp(
  `每(?<verb>[^，。；、\\d每%]{0,7}?)(?<n>${NUMERAL})(?<unit>${UNIT})(?<rest>${TAIL})$`,
);
const EVERY = new RegExp(`每(?<verb>[^，。；、\\d每%]{0,7}?)(?<n>)(?<unit>${UNIT})(?<rest>${TAIL})$`);
const EVERY_TWICE = /每[^，。；、\d每]{1,4}每/;
const ONE_AT_END = new RegExp(`(?<verb>[^，。；、\\d每]{0,6}?)(?<![\\d.])(?<n>1|一)(?<unit>${UNIT})(?:的)?，?$`);
const ONE_FOUND = new RegExp(
  `(?<verb>发现|发生|出现|查实|查出|存在|有)(?<n>1|一)(?<unit>${UNIT})[^，。；、]*(?:的)?，?$`,
);
const ONE_FIRST = new RegExp(
  `^(?<verb>)(?<n>1|一)(?<unit>${UNIT})(?!没|未|不|都|也|死亡|重伤|性|以上)[^，。；、]*的，?$`,
);
/** “每瓶扣0.2分”: a unit no list knows. */
const EVERY_ANY =
  /每(?<verb>)(?<n>)(?<unit>(?![有少缺低高超多逾降增减延推迟发出])[\u4e00-\u9fa5]{1,2}|[A-Za-z]{1,4})(?<rest>)，?$/;
/** “每超10L扣0.5分”. */
const EVERY_LETTERS = new RegExp(
  `每(?<verb>[^，。；、\\d每%]{0,5}?)(?<n>${NUMERAL})个?(?<unit>[A-Za-z]{1,5})(?<rest>${TAIL})$`,
);
/** “按次扣0.2分”. */
const BY_UNIT = /(?:按|逐)(?<verb>)(?<n>)(?<unit>人次|车次|次|人|处|件|起|家|户|天|项|台|份|条|个)(?<rest>)，?$/;
/** “一项不到位扣1分”. */
const ONE_NOT =
  /(?:^|，)(?<verb>)(?<n>1|一)(?<unit>项|样|种|处|人|次|本|份|家|户|件|起|个|天)(?=未|不|没)[^，。；、]{2,8}，?$/;
/** “每超0.1扣0.5分”: a ratio has no unit. */
const EVERY_BARE = new RegExp(
  `每(?<verb>超[过出]?|高[出于]?|低于?|降低?|下降|上升|增[加长]?|减少?|少)(?<n>${NUMBER})(?<unit>)(?<rest>)(?:的)?，?$`,
);
/** “每低1分扣1分”: marks of another score are measured. */
const EVERY_MARK = new RegExp(
  `每(?<verb>低于?|高于?|少|多|差|超过?|降低?)(?<n>${NUMERAL})(?<unit>分)(?<rest>${TAIL})$`,
);
/** “缺一扣0.5分”. */
const ONE_BARE = /(?<verb>缺|少)(?<n>1|一)(?<unit>)(?:的)?，?$/;
/** What of the words in front of “一项” counts; the rest is its subject. */
const COUNTING_VERB = /(?:缺少|短缺|少[^少缺]?|缺|差|发现|查实|查出|发生|出现|抽查|迟报|逾期|超期)$/;
/** “超过1起的” compares, it does not count. */
const COMPARED = /(?:低于|不足|不到|少于|不满|超过|超出|高于|多于|迟于|晚于|大于|小于|等于|达到?|不超)$/;
const FREQUENCY = /^每(?:年|半年|个?季度?|个?月|周|旬|日|天)$/;

export function countingOf({ lead, act }: Phrase): Counting | undefined {
  const worded = wordedCounting(lead);
  if (act.per === undefined) return worded;
  const slashed = countingFrom(lead, { verb: '', n: '1', unit: act.per });
  const listed = worded && worded.unit !== act.per;
  return listed ? { ...slashed, otherUnit: worded.unit } : { ...slashed, missing: worded?.missing ?? false };
}

function wordedCounting(lead: string): Counting | undefined {
  for (const pattern of [
    EVERY_FROM,
    EVERY_NUMBERED,
    EVERY,
    EVERY_BARE,
    EVERY_MARK,
    EVERY_LETTERS,
    EVERY_ANY,
    BY_UNIT,
    ONE_AT_END,
    ONE_BARE,
    ONE_FOUND,
    ONE_NOT,
    ONE_FIRST,
  ]) {
    const match = pattern.exec(lead);
    if (!match?.groups || !isCounting(match)) continue;
    const { verb = '' } = match.groups;
    const subject = match[0].startsWith('每') ? 0 : verb.length - (COUNTING_VERB.exec(verb)?.[0].length ?? verb.length);
    const found = countingFrom(lead.slice(0, match.index + subject), { ...match.groups, verb: verb.slice(subject) });
    return EVERY_TWICE.test(lead) ? { ...found, otherUnit: '每' } : found;
  }
  return undefined;
}

/** “每季度学习1次” says how often, it counts nothing; nor does a unit that is the start of a longer word. */
function isCounting(match: RegExpExecArray): boolean {
  const { verb = '', n = '', unit = '', rest = '' } = match.groups ?? {};
  if (!match[0].startsWith('每'))
    return COMPARED.test(verb) ? false : !/第|前|后|另|任何|其中|有些/.test(verb) || /发现/.test(verb);
  if (verb.length > 3 && COMPARED.test(verb)) return false;
  if (/^(?:年|半年|个?季|个?月|周|旬|日|天)/.test(verb)) return false;
  if (unit === '' || /^[A-Za-z]|^分$/.test(unit)) return true;
  if (verb === '' && n === '' && FREQUENCY.test(`每${unit}`)) return /^[的，]*$/.test(rest);
  if (n === '' && verb !== '') return /^[的，]*$/.test(rest) && /少|缺|有|发现|发生|超/.test(verb);
  return n !== '' || /^[^，\d]{0,5}，?$/.test(rest);
}

function countingFrom(before: string, groups: Readonly<Record<string, string | undefined>>): Counting {
  const { verb = '', n = '', unit = '', from, rest = '' } = groups;
  const count = numberOf(n === '' ? '1' : n) ?? '1';
  const direction = directionOf(verb);
  const late = isLate(verb) || (verb === '' && /超期|逾期|推迟|延迟/.test(before));
  const measured =
    isMeasured(unit) ||
    (isTime(unit) && late) ||
    /小时|分钟/.test(unit) ||
    count !== '1' ||
    /^[A-Za-z]|^分$/.test(unit) ||
    (unit === '' && !isMissing(verb));
  const named = unit === '个' ? /^(?![没未不无])([^，的。；]{1,4})，?$/.exec(rest)?.[1] : undefined;
  return {
    verb,
    count,
    unit: named === undefined ? unit : `个${named}`,
    measured,
    missing: isMissing(verb),
    direction,
    before,
    from,
    otherUnit: undefined,
  };
}

const LIMIT = new RegExp(`(${NUMBER})(个?百分点|‰|%|${UNIT})?`, 'g');

/** “每月25日前” is a day, no quantity. */
const DAYS = /(?:\d+月)?\d+[日号](?:之?前|以前)/g;

/** The target a step is counted from: the last figure before the counting words. */
export function targetIn(text: string, unit: string): { readonly value: string; readonly unit: string } | undefined {
  if (unit === '分' || /^[A-Za-z]/.test(unit)) {
    const value = [...text.matchAll(new RegExp(`(${NUMBER})${unit}(?![钟A-Za-z])`, 'g'))].pop()?.[1];
    return value === undefined ? undefined : { value, unit };
  }
  const found = [...text.replace(DAYS, '').matchAll(LIMIT)].filter(
    ([words, , of]) => of !== undefined && !/^\d+(?:\.\d+)?分(?!钟)/.test(words),
  );
  const percent = /%|百分点/.test(unit);
  const fitting = found.filter(([, , of]) => (percent ? of === '%' : of !== '%'));
  const last = fitting[fitting.length - 1];
  return last?.[1] === undefined ? undefined : { value: last[1], unit: last[2] ?? '' };
}

export interface Frequency {
  readonly count: string;
  readonly period: string | undefined;
}

const OFTEN = new RegExp(
  `(?:(?:每个?|全)(?<period>${PERIOD}))(?<words>[^，。；、\\d每]{0,18}?)(?<n>${NUMERAL})(?<unit>${UNIT})(?!扣)`,
  'g',
);
const AT_LEAST = new RegExp(
  `(?:不少于|不低于|至少|少于|不得少于|不足|不到|不满|低于|达不到)(?<n>${NUMERAL})(?:名|个)?(?<unit>${UNIT})`,
  'g',
);
const OR_MORE = new RegExp(`(?<n>${NUMBER})(?<unit>${UNIT})以上`, 'g');

const EVERY_PERIOD = new RegExp(`每个?${PERIOD}`, 'g');

/** How often something is required, for the unit that is counted. */
export function frequenciesIn(text: string, unit: string): readonly Frequency[] {
  const regular = /按(?<period>月|季度?|周|旬|日)/.exec(text)?.groups?.period;
  if (regular !== undefined && /次|期|份/.test(unit)) return [{ count: '1', period: regular }];
  const often = [...text.matchAll(OFTEN)].filter(({ groups }) => groups?.unit === unit);
  const found = often.length > 0 ? often : [...text.matchAll(AT_LEAST), ...text.matchAll(OR_MORE)];
  const frequencies = found
    .filter(({ groups }) => groups?.unit === unit)
    .map(({ groups }) => ({ count: numberOf(groups?.n ?? '') ?? '', period: groups?.period }));
  // “党委每季度、班子每月至少1次”: the count is that of both.
  const periods = new Set([...text.matchAll(EVERY_PERIOD)].map(([words]) => words));
  return periods.size > 1 && frequencies.length === 1 ? [...frequencies, ...frequencies] : frequencies;
}
