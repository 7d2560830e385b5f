/** ◆ for each reading in force; a click shows it in place. */
import { useState } from 'react';
import { useAssessment } from '../assessment/assessment';
import { useLanguage, useTranslation } from '../language/i18n';
import { ReadingCard } from './reading-card';

export function ReadingMarks({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const [shown, setShown] = useState<string>();
  if (names.length === 0) return null;
  return (
    <div className="reading-marks">
      {names.map((name) => {
        const reading = scheme.readings[name];
        const question = (language === 'zh' ? reading?.question : reading?.questionEn) ?? name;
        return (
          <button
            key={name}
            type="button"
            className="plain-button reading-mark"
            aria-expanded={shown === name}
            aria-label={`${t('reading.list')}${t('app.colon')}${question}`}
            onClick={() => setShown(shown === name ? undefined : name)}
          >
            ◆ {question}
          </button>
        );
      })}
      {shown !== undefined && <ReadingCard name={shown} />}
    </div>
  );
}
