/** A stage in the words of whoever opens it: who can work once it is open, and what is to be over before. */
import type { StageOfYear } from '@kaohe/api-contract';
import { useLanguage, useTranslation } from '../../shared/language/i18n';

/** Stages whose opening is said in words of their own. */
const NAMED = ['self-assessment', 'review', 'appeal'] as const;

export function opensAs({ stage }: Pick<StageOfYear, 'stage'>): (typeof NAMED)[number] | 'other' {
  return NAMED.find((one) => one === stage) ?? 'other';
}

interface StageWords {
  readonly holders: string;
  /** Names of the stages that are to be over before it opens; empty where none is left. */
  readonly waitsFor: string;
}

export function useStageWords(stage: StageOfYear, stages: readonly StageOfYear[]): StageWords {
  const { t } = useTranslation();
  const language = useLanguage();
  const comma = language === 'en' ? ', ' : '、';
  const left = stages.filter(
    ({ stage: one, state }) => stage.after.includes(one) && state !== 'closed' && state !== 'off',
  );
  return {
    holders: stage.holders.map((role) => t(`role.${role}`)).join(comma),
    waitsFor: left.map(({ name, nameEn }) => (language === 'en' ? nameEn : `“${name}”`)).join(comma),
  };
}
