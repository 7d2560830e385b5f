/** The grades still possible, in words: of more than two, nothing can be said yet. */
import type { Scheme } from '@kaohe/scoring';
import { gradeLabel } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';

const MOST_NAMED = 2;

export function useGradeWords(scheme: Scheme): (grades: readonly string[]) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (grades) =>
    grades.length > MOST_NAMED
      ? t('sheets.gradeLater')
      : grades.map((grade) => gradeLabel(scheme, grade, language)).join(' / ');
}
