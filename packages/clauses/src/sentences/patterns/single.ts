/** One phrase by itself: formulas, bare marks, thresholds, and what simply happened or did not. */
import type { ImportedRule } from '../../imported.js';
import { countingOf } from '../counting.js';
import { eventName } from '../event-name.js';
import { partsIn } from '../lists.js';
import { type Pattern, reading, unreadable, when } from '../reading.js';
import { ABSENT, LEVEL, SEVERITY } from '../vocabulary.js';
import { capOf } from './caps.js';
import { limitOf } from './limits.js';

/** “该项分值”, where the column prints it. */
const OWN_MARKS = /(?:该|本|此)(?:小)?项(?:目)?的?(?:标准)?(?:分值|满分|分)?|(?:标准|权重)分值?/;

/** “按达标率×8计分”, “满意率=满意件数÷参评件数，按满意率×6计分”. */
export const FORMULA: Pattern = {
  name: 'formula',
  read: ({ phrase, rest, around }) => {
    if (phrase.act.kind !== 'formula') return undefined;
    const chain = rest.slice(
      0,
      1 + rest.slice(1).findIndex((one) => one.act.kind !== 'formula' || one.separator !== '，'),
    );
    const formulas =
      rest[1]?.act.kind === 'formula' && rest[1].separator === '，'
        ? chain.length > 1
          ? chain
          : rest.slice(0, 2)
        : [phrase];
    const last = formulas[formulas.length - 1] ?? phrase;
    const words = last.act.words;
    if (/比例|比率|率(?:折算|计|得|赋|给|扣)/.test(words) && !/[×*÷/]/.test(words))
      return proportional(words, around.rowMarks);
    const effect = /扣|减分/.test(words) ? 'deduct' : 'award';
    const expression = expressionOf(words).replace(OWN_MARKS, around.rowMarks ?? '$&');
    const beyond = rest[formulas.length];
    const zero = beyond?.act.kind === 'nothing' && beyond.separator === '，';
    const rule: ImportedRule = {
      kind: 'formula',
      effect,
      expression,
      ...(/超出|超过/.test(words) ? { floor: '0' } : {}),
    };
    const asks = [
      ...when(zero, 'boundary'),
      ...when(/\d[\u4e00-\u9fa5]/.test(expression), 'number-unused'),
      ...when(effect === 'award' && around.start === 'full', 'start-value'),
      ...when(/指标|目标|计划|平均|上年/.test(words + last.lead), 'base-elsewhere'),
      ...when(last.caps.length > 0 && capOf(last, around).cap.cap !== undefined, 'cap-scope'),
    ];
    return { ...reading([{ ...rule, ...capOf(last, around).cap }], asks), phrases: formulas.length + (zero ? 1 : 0) };
  },
};

function expressionOf(words: string): string {
  const right = words.slice(words.lastIndexOf('=') + 1);
  return right
    .replace(/^\d{1,2}[.、]/, '')
    .replace(/^.*?按(?:照)?(?![时期规要季月年])/, '')
    .replace(/为[本该此](?:小?项)?得分$/, '')
    .replace(/(?:的?(?:分数|分值|得分)?(?:计算)?(?:计分|扣分|得分|加分|计扣|计算|扣))$/, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/^(.+?)占(.+?)的?(?:比例|比率|比重|百分比)/, '$1/$2')
    .replace(/×|乘以/g, '*')
    .replace(/÷|除以/g, '/')
    .replace(/，(?:加上|再加)/g, '+')
    .replace(/，(?:减去|再减)/g, '-');
}

function proportional(words: string, marks: string | undefined) {
  if (marks === undefined || /扣/.test(words)) return unreadable('base-elsewhere');
  const share = /按(?:照)?([^，。；]{1,12}?率)/.exec(words)?.[1] ?? '完成比例';
  return reading([{ kind: 'formula', effect: 'award', expression: `${share}*${marks}` }], ['base-elsewhere']);
}

/** “…。8分” and “…（4分）”: marks without a rule are an assessor's judgement; “…，1分” reads as an award. */
export const BARE_POINTS: Pattern = {
  name: 'bare-points',
  read: ({ phrase: { act, lead, separator, context }, around }) => {
    if (act.kind !== 'points') return undefined;
    const amount = act.numbers[0] ?? '';
    if (
      lead === '' &&
      (separator === '。' || context !== '' || act.words.startsWith('（')) &&
      !act.words.startsWith('，')
    ) {
      return reading(
        [{ kind: 'judgement', effect: 'award', range: ['0', amount] }],
        when(!around.marksAddUp, 'bare-points'),
      );
    }
    if (act.words.startsWith('（')) {
      return reading(
        [{ kind: 'judgement', effect: 'award', range: ['0', amount] }],
        when(!around.marksAddUp, 'bare-points'),
      );
    }
    return reading([{ kind: 'fixed', effect: 'award', amount }], ['bare-points']);
  },
};

/** “甲、乙、丙的，分别扣1分、2分、3分”: amounts matched to conditions in order. */
export const DISTRIBUTED: Pattern = {
  name: 'distributed',
  read: ({ phrase, around }) => {
    const { act, lead } = phrase;
    if (act.kind !== 'amounts') return undefined;
    const names = namesIn(lead);
    const asks = when(names.length !== act.numbers.length && !/前[三二五]名/.test(lead), 'two-readings');
    const ordinals = /第[一二三四五六\d]+(?:次|起|批|例|件|名)/.test(lead) && !/名/.test(lead);
    if (ordinals) return undefined;
    const levels =
      LEVEL.test(lead) || /[一二三]等奖|前[三二五]名|第[一二三][^，。；]{0,6}名|第一[、和]第?二/.test(lead);
    const counting = countingOf(phrase);
    if (act.effect === 'award' && levels && (counting === undefined || counting.unit === '项')) {
      const rungs = act.numbers.map((amount, index) => ({ when: names[index] ?? `第${index + 1}档`, amount }));
      const open = around.highestOnly || /前|第/.test(lead) ? [] : ['exclusive'];
      return reading(
        [{ kind: 'ladder', effect: 'award', rungs, ...capOf(phrase, around).cap }],
        [...asks, ...open, ...capOf(phrase, around).asks],
      );
    }
    if (names.filter((name) => SEVERITY.test(name)).length > 1) {
      const rungs = act.numbers.map((amount, index) => ({ when: eventName(names[index] ?? ''), amount }));
      return reading(
        [{ kind: 'per-event-ladder', effect: act.effect, rungs }],
        [...asks, ...when(!/每/.test(lead), 'not-recognised')],
      );
    }
    const rules = act.numbers.map((amount): ImportedRule => {
      if (counting && !counting.measured)
        return {
          kind: 'per-unit',
          effect: act.effect,
          amount,
          unit: counting.unit,
          basis: counting.missing ? 'missing' : 'occurrence',
          ...capOf(phrase, around).cap,
        };
      return { kind: 'fixed', effect: act.effect, amount };
    });
    return reading(rules, [...asks, ...when(counting !== undefined || /每/.test(lead), 'two-readings')]);
  },
};

function namesIn(lead: string): readonly string[] {
  const chunk =
    lead
      .replace(/（[^）]*）/g, '')
      .split('，')
      .find((one) => one.includes('、')) ?? lead;
  return chunk.split('、').map((name) => name.replace(/的$/, ''));
}

/** “未甲、未乙的各扣1分”: an amount for each part that is absent. */
export const EACH_PART: Pattern = {
  name: 'parts-each',
  read: ({ phrase, around }) => {
    const { act, lead } = phrase;
    if (act.kind !== 'amount' && act.kind !== 'amounts') return undefined;
    const each = /^各/.test(act.words) || /(?:各|分别)$/.test(lead);
    if (!each || act.numbers.length !== 1) return undefined;
    const list = partsIn(lead.replace(/(?:各|分别)$/, ''));
    if (list === undefined)
      return reading([{ kind: 'fixed', effect: act.effect, amount: act.numbers[0] ?? '' }], ['parts-open']);
    const cap = capOf(phrase, around);
    const rule: ImportedRule = {
      kind: 'parts',
      effect: act.effect,
      amount: act.numbers[0] ?? '',
      parts: list.parts,
      ...cap.cap,
    };
    return reading(
      [rule],
      [
        ...cap.asks,
        ...when(
          list.disagrees ||
            /[^、，](?:未|没有|无|不)/.test(lead) ||
            countingOf({ ...phrase, lead: lead.replace(/各$/, '') }) !== undefined,
          'parts-open',
        ),
      ],
    );
  },
};

/** “低于95%的扣1分”: a quantity on one side of a value. */
export const THRESHOLD: Pattern = {
  name: 'threshold',
  read: ({ phrase, rest, around }) => {
    const { act, lead } = phrase;
    if (act.kind !== 'amount' || act.per !== undefined) return undefined;
    if (countingOf(phrase)) return undefined;
    const limit = limitOf(lead, around.inclusive);
    if (limit === undefined) return undefined;
    // “达到100%得5分，否则按比例计分”: all there is, or what the formula gives.
    if (rest[1]?.act.kind === 'formula' && rest[1].separator === '，' && limit.comparison === '>=')
      return reading([{ kind: 'fixed', effect: act.effect, amount: act.numbers[0] ?? '' }], ['boundary']);
    const cap = capOf(phrase, around);
    const { comparison, value, unit, asks } = limit;
    const rule: ImportedRule = {
      kind: 'threshold',
      effect: act.effect,
      amount: act.numbers[0] ?? '',
      comparison,
      ...(value === undefined ? {} : { value }),
      ...(unit === undefined ? {} : { unit }),
      ...cap.cap,
    };
    const periodic = /每个?(?:年|月|季|周|旬|日|半年)/.test(lead);
    return reading(
      [rule],
      [
        ...asks,
        ...cap.asks,
        ...when(periodic, 'each-period'),
        ...when(act.effect === 'award' && around.start === 'full' && around.part === 'item', 'start-value'),
      ],
    );
  },
};

const BREACH =
  /未|没|无|不|缺|差|漏|迟|瞒|谎|违|虚假|弄虚|脱岗|离岗|空岗|混放|堆放|堵塞|逾期|超|为零|零|下降|上升|被|拒|擅自|失实|造假|失职|滞后|重复|错|损坏|丢失|中断|断档|泄露|流失|照抄|敷衍|形式|扰|推诿|拖延|落后|发生|出现|过期|失效|混乱|脏|积水|积尘|破损|杂乱|占用|闲置|停用|关闭|倒|垃圾|油污|照搬|偏差|投诉|举报|曝光|通报|批评|问责|查处|约谈|退回|返工|反弹/;
/** “每季度未召开的扣1分”: in every quarter, or once? */
const EACH_PERIOD = /每个?(?:半年|季度?|月|周|旬|日|天|学期)[^，。；]{0,6}(?:未|没|不|无)/;
/** One of something: each, or at least one? */
const ONE_OF = /[一1](?!\d)/;
const NO_NUMERAL =
  /“[^”]{3,}”|《[^》]*》|一把手|一票否决|一岗双责|一次性|一[律致般线体同定些直旦样户]|第一|[统唯之万专]一|[A-Za-z]?\d+[.\d]*[A-Za-z年月日号]|\d{2,}/g;
/** Words that count something after all. */
const COUNT_WORDS = /(?:缺|少|漏|欠|发现|发生|出现|超|低|迟|逾期)(?:[一两二三四五]|\d)(?!票|把手)/;
const DAMAGED_WORDS = /不不|的的|未未|扣扣|无无|没没|分分|了了|，，/;

/** “未制定的扣1分”: it happened, or it did not. */
export const FIXED: Pattern = {
  name: 'fixed',
  read: ({ phrase, around }) => {
    const { act, lead } = phrase;
    if (act.kind !== 'amount' || act.per !== undefined) return undefined;
    if (countingOf(phrase) || limitOf(lead, true) || /^各|各$|分别$/.test(act.words.slice(0, 1) + lead.slice(-2)))
      return undefined;
    const cap = capOf(phrase, around);
    const known = act.effect === 'award' ? lead.replace(/\d/g, '').length >= 3 : BREACH.test(lead) || ABSENT.test(lead);
    const rule: ImportedRule = { kind: 'fixed', effect: act.effect, amount: act.numbers[0] ?? '', ...cap.cap };
    return reading(
      [rule],
      [
        ...cap.asks,
        ...when(!known, 'condition'),
        ...when(DAMAGED_WORDS.test(lead), 'typing-damage'),
        ...when(
          /每|各/.test(
            lead
              .replace(/各(?:级|类|项|部门|单位|乡|村|县|镇|小|大|种|方|地|自|科|车)/g, '')
              .replace(/“[^”]*”/g, '')
              .replace(/每(?:个?(?:年|季度?|月|周|旬|日|天)|半年)/g, ''),
          ),
          'not-recognised',
        ),
        ...when(act.effect === 'award' && around.start === 'full' && around.part === 'item', 'add-to-item'),
        ...when(cap.cap.cap !== undefined || /逐|依次|分别|倍/.test(lead), 'not-recognised'),
        ...when(EACH_PERIOD.test(lead), 'each-period'),
        ...when(/(?:同上|同前|参照|依照|按规定|相应)/.test(lead), 'condition'),
        ...when(COUNT_WORDS.test(lead), 'not-recognised'),
        ...when(/[一二三四五六七八九]成|半数|分之|一半/.test(lead), 'not-recognised'),
        ...when(act.effect === 'award' && /名|档|排/.test(lead), 'exclusive'),
        ...when(/一票否决/.test(lead) && act.effect === 'deduct' && !ABSENT.test(lead), 'condition'),
        ...when(ONE_OF.test(lead.replace(NO_NUMERAL, '')), 'two-readings'),
      ],
    );
  },
};
