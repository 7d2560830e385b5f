/** A rule as a sentence, from its parameters alone: what is compared with the printed text beside it. */
import { type Rule, SEVERITY_TEXT, type Text } from '@kaohe/scoring';
import type { TFunction } from 'i18next';

export interface Wording {
  readonly t: TFunction;
  readonly language: keyof Text;
}

export function ruleWords(rule: Rule, wording: Wording): string {
  const { t } = wording;
  switch (rule.kind) {
    case 'fixed':
      return t('rule.fixed', { effect: effectWords(rule, t) });
    case 'per-unit':
      return perUnitWords(rule, wording);
    case 'per-step': {
      const { quantity, from, step, direction, partialStep } = rule;
      const values = { quantity: quantity.name, from, step, unit: quantity.unit, effect: effectWords(rule, t) };
      const sentence = direction === 'below' ? t('rule.stepBelow', values) : t('rule.stepAbove', values);
      return sentence + t(`rule.partialStep.${partialStep}`);
    }
    case 'threshold': {
      const { quantity, comparison, value, register } = rule;
      const { name, unit } = quantity;
      const words = t('rule.threshold', {
        quantity: name,
        comparison: COMPARISONS[comparison],
        value,
        unit,
        effect: effectWords(rule, t),
      });
      return register ? words + t('rule.indicators') : words;
    }
    case 'parts': {
      const values = { parts: listWords(rule.parts, wording), effect: effectWords(rule, t) };
      return rule.occasions ? t('rule.partsEach', values) : t('rule.parts', values);
    }
    case 'ladder': {
      const rungs = rule.rungs.map((rung) => t('rule.rung', { name: rung.name, effect: effectWords(rung, t) }));
      const values = { rungs: rungs.join(SEPARATORS[wording.language].clauses) };
      return rule.quantity
        ? t('rule.ladder', { ...values, quantity: rule.quantity.name })
        : t('rule.ladderPlain', values);
    }
    case 'per-event-ladder':
      return eventWords(rule, wording);
  }
}

const COMPARISONS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;
const SEPARATORS = { zh: { list: '、', clauses: '；' }, en: { list: ', ', clauses: '; ' } } as const;

function listWords(names: readonly string[], { language }: Wording): string {
  return names.join(SEPARATORS[language].list);
}

interface Effect {
  readonly amount?: string | undefined;
  readonly forfeits?: string | undefined;
  readonly cap?: string | undefined;
}

function effectWords({ amount, cap }: Effect, t: TFunction): string {
  const effect = amount === undefined ? t('rule.forfeits') : t('rule.deducts', { amount });
  return cap === undefined ? effect : effect + t('rule.cap', { cap });
}

function perUnitWords(rule: Extract<Rule, { kind: 'per-unit' }>, wording: Wording): string {
  const { t } = wording;
  const effect = effectWords(rule, t);
  const { unit } = rule;
  if (rule.register) return t('rule.talks', { by: listWords(rule.by ?? [], wording), effect });
  if (!rule.requirements)
    return t(rule.basis === 'missing' ? 'rule.perMissing' : 'rule.perOccurrence', { unit, effect });
  const list = rule.requirements.map(({ what, count, per, each }) =>
    t(each ? 'rule.perZone' : 'rule.requirement', { what, count, per: t(`rule.per.${per}`) }),
  );
  const sentence = t('rule.requirements', { list: listWords(list, wording), unit, effect });
  const space = wording.language === 'en' ? ' ' : '';
  return rule.periods ? `${sentence}${space}${t(`rule.periods.${rule.periods}`)}` : sentence;
}

function eventWords(rule: Extract<Rule, { kind: 'per-event-ladder' }>, wording: Wording): string {
  const { t, language } = wording;
  const rungs = rule.rungs.map((rung) => {
    const name = listWords(
      rung.levels.map((level) => SEVERITY_TEXT[level][language]),
      wording,
    );
    return t('rule.rung', { name, effect: effectWords(rung, t) });
  });
  const which = t(rule.responsible ? 'rule.responsibleOnly' : 'rule.anyAccident');
  return t('rule.events', { which, rungs: rungs.join(SEPARATORS[language].clauses) });
}
