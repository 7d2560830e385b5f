/** Rungs of which one counts: levels of recognition, results, thresholds one inside the other, absent or poor. */
import type { ImportedRule } from '../../imported.js';
import { countingOf } from '../counting.js';
import type { Phrase } from '../phrases.js';
import { type At, type Pattern, type Reading, reading, when } from '../reading.js';
import { DEGRADED, LEVEL, NUMBER, UNIT } from '../vocabulary.js';
import { countRun } from './count-ladders.js';
import { limitOf } from './limits.js';
import { amountOf, capOfRun, rungsOf, runOf } from './runs.js';

/** “被国家推广的加5分，被省推广的加3分”: levels of recognition. */
const LEVELS: Pattern = {
  name: 'level-ladder',
  read: (at) => {
    const run = runOf(at.rest, ({ act, lead, separator }, index) => {
      const counted = countingOf({ ...at.phrase, lead, act }) !== undefined;
      const level =
        act.kind === 'amount' &&
        act.effect === 'award' &&
        LEVEL.test(lead) &&
        (index === 0 || counted === (countingOf(at.phrase) !== undefined));
      return (
        level && (index === 0 || separator === '，' || separator === '、' || (separator === '；' && lead.length < 12))
      );
    });
    const first = run[0];
    if (run.length < 2 || first === undefined) return undefined;
    const levels = run.map(({ lead }) => (LEVEL.exec(lead.split('，').pop() ?? '') ?? LEVEL.exec(lead))?.[0] ?? '');
    if (new Set(levels).size !== run.length || run.some(({ lead }) => /满意|率/.test(lead))) return undefined;
    const cap = capOfRun(run, at);
    const counted = run.map(countingOf);
    if (counted.every((one) => one !== undefined && !one.measured)) {
      const rules = run.map(
        (phrase, index): ImportedRule => ({
          kind: 'per-unit',
          effect: 'award',
          amount: amountOf(phrase),
          unit: counted[index]?.unit ?? '',
          basis: 'occurrence',
          ...cap.cap,
        }),
      );
      return { ...reading(rules, cap.cap.cap === undefined ? cap.asks : ['cap-scope']), phrases: run.length };
    }
    const asks = [
      ...cap.asks,
      ...when(!at.around.highestOnly, 'exclusive'),
      ...when(
        counted.some((one) => one !== undefined),
        'two-readings',
      ),
      ...when(cap.cap.cap !== undefined, 'cap-scope'),
    ];
    return {
      ...reading([{ kind: 'ladder', effect: 'award', rungs: rungsOf(run), ...cap.cap }], asks),
      phrases: run.length,
    };
  },
};

const FIGURE = new RegExp(`${NUMBER}(?:%|分|${UNIT})`);
/** “一项不合格得3分”, “1次得1分”: a lower result, not so much for each. */
const OF_SEVERAL = /^(?:其中)?有?(?:任一|[一二两三四五]|\d+)(?:项|种|类|个|次|人|家)/;
const CHOICE = /只|仅|其中|未|但|较好|一般|较差|两项|其他|其余|基本|部分|全部|否则/;

/** “达到90%得3分，80%得2分，低于80%不得分”: one of several results. */
const ALTERNATIVES: Pattern = {
  name: 'award-ladder',
  read: (at) => {
    const run = runOf(at.rest, ({ act, lead, separator }, index) => {
      const award =
        act.kind === 'amount' &&
        act.effect === 'award' &&
        /得|计|记|为/.test(act.words) &&
        !(index > 0 && (/^[再另]/.test(act.words) || countRun(at.rest.slice(index)).length > 0));
      return (
        (award || (act.kind === 'nothing' && index > 0)) &&
        (countingOf({ ...at.phrase, lead, act }) === undefined ||
          (index > 0 && !/每/.test(lead) && OF_SEVERAL.test(lead))) &&
        (index === 0 || separator === '，' || separator === '、' || (separator === '；' && goesOn(at.phrase, lead)))
      );
    });
    const first = run[0];
    if (first === undefined || run.length < 2) return undefined;
    const awards = run.filter(({ act }) => act.kind === 'amount');
    const nothing = run.length > awards.length;
    if (awards.length === 1) {
      return {
        ...reading(
          [{ kind: 'fixed', effect: 'award', amount: amountOf(first) }],
          startAsks(at, FIGURE.test(first.lead)),
        ),
        phrases: run.length,
      };
    }
    const amounts = awards.map((phrase) => Number(amountOf(phrase)));
    const falling = amounts.every((one, index) => index === 0 || one < (amounts[index - 1] ?? 0));
    const figures = run.some(({ lead }) => FIGURE.test(lead));
    const signals = figures || nothing || run.slice(1).some(({ lead }) => CHOICE.test(lead));
    if (!signals && !falling) return undefined;
    if (!signals)
      return {
        ...reading(
          awards.map((phrase) => ({ kind: 'fixed' as const, effect: 'award' as const, amount: amountOf(phrase) })),
          ['exclusive'],
        ),
        phrases: run.length,
      };
    const judged = run.some(({ lead }) => /较好|好的|一般的?$|较差/.test(lead));
    const cap = capOfRun(run, at);
    const rule: ImportedRule = { kind: 'ladder', effect: 'award', rungs: rungsOf(run), ...cap.cap };
    const asks = [
      ...cap.asks,
      ...when(judged, 'judged-levels'),
      ...when(!settled(run), 'boundary'),
      ...when(!falling || (!figures && !awards.slice(1).some(({ lead }) => CHOICE.test(lead))), 'two-readings'),
      ...startAsks(at, false),
    ];
    return { ...reading([rule], asks), phrases: run.length };
  },
};

/** Behind a semicolon: the next result of the same thing, not a new thing. */
function goesOn(first: Phrase, lead: string): boolean {
  if (/^(?:仅|只|均未|部分|基本|未|没有|无|有?[一二两三四]?[类项个家人次](?:以上)?[未不])|但/.test(lead)) return true;
  const rank = /名|档|排/;
  if (rank.test(first.lead)) return /^(?:第|前|后|其余|其他|[一二三四五]档)/.test(lead);
  if (!FIGURE.test(first.lead) && !/达到?|完成|高于|优于/.test(first.lead)) return false;
  if (FIGURE.test(lead) && lead.length < 18 && first.lead.includes(lead.slice(0, 2))) return true;
  return /^(?:[\d<>≤≥]|不到|低于|不足|未达|达到|其余|其他|否则|同比|持平|高于|超过|小于|大于|在\d)/.test(lead);
}

function startAsks({ around }: At, figure: boolean): readonly string[] {
  return [...when(around.start === 'full' && around.part === 'item', 'start-value'), ...when(figure, 'boundary')];
}

/** Every boundary between neighbours is said to belong to one of them. */
function settled(run: readonly Phrase[]): boolean {
  if (run.some(({ lead }) => /以下|\d%?-\d/.test(lead))) return false;
  const figures = run.filter(({ lead }) => FIGURE.test(lead));
  if (figures.length === 0) return true;
  const lower = figures.filter(({ lead }) => /以上|大于等于|不低于|达到/.test(lead));
  const below = figures.filter(({ lead }) => /不足|低于|不到|小于|未达/.test(lead));
  return (
    lower.length + below.length === figures.length &&
    below.length > 0 &&
    figures.length <= lower.length + 1 &&
    lower.length < 2
  );
}

const BAND = new RegExp(
  `${NUMBER}(?:${UNIT})?(?:（[^）]*）)?(?:-|至|到)${NUMBER}|${NUMBER}(?:${UNIT})?(?:（[^）]*）)?以上(?:不足)?${NUMBER}|${NUMBER}(?:${UNIT})?(?:（[^）]*）|及)?(?:以上|以下|以内)|(?:不足|低于|不到|超过|高于|大于|小于)${NUMBER}`,
);

/** “500元以下扣0.5分，500元至5000元扣1分，5000元以上扣2分”: one band of several. */
const BANDS: Pattern = {
  name: 'band-ladder',
  read: (at) => {
    const run = runOf(at.rest, (phrase, index) => {
      const { act, lead, separator } = phrase;
      if (act.kind !== 'amount' || act.effect !== 'deduct' || !BAND.test(lead)) return false;
      const hit = /人/.test(BAND.exec(lead)?.[0] ?? '') && /死|伤|亡|失踪|事故|被困/.test(at.phrase.lead);
      if (countingOf(phrase) !== undefined || hit) return false;
      return index === 0 || separator === '，' || (separator === '；' && /^[^，]{0,2}\d/.test(lead));
    });
    const bands = run.map(({ lead }) => BAND.exec(lead)?.[0] ?? '');
    const between = bands.some((band) => /-|至|到\d|以上(?:不足)?\d/.test(band));
    const falling =
      run.length > 2 &&
      /以下|不足|低于/.test(bands[run.length - 1] ?? '') &&
      bands.slice(0, -1).every((band) => /以上/.test(band));
    if (run.length < 2 || !(between || falling || isOneOfTwo(bands))) return undefined;
    const cap = capOfRun(run, at);
    const rule: ImportedRule = { kind: 'ladder', effect: 'deduct', rungs: rungsOf(run), ...cap.cap };
    return { ...reading([rule], [...cap.asks, 'boundary']), phrases: run.length };
  },
};

/** Below a value first and above it last, or the other way round. */
function isOneOfTwo(bands: readonly string[]): boolean {
  const [first = '', last = ''] = [bands[0], bands[bands.length - 1]];
  const upwards = /以下|以内/.test(first) && /以上/.test(last);
  return upwards || (bands.length === 2 && /以上/.test(first) && /以下|以内/.test(last));
}

/** “低于90%扣2分，低于80%扣4分”: one threshold includes the other. */
const THRESHOLDS: Pattern = {
  name: 'threshold-ladder',
  read: (at) => {
    const run = runOf(at.rest, ({ act, lead, separator }, index) => {
      if (
        act.kind !== 'amount' ||
        act.effect !== 'deduct' ||
        act.per !== undefined ||
        countingOf({ ...at.phrase, lead, act })
      )
        return false;
      if (index === 0) return limitOf(lead, true) !== undefined || degrees(lead);
      if (separator === '；') return ONLY_LIMIT.test(lead) && limitOf(at.phrase.lead, true)?.value !== undefined;
      return (
        /[，、]/.test(separator) &&
        (limitOf(lead, true) !== undefined || (NOTHING_AT_ALL.test(lead) && lead.length < 12) || degrees(lead))
      );
    });
    const [first, second] = run;
    if (!first || !second) return undefined;
    const limits = run.map(({ lead }) => limitOf(lead, true));
    if (limits[0]?.value === undefined && !degrees(first.lead) && !NOTHING_AT_ALL.test(second.lead)) return undefined;
    if (run.slice(1).some(({ lead }) => /率/.test(lead) && !sameSubject(first.lead, lead))) return undefined;
    if (limits.every((limit) => limit !== undefined) && new Set(limits.map((limit) => limit?.comparison)).size > 1)
      return undefined;
    const cap = capOfRun(run, at);
    return {
      ...reading([{ kind: 'ladder', effect: 'deduct', rungs: rungsOf(run), ...cap.cap }], [...cap.asks, 'exclusive']),
      phrases: run.length,
    };
  },
};

/** “低于70%的” and no word more: the next value of the same thing. */
const ONLY_LIMIT = new RegExp(`^(?:低于|少于|不足|不到|高于|超过|大于|小于)${NUMBER}(?:${UNIT})?(?:的)?，?$`);
const NOTHING_AT_ALL = /^(?:一[篇条次个件]|未|没有|无|全年|为零|零)/;
const degrees = (lead: string): boolean => /(?:下降|降低|退后|退步|上升)[一二两三1-9]个/.test(lead);
const sameSubject = (one: string, other: string): boolean =>
  other.slice(0, 3) !== '' && one.includes(other.slice(0, 3));

/** “未建立的扣2分，不完善的扣1分”: absent, or there but badly. */
const DEGREES: Pattern = {
  name: 'degree-ladder',
  read: (at) => {
    const [first, second, third] = at.rest;
    if (!first || !second || !plainDeduction(first) || !plainDeduction(second)) return undefined;
    const goesOn = second.separator === '；' && /^[^，。；]{1,6}(?:但|却)/.test(second.lead);
    if (second.separator !== '，' && !goesOn) return undefined;
    if (!/未|没有?|无|不/.test(first.lead)) return undefined;
    const badly = DEGRADED.test(second.lead) && !DEGRADED.test(first.lead.replace(/不(?:落实|建立|制定)/, ''));
    const less = Number(amountOf(second)) < Number(amountOf(first));
    const atAll = NOTHING_AT_ALL.test(second.lead) && second.lead.length < 8 && DEGRADED.test(first.lead) && !less;
    if ((badly && less) || atAll) {
      const more = third?.separator === '，' && plainDeduction(third);
      const cap = capOfRun([first, second], at);
      const foreign = second.lead.length > 18 || more;
      return {
        ...reading(
          [{ kind: 'ladder', effect: 'deduct', rungs: rungsOf([first, second]), ...cap.cap }],
          [...cap.asks, 'exclusive', ...when(foreign, 'two-readings')],
        ),
        phrases: 2,
      };
    }
    const ownSubject = /[^未没无不]{3,}(?:未|没|无|不)/.test(second.lead);
    if (/^(?:未|没有|无|不)/.test(second.lead) || !ownSubject) return both([first, second]);
    return undefined;
  },
};

const plainDeduction = (phrase: Phrase): boolean =>
  phrase.act.kind === 'amount' &&
  phrase.act.effect === 'deduct' &&
  countingOf(phrase) === undefined &&
  limitOf(phrase.lead, true) === undefined &&
  !/各$/.test(phrase.lead) &&
  !/^各/.test(phrase.act.words);

function both(phrases: readonly Phrase[]): Reading {
  const rules = phrases.map(
    (phrase): ImportedRule => ({ kind: 'fixed', effect: phrase.act.effect, amount: amountOf(phrase) }),
  );
  return { ...reading(rules, ['exclusive']), phrases: phrases.length };
}

/** In order. */
export const LADDERS: readonly Pattern[] = [LEVELS, ALTERNATIVES, BANDS, THRESHOLDS, DEGREES];
