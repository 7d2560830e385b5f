/** A rule as a sentence, from its parameters alone: what a reader compares with the printed text beside it. */
import { SEVERITY_TEXT } from '../accidents/severity-text.js';
import { assertNever } from '../wording/assert-never.js';
import { type Text, text } from '../wording/text.js';
import type { Effect } from './asking.js';
import type { Rule } from './rule.js';
import { apart, inEnglish, inUnit, isCounted } from './unit-words.js';

type Of<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;

const COMPARED = {
  '<': text('低于', 'below'),
  '<=': text('不高于', 'at most'),
  '>': text('高于', 'above'),
  '>=': text('不低于', 'at least'),
};
/** Things one counts are few or many, not low or high. */
const COUNTED = {
  '<': text('少于', 'fewer than'),
  '<=': text('不多于', 'at most'),
  '>': text('多于', 'more than'),
  '>=': text('达到', 'at least'),
};
const PER = {
  year: text('全年', 'a year'),
  half: text('每半年', 'each half-year'),
  quarter: text('每季度', 'each quarter'),
  month: text('每月', 'each month'),
};
const PART_STEP = {
  drop: text('不满一档不扣', 'a part of a step costs nothing'),
  'round-up': text('不满一档按一档扣', 'a part of a step counts as one'),
  prorate: text('按比例扣', 'in proportion'),
};
const PERIODS = {
  'per-period': text('；各期分别计算，多开的不补别的期', '; each period on its own'),
  'yearly-total': text('；只比全年总次数', '; the yearly total only'),
};
const AFTER = {
  'repeat-last': text('，以后同最后一次', ', then the last again'),
  continue: text('，以此类推', ', and so on'),
  nothing: text('，以后不再计', ', then nothing more'),
};

/** What the rule gives or takes, and when. */
export function ruleText(rule: Rule): Text {
  const words = wordsOf(rule);
  if (rule.cap === undefined) return words;
  return text(`${words.zh}，最多${rule.cap}分`, `${words.en}, at most ${rule.cap}`);
}

function wordsOf(rule: Rule): Text {
  switch (rule.kind) {
    case 'fixed':
      return text(`有此情形${effect(rule).zh}`, `${effect(rule).en} where it is so`);
    case 'per-unit':
      return perUnit(rule);
    case 'per-step':
      return perStep(rule);
    case 'threshold':
      return threshold(rule);
    case 'parts':
      return parts(rule);
    case 'ladder':
      return ladder(rule);
    case 'per-event-ladder':
      return perEvent(rule);
    case 'series':
      return series(rule);
    case 'piecewise':
      return piecewise(rule);
    case 'judgement':
      return judgement(rule);
    case 'formula':
      return formula(rule);
    default:
      return assertNever(rule);
  }
}

function effect({ amount, effect: direction }: Effect): Text {
  if (amount === undefined) return text('本大项不得分', 'the item is forfeited');
  return direction === 'award' ? text(`得${amount}分`, `+${amount}`) : text(`扣${amount}分`, `−${amount}`);
}

function perUnit(rule: Of<'per-unit'>): Text {
  const { zh, en } = effect(rule);
  if (rule.register === 'talks') {
    const by = rule.by ?? [];
    return text(
      `被${by.join('、')}约谈，每次${zh}（取自约谈台账）`,
      `${en} for each talk by ${by.join(', ')} (talks register)`,
    );
  }
  if (rule.requirements) {
    const periods = rule.periods ? PERIODS[rule.periods] : text('', '');
    const asked = rule.requirements.map((one) => requirement(one, rule.unit));
    return text(
      `${asked.map((one) => one.zh).join('；')}；每少1${rule.unit}${zh}${periods.zh}`,
      `${asked.map((one) => one.en).join('; ')}; ${en} for each one missing${periods.en}`,
    );
  }
  const verb = rule.basis === 'missing' ? text('每缺1', 'missing') : text('每发现1', 'found');
  return text(`${verb.zh}${rule.unit}${zh}`, `${en} for each ${inEnglish(rule.unit)} ${verb.en}`);
}

function requirement(
  { what, count, per, each }: NonNullable<Of<'per-unit'>['requirements']>[number],
  unit: string,
): Text {
  const zone = each === 'zone' ? text('（每个功能区）', ' (each zone)') : text('', '');
  return text(`${what}${PER[per].zh}${count}${unit}${zone.zh}`, `${what} ${count} ${PER[per].en}${zone.en}`);
}

function perStep(rule: Of<'per-step'>): Text {
  const { quantity, from, step } = rule;
  const { name, unit, baseline } = quantity;
  const partial = PART_STEP[rule.partialStep];
  const below = rule.direction === 'below';
  const compared = (isCounted(unit) ? COUNTED : COMPARED)[below ? '<' : '>'];
  // What is measured against a baseline is measured as how far it lies above it.
  const limit = baseline !== undefined && from === '0' ? text(baseline, baseline) : inUnit(from, quantity);
  const each = apart(step, quantity);
  const more = isCounted(unit) ? text(below ? '少' : '多', '') : text(below ? '低' : '高', '');
  return text(
    `${name}${compared.zh}${limit.zh}的，每${more.zh}${each.zh}${effect(rule).zh}（${partial.zh}）`,
    `${name} ${compared.en} ${limit.en}: ${effect(rule).en} for each ${each.en} (${partial.en})`,
  );
}

function threshold(rule: Of<'threshold'>): Text {
  const { name, unit } = rule.quantity;
  const compared = (isCounted(unit) ? COUNTED : COMPARED)[rule.comparison];
  const limit = inUnit(rule.value, rule.quantity);
  const from = rule.register ? text('（取自指标台账）', ' (indicators register)') : text('', '');
  return text(
    `${name}${compared.zh}${limit.zh}的，${effect(rule).zh}${from.zh}`,
    `${name} ${compared.en} ${limit.en}: ${effect(rule).en}${from.en}`,
  );
}

function parts(rule: Of<'parts'>): Text {
  const occasions = rule.occasions ? text('，每次分别计', ', each time') : text('', '');
  return text(
    `${rule.parts.join('、')}，每缺一项${effect(rule).zh}${occasions.zh}`,
    `${rule.parts.join(', ')}: ${effect(rule).en} for each absent${occasions.en}`,
  );
}

function ladder(rule: Of<'ladder'>): Text {
  const rungs = rule.rungs.map((rung) => ({ name: rung.name, ...effect(rung) }));
  const by = rule.quantity ? text(`按${rule.quantity.name}：`, `by ${rule.quantity.name}: `) : text('', '');
  return text(
    `${by.zh}${rungs.map(({ name, zh }) => `${name}${zh}`).join('，')}（只取一档）`,
    `${by.en}${rungs.map(({ name, en }) => `${name} ${en}`).join(', ')} (one rung only)`,
  );
}

function perEvent(rule: Of<'per-event-ladder'>): Text {
  const only = rule.responsible === 'only' ? text('责任事故', 'responsible accident') : text('事故', 'accident');
  const rungs = rule.rungs.map((rung) => {
    const levels = rung.levels.map((level) => SEVERITY_TEXT[level]);
    return text(
      `${levels.map((level) => level.zh).join('、')}${effect(rung).zh}`,
      `${levels.map((level) => level.en).join(', ')} ${effect(rung).en}`,
    );
  });
  return text(
    `每起${only.zh}：${rungs.map((rung) => rung.zh).join('；')}（取自事故台账）`,
    `each ${only.en}: ${rungs.map((rung) => rung.en).join('; ')} (accidents register)`,
  );
}

function series(rule: Of<'series'>): Text {
  const sign = rule.effect === 'award' ? text('得', '+') : text('扣', '−');
  const after = AFTER[rule.after];
  return text(
    `第1、2…${rule.unit}依次${sign.zh}${rule.amounts.join('、')}分${after.zh}`,
    `the first, second…: ${sign.en}${rule.amounts.join(', ')}${after.en}`,
  );
}

function piecewise({ quantity, slopes, replacing, effect: direction }: Of<'piecewise'>): Text {
  const [within, beyond] = slopes.map(({ amount }) => effect({ amount, effect: direction })) as [Text, Text];
  const line = slopes[0].upTo === 'baseline' ? quantity.baseline : slopes[0].upTo;
  const all =
    replacing === 'yes' ? text('（一旦超出，全部按后者）', ' (once beyond, all at the latter)') : text('', '');
  return text(
    `${quantity.name}在${line}以内的每${quantity.unit}${within.zh}，超出的每${quantity.unit}${beyond.zh}${all.zh}`,
    `${quantity.name}: ${within.en} each up to ${line}, ${beyond.en} each beyond it${all.en}`,
  );
}

function judgement({ range: [least, most], effect: direction }: Of<'judgement'>): Text {
  const award = direction === 'award';
  return text(
    `由考核人${award ? '评' : '酌情扣'}${least}—${most}分，须写明理由`,
    `${award ? 'a mark' : 'a deduction'} of ${least} to ${most} by the assessor, with a written reason`,
  );
}

function formula(rule: Of<'formula'>): Text {
  const terms = rule.terms.map(({ quantity, times }) => `${quantity.name}×${times}`);
  const sum = [...terms, ...(rule.plus === undefined ? [] : [rule.plus])].join(' + ');
  const held = [
    ...(rule.floor === undefined ? [] : [text(`最低${rule.floor}分`, `at least ${rule.floor}`)]),
    ...(rule.ceiling === undefined ? [] : [text(`最高${rule.ceiling}分`, `at most ${rule.ceiling}`)]),
  ];
  const limits = text(held.map(({ zh }) => `，${zh}`).join(''), held.map(({ en }) => `, ${en}`).join(''));
  const sign = rule.effect === 'award' ? text('得', '+') : text('扣', '−');
  return text(`${sign.zh}${sum}${limits.zh}`, `${sign.en}(${sum})${limits.en}`);
}
