/** The papers of one unit, on the page of its report and on its own page. */
import type { ReportState } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { Unread } from '../../shared/office/unread';
import { PaperButtons } from './paper-button';
import { papersRequest } from './requests';
import './papers.css';

interface UnitPapersProps {
  readonly year: string;
  readonly unit: string;
  readonly state: ReportState;
}

export function UnitPapers({ year, unit, state }: UnitPapersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error } = useQuery(papersRequest(year));
  if (!data) return <Unread error={error} />;
  const own = data.papers.filter(({ kind }) => kind === 'unit');
  if (own.length === 0) return null;
  return (
    <section aria-label={t('reports.papers')}>
      <h2>{t('reports.papers')}</h2>
      <ul className="unit-papers">
        {own
          .filter(({ paper }) => paper !== 'feedback' || state === 'received')
          .map(({ paper, path, formats, ...names }) => (
            <li key={paper}>
              <span>{names[language]}</span>{' '}
              <PaperButtons
                year={year}
                path={path}
                unit={unit}
                name={language === 'en' ? names.en : `${unit} ${names.zh}`}
                formats={formats}
              />
            </li>
          ))}
      </ul>
    </section>
  );
}
