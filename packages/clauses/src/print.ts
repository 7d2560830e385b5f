/** A rule as the sentence that says exactly this; reading the Chinese sentence again gives the same rule. */
import type { Language } from '@kaohe/scoring';
import type { ImportedRule, PerStepImport, PerUnitImport, Rung, SeriesImport, ThresholdImport } from './imported.js';
import { printInEnglish } from './print-english.js';
import { eventName } from './sentences/event-name.js';

export function printRule(rule: ImportedRule, language: Language = 'zh'): string {
  if (language === 'en') return printInEnglish(rule);
  return `${sentenceOf(rule)}${rule.cap === undefined ? '' : `，${rule.capScope === 'group' ? '合计' : ''}最多${verb(rule)}${rule.cap}分`}`;
}

const verb = ({ effect }: ImportedRule): string => (effect === 'deduct' ? '扣' : '得');

function sentenceOf(rule: ImportedRule): string {
  switch (rule.kind) {
    case 'fixed':
      return `${rule.effect === 'deduct' ? '未做到的' : '做到要求的'}${verb(rule)}${rule.amount}分`;
    case 'per-unit':
      return perUnit(rule);
    case 'per-step':
      return perStep(rule);
    case 'threshold':
      return threshold(rule);
    case 'parts':
      return rule.effect === 'deduct'
        ? `${rule.parts.join('、')}，少一项扣${rule.amount}分`
        : `${rule.parts.join('、')}的，各得${rule.amount}分`;
    case 'ladder':
      return rungs(rule.rungs, verb(rule));
    case 'per-event-ladder':
      return rule.rungs
        .map(
          ({ when, amount }, index) => `${index === 0 ? '每发生一起' : ''}${eventName(when)}${verb(rule)}${amount}分`,
        )
        .join('、');
    case 'series':
      return series(rule);
    case 'piecewise':
      return rule.slopes
        .map(({ when, amount, unit }) => `${when}的，每${unit ?? '起'}${verb(rule)}${amount}分`)
        .join('；');
    case 'forfeit':
      return `未做到的，${FORFEITED[rule.forfeits]}不得分`;
    case 'judgement':
      return `酌情${verb(rule)}${rule.range[0]}-${rule.range[1]}分`;
    case 'formula':
      return `按${rule.expression.replace(/\*/g, '×').replace(/\//g, '÷').replace(/\(/g, '（').replace(/\)/g, '）')}${rule.effect === 'deduct' ? '扣分' : '计分'}`;
  }
}

const FORFEITED = { clause: '本条', criterion: '该小项', item: '该大项', sheet: '本考核' } as const;

function perUnit({ effect, amount, unit, basis, required }: PerUnitImport): string {
  const act = `${effect === 'deduct' ? '扣' : '得'}${amount}分`;
  if (basis === 'occurrence') return `每发现1${unit}${act}`;
  if (required === undefined) return `每少1${unit}${act}`;
  const period = required.period === undefined ? '' : `每${required.period}`;
  return `${period}不少于${required.count}${unit}，每少1${unit}${act}`;
}

function perStep({ effect, amount, step, unit, from, direction, partialStep }: PerStepImport): string {
  const target =
    from === undefined
      ? ''
      : `${direction === 'below' ? '低于' : '超过'}${from}${/百分点/.test(unit) ? '%' : unit}的，`;
  const act = `每${direction === 'below' ? '低' : '超'}${step}${unit}${effect === 'deduct' ? '扣' : '得'}${amount}分`;
  const part =
    partialStep === undefined
      ? ''
      : {
          drop: `，不足${step}${unit}不计`,
          'round-up': `，不足${step}${unit}按${step}${unit}计`,
          prorate: `，不足${step}${unit}的按比例计分`,
        }[partialStep];
  return target + act + part;
}

const COMPARED = { '<': '低于', '>': '高于', '>=': '大于等于', '<=': '小于等于' } as const;

function threshold({ effect, amount, comparison, value, unit }: ThresholdImport): string {
  const limit = value === undefined ? '目标值' : `${value}${unit ?? ''}`;
  return `${COMPARED[comparison]}${limit}的${effect === 'deduct' ? '扣' : '得'}${amount}分`;
}

function rungs(list: readonly Rung[], act: string): string {
  return list.map(({ when, amount }) => (amount === '0' ? `${when}的不得分` : `${when}的${act}${amount}分`)).join('，');
}

function series(rule: SeriesImport): string {
  const last = rule.amounts.length - 1;
  const each = rule.amounts.map((amount, index) => {
    const goesOn = index === last && rule.then === 'repeat-last';
    return `第${index + 1}次${goesOn ? '起每次' : ''}${verb(rule)}${amount}分`;
  });
  return `${each.join('，')}${rule.then === '+1' ? '，以此类推' : ''}`;
}
