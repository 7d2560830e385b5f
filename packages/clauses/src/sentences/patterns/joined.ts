/** Phrases that only make sense together: a start value, series, slopes, events by severity, what is counted once. */
import type { ImportedRule, Rung } from '../../imported.js';
import type { Act } from '../acts.js';
import { countingOf } from '../counting.js';
import { eventName } from '../event-name.js';
import type { Phrase } from '../phrases.js';
import { type Pattern, reading, START, when } from '../reading.js';
import { numberOf, SEVERITY } from '../vocabulary.js';
import { amountOf, capOfRun, rungsOf, runOf, words } from './runs.js';
import { FORMULA } from './single.js';

const ORDINAL =
  /第([一二三四五六七八九十]|\d{1,2})(?:车次|次|起|批|例|件|宗|家|处|人|名|个|年|期|车|台|户|趟|份|篇|班|辆)/g;

/** “第1、2、3次” names each of them. */
const ORDINALS =
  /第((?:[一二三四五六七八九十]|\d{1,2})(?:[、和](?:[一二三四五六七八九十]|\d{1,2}))+)(?:车次|次|起|批|例|件|宗|家|处|人|名|个|年|期|车|台|户|趟|份|篇|班|辆)/g;
/** “第一名加5分” is a rank. */
const isRank = ({ effect }: Act, lead: string): boolean => effect === 'award' && /名/.test(lead);

const AFTERWARDS = /^(?:以后|此后|之后|往后)/;
/** “首次”, “再次”, “三次及以上”, “以后每次”. */
const WORDED: readonly (readonly [RegExp, number])[] = [
  [/首[次起例件批宗]|初次|头一/, 1],
  [/再次|两次/, 2],
  [/三次/, 3],
];

function ordinalsOf(lead: string): readonly number[] {
  const listed = [...lead.matchAll(ORDINALS)].flatMap(([, list]) => (list ?? '').split(/[、和]/));
  const single = [...lead.matchAll(ORDINAL)].map(([, one]) => one);
  const found = (listed.length > 0 ? listed : single).map((one) => Number(numberOf(one ?? '') ?? 0));
  if (found.length > 0) return found;
  return WORDED.filter(([word]) => word.test(lead)).map(([, ordinal]) => ordinal);
}

/** “被投诉1次扣1分，第二次起每次扣2分”. */
const isFirst = ([first, second]: readonly Phrase[]): boolean =>
  first !== undefined &&
  second?.separator === '，' &&
  /[^第\d](?:1|一)(?:次|起|例|件|批|人)(?:的)?，?$/.test(first.lead) &&
  /^第(?:二|2)(?:次|起|例|件|批|人)/.test(second.lead);

/** “第1起扣1分，第2起扣2分，第3起以上每起扣3分”. */
const SERIES: Pattern = {
  name: 'series',
  read: (at) => {
    const run = runOf(at.rest, ({ act, lead, separator }, index) => {
      const counts =
        ordinalsOf(lead).length > 0 || (index > 0 && AFTERWARDS.test(lead)) || (index === 0 && isFirst(at.rest));
      const fits = (act.kind === 'amount' || act.kind === 'amounts') && counts && !isRank(act, lead);
      return fits && (index === 0 || separator !== '。');
    });
    const ordinals = run.flatMap(({ lead }, index) => (index === 0 && isFirst(run) ? [1] : ordinalsOf(lead)));
    const amounts = run.flatMap(({ act }) => act.numbers);
    const named = /第|首[次起例件批宗]|初次|头一/.test(run[0]?.lead ?? '') || isFirst(run);
    if (run.length === 0 || amounts.length < 2 || !named) return undefined;
    const last = run[run.length - 1];
    const afterwards = AFTERWARDS.test(last?.lead ?? '');
    const goesOn = afterwards || /以(?:上|后)|及以|起(?:以后)?[，]?每|起及/.test(last?.lead ?? '');
    const alike = last?.remarks.some((remark) => /类推/.test(remark)) ?? false;
    const consecutive =
      ordinals.length + (afterwards ? 1 : 0) === amounts.length &&
      ordinals.every((one, index) => one === (ordinals[0] ?? 0) + index);
    const cap = capOfRun(run, at);
    const series: ImportedRule = { kind: 'series', effect: run[0]?.act.effect ?? 'deduct', amounts, ...cap.cap };
    const after = goesOn ? 'repeat-last' : alike ? '+1' : undefined;
    // biome-ignore lint/suspicious/noThenProperty: the vocabulary's own word; a rule is never awaited
    const rule: ImportedRule = after === undefined ? series : { ...series, then: after };
    const asks = [
      ...cap.asks,
      ...when(!goesOn && !alike, 'after-last'),
      ...when(!consecutive || ordinals[0] !== 1 || isFirst(run), 'two-readings'),
    ];
    return { ...reading([rule], asks), phrases: run.length };
  },
};

const WITHIN = /(?:^|，)前\d+[^，。；\d]{1,2}每|(?:以内|之内|控制[^，。；]*内)/;
const BEYOND = /超(?:出|过)|以外|\d[^，。；\d]{1,2}以上/;

/** “在5件以内的，每件扣0.2分；超过5件的部分，每件扣0.5分”. */
const PIECEWISE: Pattern = {
  name: 'piecewise',
  read: (at) => {
    const [first, second] = at.rest;
    if (first?.act.kind !== 'amount' || second?.act.kind !== 'amount' || !/[，；]/.test(second.separator))
      return undefined;
    const [one, two] = [countingOf(first), countingOf(second)];
    if (
      !one ||
      !two ||
      one.measured ||
      !WITHIN.test(first.lead) ||
      !(BEYOND.test(second.lead) || two.direction === 'above')
    )
      return undefined;
    const slopes = [first, second].map((phrase, index) => ({
      when: words(phrase).replace(/的?，?每[^每]*$/, '') || (index === 0 ? '以内' : '超出部分'),
      amount: amountOf(phrase),
      unit: (index === 0 ? one : two).unit,
    }));
    const stated = /部分/.test(second.lead);
    const figures = slopes.every(({ when: line }) => /\d/.test(line));
    const cap = capOfRun([first, second], at);
    const asks = [
      ...cap.asks.filter((ask) => ask !== 'cap-scope'),
      ...when(!stated, 'exclusive'),
      ...when(!figures, 'base-elsewhere'),
    ];
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
      const named = severity(phrase) !== undefined || (index === 0 && isLightest(at.rest));
      const level = phrase.act.kind === 'amount' && ordinalsOf(phrase.lead).length === 0 && named;
      const more = /^[另再]/.test(phrase.act.words) || /每死亡/.test(phrase.lead);
      return (
        level && (index === 0 || (!more && /[，、；]/.test(phrase.separator))) && !/率|指标|以内/.test(phrase.lead)
      );
    });
    const first = run[0];
    if (run.length < 2 || first === undefined) return undefined;
    const counted = run.map((phrase) => countingOf(phrase) !== undefined || /[一1\d]人/.test(phrase.lead));
    if (new Set(run.map((phrase) => severity(phrase))).size !== run.length) return undefined;
    const events = run.every(({ lead }) => !/隐患|问题/.test(lead));
    const sequel = run.slice(1).every(({ separator }) => separator !== '；');
    const cap = capOfRun(run, at);
    const asks = [
      ...cap.asks,
      ...when(!events || !sequel, 'two-readings'),
      ...when(counted[0] !== true, 'each-period'),
    ];
    return {
      ...reading([{ kind: 'per-event-ladder', effect: first.act.effect, rungs: eventsOf(run), ...cap.cap }], asks),
      phrases: run.length,
    };
  },
};

/** “发生冒烟的每起扣2分；造成轻伤的每起扣5分”: the first is the event by itself. */
function isLightest([first, second]: readonly Phrase[]): boolean {
  const counted = first && countingOf(first);
  return (
    second !== undefined &&
    counted?.unit === '起' &&
    !counted.missing &&
    /^(?:造成|致|一案致|导致|其中)/.test(second.lead) &&
    SEVERITY.test(second.lead)
  );
}

/** The events without the words that count them. */
function eventsOf(run: readonly Phrase[]): readonly Rung[] {
  return rungsOf(run).map(({ when: event, amount }) => ({ when: eventName(event), amount }));
}

const CASUALTIES = /(?:死亡|重伤|伤亡|失踪)?(?:\d+-)?\d+(?:名|个)?人(?:以上|以下|以内|（含）以上)?(?:死亡|重伤|轻伤)?/;

/** “死亡1人扣5分，死亡2人扣10分”, “50人以下的每起扣3分，50人以上的每起扣6分”: an amount by how many were hit. */
const BY_CASUALTIES: Pattern = {
  name: 'casualty-ladder',
  read: (at) => {
    const run = runOf(
      at.rest,
      ({ act, lead, separator }, index) =>
        act.kind === 'amount' &&
        act.effect === 'deduct' &&
        (CASUALTIES.test(lead) || (index > 0 && separator === '、' && /^[^，]{0,2}(?:较大|重大)/.test(lead))) &&
        !/率|未|少|缺|不|超/.test(lead.replace(/因[^，]*?(?:不落实|造成|导致|致使)/, '')) &&
        (index === 0 || /[，；、]/.test(separator)),
    );
    const first = run[0];
    const sizes = run.map((phrase) => CASUALTIES.exec(phrase.lead)?.[0] ?? words(phrase));
    if (first === undefined || run.length < 2 || new Set(sizes).size !== run.length) return undefined;
    if (!/死|伤|事故|事件|失踪|案/.test(first.lead + first.context.slice(-12))) return undefined;
    const cap = capOfRun(run, at);
    const rungs = run.map((phrase, index) => ({ when: sizes[index] ?? '', amount: amountOf(phrase) }));
    const { capScope: _own, ...limit } = cap.cap;
    return {
      ...reading(
        [{ kind: 'per-event-ladder', effect: 'deduct', rungs, ...limit }],
        [...cap.asks, 'exclusive', 'each-period'],
      ),
      phrases: run.length,
    };
  },
};

const COUNT = /(?:发生|出现|有|查出|发现)?(\d+|[一两二三四五])(?:起|次|件|例|处|宗|项|家)(及以上|以上)?/;

/** “发生1起扣15分，发生2起及以上扣30分”: an amount by how many there were in all. */
const BY_NUMBER: Pattern = {
  name: 'number-ladder',
  read: (at) => {
    const run = runOf(
      at.rest,
      ({ act, lead, separator }, index) =>
        act.kind === 'amount' &&
        act.effect === 'deduct' &&
        COUNT.test(lead) &&
        !/每|第|未|少|缺|率/.test(lead) &&
        (index === 0 || /[，；]/.test(separator)),
    );
    const counts = run.map(({ lead }) => Number(numberOf(COUNT.exec(lead)?.[1] ?? '') ?? 0));
    const rising = counts.every((one, index) => index === 0 || one > (counts[index - 1] ?? 0));
    if (run.length < 2 || !rising) return undefined;
    const cap = capOfRun(run, at);
    const rule: ImportedRule = { kind: 'ladder', effect: 'deduct', rungs: rungsOf(run), ...cap.cap };
    return { ...reading([rule], [...cap.asks, 'exclusive']), phrases: run.length };
  },
};

/** “达到定额得5分，达不到的按实际储备量÷定额×5计分”: the award is what the formula gives when all is there. */
const RESTATED_FORMULA: Pattern = {
  name: 'restated-formula',
  read: (at) => {
    const [award, formula] = at.rest;
    if (award?.act.kind !== 'amount' || award.act.effect !== 'award' || formula?.act.kind !== 'formula')
      return undefined;
    if (formula.separator !== '，' || !new RegExp(`[×*]${amountOf(award)}(?!\\d)`).test(formula.act.words))
      return undefined;
    const read = FORMULA.read({ ...at, phrase: formula, rest: at.rest.slice(1) });
    return read && { ...read, phrases: (read.phrases ?? 1) + 1 };
  },
};

/** “每发现1处乱占扣2分，乱堆扣1分”: what is counted is said once. */
const SHARED_COUNT: Pattern = {
  name: 'shared-count',
  read: (at) => {
    const counting = at.phrase.act.kind === 'amount' ? countingOf(at.phrase) : undefined;
    if (!counting || counting.measured || counting.missing || !/每/.test(at.phrase.lead)) return undefined;
    const run = runOf(
      at.rest,
      (phrase, index) =>
        index === 0 || (phrase.act.kind === 'amount' && /[，、]/.test(phrase.separator) && isBareName(phrase)),
    );
    if (run.length < 2) return undefined;
    const rules = run.map(
      (phrase): ImportedRule => ({
        kind: 'per-unit',
        effect: phrase.act.effect,
        amount: amountOf(phrase),
        unit: counting.unit,
        basis: 'occurrence',
      }),
    );
    return { ...reading(rules, ['each-period', ...capOfRun(run, at).asks]), phrases: run.length };
  },
};

const isBareName = (phrase: Phrase): boolean =>
  phrase.lead.length <= 8 &&
  phrase.act.per === undefined &&
  !/未|没|无|不|\d|一|的|其中/.test(phrase.lead) &&
  countingOf(phrase) === undefined;

/** “得4分，每少1条扣1分”: what the row starts from, in an item that starts at zero. */
const START_VALUE: Pattern = {
  name: 'start-value',
  read: ({ phrase }) =>
    phrase.remarks.includes(START)
      ? reading([{ kind: 'fixed', effect: 'award', amount: amountOf(phrase) }])
      : undefined,
};

/** In order. */
export const SEQUENCES: readonly Pattern[] = [
  START_VALUE,
  RESTATED_FORMULA,
  SERIES,
  PIECEWISE,
  BY_CASUALTIES,
  BY_NUMBER,
  PER_EVENT,
  SHARED_COUNT,
];
