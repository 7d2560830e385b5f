/** What was noticed beside the result: ballots missing, casualties not stated. It stops nothing. */
import { renderProblem } from '@kaohe/scoring';
import { useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';

export function NoticesList() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { notices } = useAssessment().assessment.facts;
  if (notices.length === 0) return null;
  return (
    <details className="notices">
      <summary>{t('problems.notices', { count: notices.length })}</summary>
      <ul>
        {notices.map((found) => {
          const words = renderProblem(found)[language];
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </details>
  );
}
