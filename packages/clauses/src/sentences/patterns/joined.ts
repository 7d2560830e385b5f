/** Phrases that only make sense together: series, slopes, ladders, a start value and what it loses. */
import type { ImportedRule, Rung } from '../../imported.js';
import { countingOf } from '../counting.js';
import type { Phrase } from '../phrases.js';
import { type At, type Pattern, type Reading, reading, START, when } from '../reading.js';
import { DEGRADED, LEVEL, NUMBER, numberOf, SEVERITY, UNIT } from '../vocabulary.js';
import { capOf } from './caps.js';
import { limitOf } from './single.js';

const ORDINAL = /第([一二三四五六七八九十]|\d{1,2})(?:次|起|批|例|件|宗|家|处|人|个|年|期)/g;

/** How many phrases from the first on go on in the way a test says. */
function runOf(rest: readonly Phrase[], fits: (phrase: Phrase, index: number) => boolean): readonly Phrase[] {
  const end = rest.findIndex((phrase, index) => !fits(phrase, index));
  return end < 0 ? rest : rest.slice(0, end);
}

const words = ({ lead }: Phrase): string => lead.replace(/“[^”]*\d[^”]*”/g, '').replace(/的?，?$/, '');
const amountOf = ({ act }: Phrase): string => (act.kind === 'nothing' ? '0' : (act.numbers[0] ?? ''));
const rungsOf = (run: readonly Phrase[]): readonly Rung[] => run.map((phrase) => ({ when: words(phrase), amount: amountOf(phrase) }));

/** The caps of a run, whichever of its phrases prints one. */
function capOfRun(run: readonly Phrase[], { around }: At) {
  const last = run[run.length - 1];
  return last ? capOf(last, around) : { cap: {}, asks: [] };
}

const ordinalsOf = (lead: string): readonly number[] => [...lead.matchAll(ORDINAL)].map(([, one]) => Number(numberOf(one ?? '') ?? 0));

/** “第1起扣1分，第2起扣2分，第3起以上每起扣3分”. */
const SERIES: Pattern = {
  name: 'series',
  read: (at) => {
    const run = runOf(at.rest, ({ act, lead, separator }, index) => {
      const fits = (act.kind === 'amount' || act.kind === 'amounts') && ordinalsOf(lead).length > 0 && !/名/.test(lead);
      return fits && (index === 0 || separator !== '。');
    });
    const ordinals = run.flatMap(({ lead }) => ordinalsOf(lead));
    const amounts = run.flatMap(({ act }) => act.numbers);
    if (run.length === 0 || amounts.length < 2) return undefined;
    const last = run[run.length - 1];
    const goesOn = /以(?:上|后)|及以|起(?:以后)?[，]?每|起及/.test(last?.lead ?? '');
    const alike = last?.remarks.some((remark) => /类推/.test(remark)) ?? false;
    const consecutive = ordinals.length === amounts.length && ordinals.every((one, index) => one === (ordinals[0] ?? 0) + index);
    const then = goesOn ? { then: 'repeat-last' as const } : alike ? { then: '+1' as const } : {};
    const cap = capOfRun(run, at);
    const rule: ImportedRule = { kind: 'series', effect: run[0]?.act.effect ?? 'deduct', amounts, ...then, ...cap.cap };
    const asks = [...cap.asks, ...when(!goesOn && !alike, 'after-last'), ...when(!consecutive || ordinals[0] !== 1, 'two-readings')];
    return { ...reading([rule], asks), phrases: run.length };
  },
};

const WITHIN = /(?:以内|之内|控制[^，。；]*内)/;
const BEYOND = /超(?:出|过)|以外/;

/** “在5件以内的，每件扣0.2分；超过5件的部分，每件扣0.5分”. */
const PIECEWISE: Pattern = {
  name: 'piecewise',
  read: (at) => {
    const [first, second] = at.rest;
    if (first?.act.kind !== 'amount' || second?.act.kind !== 'amount' || !/[，；]/.test(second.separator)) return undefined;
    const [one, two] = [countingOf(first), countingOf(second)];
    if (!one || !two || one.measured || !WITHIN.test(first.lead) || !(BEYOND.test(second.lead) || two.direction === 'above')) return undefined;
    const slopes = [first, second].map((phrase, index) => ({
      when: words(phrase).replace(/，?每[^每]*$/, '') || (index === 0 ? '以内' : '超出部分'),
      amount: amountOf(phrase),
      unit: (index === 0 ? one : two).unit,
    }));
    const stated = /部分/.test(second.lead);
    const figures = slopes.every(({ when: line }) => /\d/.test(line));
    const cap = capOfRun([first, second], at);
    const asks = [...cap.asks.filter((ask) => ask !== 'cap-scope'), ...when(!stated, 'exclusive'), ...when(!figures, 'base-elsewhere')];
    const rule: ImportedRule = { kind: 'piecewise', effect: first.act.effect, slopes, ...cap.cap };
    return { ...reading([rule], asks), phrases: 2 };
  },
};

/** “每发生一起一般事故扣5分、较大事故扣20分”: an amount an event, by how severe it is. */
const PER_EVENT: Pattern = {
  name: 'per-event-ladder',
  read: (at) => {
    const severity = (phrase: Phrase): string | undefined => SEVERITY.exec(phrase.lead)?.[0];
    const run = runOf(at.rest, (phrase, index) => {
      const level = phrase.act.kind === 'amount' && ordinalsOf(phrase.lead).length === 0 && severity(phrase) !== undefined;
      return level && (index === 0 || /[，、；]/.test(phrase.separator)) && !/率|指标|以内/.test(phrase.lead);
    });
    const first = run[0];
    if (run.length < 2 || first === undefined) return undefined;
    const counted = run.map((phrase) => countingOf(phrase) !== undefined || /[一1\d]人/.test(phrase.lead));
    if (new Set(run.map((phrase) => severity(phrase))).size !== run.length) return undefined;
    const events = run.every(({ lead }) => !/隐患|问题/.test(lead));
    const sequel = run.slice(1).every(({ separator }) => separator !== '；');
    const cap = capOfRun(run, at);
    const asks = [...cap.asks, ...when(!events || !sequel, 'two-readings'), ...when(counted[0] !== true, 'each-period')];
    return { ...reading([{ kind: 'per-event-ladder', effect: first.act.effect, rungs: rungsOf(run), ...cap.cap }], asks), phrases: run.length };
  },
};

/** “每发现1处乱占扣2分，乱堆扣1分”: what is counted is said once. */
const SHARED_COUNT: Pattern = {
  name: 'shared-count',
  read: (at) => {
    const counting = at.phrase.act.kind === 'amount' ? countingOf(at.phrase) : undefined;
    if (!counting || counting.measured || counting.missing || !/每/.test(at.phrase.lead)) return undefined;
    const run = runOf(at.rest, (phrase, index) => index === 0 || (phrase.act.kind === 'amount' && /[，、]/.test(phrase.separator) && isBareName(phrase)));
    if (run.length < 2) return undefined;
    const rules = run.map((phrase): ImportedRule => ({ kind: 'per-unit', effect: phrase.act.effect, amount: amountOf(phrase), unit: counting.unit, basis: 'occurrence' }));
    return { ...reading(rules, ['each-period', ...capOfRun(run, at).asks]), phrases: run.length };
  },
};

const isBareName = (phrase: Phrase): boolean =>
  phrase.lead.length <= 8 && phrase.act.per === undefined && !/未|没|无|不|\d|一|的|其中/.test(phrase.lead) && countingOf(phrase) === undefined;

/** “被国家推广的加5分，被省推广的加3分”: levels of recognition. */
const LEVELS: Pattern = {
  name: 'level-ladder',
  read: (at) => {
    const run = runOf(at.rest, ({ act, lead, separator }, index) => {
      const level = act.kind === 'amount' && act.effect === 'award' && LEVEL.test(lead);
      return level && (index === 0 || separator === '，' || separator === '、' || (separator === '；' && lead.length < 12));
    });
    const first = run[0];
    if (run.length < 2 || first === undefined) return undefined;
    const levels = run.map(({ lead }) => LEVEL.exec(lead)?.[0] ?? '');
    if (new Set(levels).size !== run.length || run.some(({ lead }) => /满意|率/.test(lead))) return undefined;
    const cap = capOfRun(run, at);
    const counted = run.map(countingOf);
    if (counted.every((one) => one !== undefined && !one.measured)) {
      const rules = run.map((phrase, index): ImportedRule => ({ kind: 'per-unit', effect: 'award', amount: amountOf(phrase), unit: counted[index]?.unit ?? '', basis: 'occurrence', ...cap.cap }));
      return { ...reading(rules, cap.cap.cap === undefined ? cap.asks : ['cap-scope']), phrases: run.length };
    }
    const asks = [...cap.asks, ...when(!at.around.highestOnly, 'exclusive'), ...when(counted.some((one) => one !== undefined), 'two-readings'), ...when(cap.cap.cap !== undefined, 'cap-scope')];
    return { ...reading([{ kind: 'ladder', effect: 'award', rungs: rungsOf(run), ...cap.cap }], asks), phrases: run.length };
  },
};

const FIGURE = new RegExp(`${NUMBER}(?:%|分|${UNIT})`);
const CHOICE = /只|仅|其中|未|但|较好|一般|较差|两项|其他|其余|基本|部分|全部|否则/;

/** “达到90%得3分，80%得2分，低于80%不得分”: one of several results. */
const ALTERNATIVES: Pattern = {
  name: 'award-ladder',
  read: (at) => {
    const run = runOf(at.rest, ({ act, separator }, index) => {
      const award = act.kind === 'amount' && act.effect === 'award' && /得|计|记|为/.test(act.words);
      return (award || (act.kind === 'nothing' && index > 0)) && (index === 0 || separator === '，' || separator === '、');
    });
    const first = run[0];
    if (first === undefined || run.length < 2) return undefined;
    const awards = run.filter(({ act }) => act.kind === 'amount');
    const nothing = run.length > awards.length;
    if (awards.length === 1) {
      return { ...reading([{ kind: 'fixed', effect: 'award', amount: amountOf(first) }], startAsks(at, FIGURE.test(first.lead))), phrases: run.length };
    }
    const amounts = awards.map((phrase) => Number(amountOf(phrase)));
    const falling = amounts.every((one, index) => index === 0 || one < (amounts[index - 1] ?? 0));
    const figures = run.some(({ lead }) => FIGURE.test(lead));
    const signals = figures || nothing || run.slice(1).some(({ lead }) => CHOICE.test(lead));
    if (!signals && !falling) return undefined;
    if (!signals) return { ...reading(awards.map((phrase) => ({ kind: 'fixed' as const, effect: 'award' as const, amount: amountOf(phrase) })), ['exclusive']), phrases: run.length };
    const judged = run.some(({ lead }) => /较好|好的|一般的?$|较差/.test(lead));
    const cap = capOfRun(run, at);
    const rule: ImportedRule = { kind: 'ladder', effect: 'award', rungs: rungsOf(run), ...cap.cap };
    const asks = [...cap.asks, ...when(judged, 'judged-levels'), ...when(!settled(run), 'boundary'), ...when(!falling, 'two-readings'), ...startAsks(at, false)];
    return { ...reading([rule], asks), phrases: run.length };
  },
};

function startAsks({ around }: At, figure: boolean): readonly string[] {
  return [...when(around.start === 'full' && around.part === 'item', 'start-value'), ...when(figure, 'boundary')];
}

/** Every boundary between neighbours is said to belong to one of them. */
function settled(run: readonly Phrase[]): boolean {
  if (run.some(({ lead }) => /以下|\d%?-\d/.test(lead))) return false;
  const figures = run.filter(({ lead }) => FIGURE.test(lead));
  if (figures.length === 0) return !run.some(({ act, lead }) => act.kind === 'nothing' && /其他|其余/.test(lead) && run.length > 2 && false);
  const lower = figures.filter(({ lead }) => /以上|大于等于|不低于|达到/.test(lead));
  const below = figures.filter(({ lead }) => /不足|低于|不到|小于|未达/.test(lead));
  return lower.length + below.length === figures.length && below.length > 0 && figures.length <= lower.length + 1 && lower.length < 2;
}

/** “低于90%扣2分，低于80%扣4分”: one threshold includes the other. */
const THRESHOLDS: Pattern = {
  name: 'threshold-ladder',
  read: (at) => {
    const run = runOf(at.rest, ({ act, lead, separator }, index) => {
      if (act.kind !== 'amount' || act.effect !== 'deduct' || act.per !== undefined || countingOf({ ...at.phrase, lead, act })) return false;
      if (index === 0) return limitOf(lead, true)?.value !== undefined || degrees(lead);
      return separator === '，' && (limitOf(lead, true) !== undefined || (/^(?:一[篇条次个件]|未|没有|无|全年)/.test(lead) && lead.length < 12) || degrees(lead));
    });
    const [first, second] = run;
    if (!first || !second) return undefined;
    const limits = run.map(({ lead }) => limitOf(lead, true));
    if (run.slice(1).some(({ lead }) => /率/.test(lead) && !sameSubject(first.lead, lead))) return undefined;
    if (limits.every((limit) => limit !== undefined) && new Set(limits.map((limit) => limit?.comparison)).size > 1) return undefined;
    const cap = capOfRun(run, at);
    return { ...reading([{ kind: 'ladder', effect: 'deduct', rungs: rungsOf(run), ...cap.cap }], [...cap.asks, 'exclusive']), phrases: run.length };
  },
};

const degrees = (lead: string): boolean => /(?:下降|降低|退后|退步|上升)[一二两三1-9]个/.test(lead);
const sameSubject = (one: string, other: string): boolean => other.slice(0, 3) !== '' && one.includes(other.slice(0, 3));

/** “未建立的扣2分，不完善的扣1分”: absent, or there but badly. */
const DEGREES: Pattern = {
  name: 'degree-ladder',
  read: (at) => {
    const [first, second, third] = at.rest;
    if (!first || !second || second.separator !== '，' || !plainDeduction(first) || !plainDeduction(second)) return undefined;
    if (!/未|没有?|无|不/.test(first.lead)) return undefined;
    const badly = DEGRADED.test(second.lead) && !DEGRADED.test(first.lead.replace(/不(?:落实|建立|制定)/, ''));
    const less = Number(amountOf(second)) < Number(amountOf(first));
    if (badly && less) {
      const more = third?.separator === '，' && plainDeduction(third);
      const cap = capOfRun([first, second], at);
      const foreign = second.lead.length > 18 || more;
      return { ...reading([{ kind: 'ladder', effect: 'deduct', rungs: rungsOf([first, second]), ...cap.cap }], [...cap.asks, 'exclusive', ...when(foreign, 'two-readings')]), phrases: 2 };
    }
    const ownSubject = /[^未没无不]{3,}(?:未|没|无|不)/.test(second.lead);
    if (/^(?:未|没有|无|不)/.test(second.lead) || !ownSubject) return both([first, second]);
    return undefined;
  },
};

const plainDeduction = (phrase: Phrase): boolean =>
  phrase.act.kind === 'amount' && phrase.act.effect === 'deduct' && countingOf(phrase) === undefined && limitOf(phrase.lead, true) === undefined && !/各$|^各/.test(phrase.lead + phrase.act.words);

function both(phrases: readonly Phrase[]): Reading {
  const rules = phrases.map((phrase): ImportedRule => ({ kind: 'fixed', effect: phrase.act.effect, amount: amountOf(phrase) }));
  return { ...reading(rules, ['exclusive']), phrases: phrases.length };
}

/** “得4分，每少1条扣1分”: what the row starts from, in an item that starts at zero. */
const START_VALUE: Pattern = {
  name: 'start-value',
  read: ({ phrase }) =>
    phrase.remarks.includes(START) ? reading([{ kind: 'fixed', effect: 'award', amount: amountOf(phrase) }]) : undefined,
};

/** In order: what takes several phrases comes before what takes one. */
export const JOINED: readonly Pattern[] = [START_VALUE, SERIES, PIECEWISE, PER_EVENT, SHARED_COUNT, LEVELS, ALTERNATIVES, THRESHOLDS, DEGREES];
