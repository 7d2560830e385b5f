/** The grades still possible; what only a veto would give is said to be that. */
import type { AssessedUnit, Program } from '@kaohe/scoring';
import { useLanguage, useTranslation } from '../language/i18n';
import { gradeLabel, isGradedOnlyIfVetoed } from './assessment';

interface GradeWordsProps {
  readonly unit: AssessedUnit;
  readonly program: Program;
}

export function GradeWords({ unit, program }: GradeWordsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const labels = unit.decision.grades.map((grade) => gradeLabel(program.scheme, grade, language));
  if (labels.length === 0) return null;
  if (isGradedOnlyIfVetoed(program, unit)) return <>{t('results.onlyIfVetoed', { grade: labels.join(' / ') })}</>;
  return (
    <>
      {labels.map((label, index) => (
        <span key={label} className="grade-name">
          {index > 0 && ' / '}
          {label}
        </span>
      ))}
    </>
  );
}
