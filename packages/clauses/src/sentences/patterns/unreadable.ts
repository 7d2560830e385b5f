/** Sentences that score something for which no rule can be given honestly. */
import { type Pattern, reading, unreadable } from '../reading.js';
import { NUMBER } from '../vocabulary.js';

const MULTIPLIED: Pattern = {
  name: 'multiplier',
  read: ({ phrase }) => (phrase.act.kind === 'multiplied' ? unreadable('multiplier') : undefined),
};

const EXTERNAL: Pattern = {
  name: 'external-reference',
  read: ({ phrase }) => (phrase.act.kind === 'external' ? unreadable('external-reference') : undefined),
};

const WITHOUT_AMOUNT: Pattern = {
  name: 'amount-missing',
  read: ({ phrase }) => (phrase.act.kind === 'missing' ? unreadable('amount-missing') : undefined),
};

const GARBLED: Pattern = {
  name: 'amount-garbled',
  read: ({ phrase }) => (phrase.act.kind === 'garbled' ? unreadable('amount-garbled') : undefined),
};

const WRONG_UNIT: Pattern = {
  name: 'unit-wrong',
  read: ({ phrase }) => (phrase.act.kind === 'wrong-unit' ? unreadable('unit-wrong') : undefined),
};

/** “扣除该项50%的分值”: a percentage of marks is no amount before somebody says of which. */
const SHARE_OF_MARKS: Pattern = {
  name: 'amount-form',
  read: ({ phrase }) => (phrase.act.kind === 'share' ? unreadable('amount-form') : undefined),
};

/** “明显高于” has no limit that could be checked. */
const UNDEFINED_TERM: Pattern = {
  name: 'undefined-term',
  read: ({ phrase }) =>
    /明显(?:高于|低于|偏|上升|下降|好转|改善)|较大幅度|大幅/.test(phrase.lead) && phrase.act.kind === 'amount'
      ? unreadable('undefined-term')
      : undefined,
};

const SHARE = new RegExp(`(?:占比|比例|率|覆盖面)[^，。；\\d]{0,6}(${NUMBER})%`, 'g');

/** A share above all there is: a dash was lost between two numbers. */
const LOST_DASH: Pattern = {
  name: 'lost-dash',
  read: ({ phrase, rest }) => {
    if ([...phrase.lead.matchAll(SHARE)].some(([, share]) => Number(share) > 200)) {
      const following = rest.slice(1).findIndex(({ separator }) => separator !== '，');
      return { ...unreadable('lost-dash'), phrases: following < 0 ? rest.length : following + 1 };
    }
    return undefined;
  },
};

/** “扣14分” among amounts that are all multiples of five: 1–4 may have lost its dash. */
const ODD_AMOUNT: Pattern = {
  name: 'odd-amount',
  read: ({ phrase, around }) => {
    const amount = phrase.act.numbers[0] ?? '';
    const others = around.amounts.filter((one) => one !== amount);
    const odd = /^[1-9][1-9]$/.test(amount) && amount.charAt(0) < amount.charAt(1) && Number(amount) % 5 !== 0;
    const round = others.length > 1 && others.every((one) => Number(one) % 5 === 0);
    return phrase.act.kind === 'amount' && odd && round ? unreadable('lost-dash') : undefined;
  },
};

/** “酌情扣1—3分” is a judgement; without a range it is none. */
const JUDGEMENT: Pattern = {
  name: 'judgement',
  read: ({ phrase: { act, lead, caps }, around }) => {
    if (act.kind !== 'open' && act.kind !== 'range') return undefined;
    const [one, two] = act.numbers;
    const cap = caps[0]?.amount;
    const range: readonly [string, string] | undefined =
      two !== undefined
        ? [one ?? '0', two]
        : one !== undefined && /以内|不超过|以下/.test(act.words)
          ? ['0', one]
          : cap === undefined
            ? undefined
            : ['0', cap];
    if (range === undefined) return unreadable('unbounded-judgement');
    const asks = [
      ...(act.kind === 'range' ? ['judged-levels'] : []),
      ...(act.effect === 'award' && around.start === 'full' && around.part === 'item' ? ['add-to-item'] : []),
      ...(/每/.test(lead) || Number(range[0]) > Number(range[1]) || two === undefined ? ['not-recognised'] : []),
    ];
    return reading([{ kind: 'judgement', effect: act.effect, range }], asks);
  },
};

export const UNREADABLE: readonly Pattern[] = [
  MULTIPLIED,
  EXTERNAL,
  WITHOUT_AMOUNT,
  GARBLED,
  WRONG_UNIT,
  SHARE_OF_MARKS,
  LOST_DASH,
  ODD_AMOUNT,
  UNDEFINED_TERM,
  JUDGEMENT,
];
