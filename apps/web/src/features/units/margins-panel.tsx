/** How far a unit is from the next grade and from the unit above, and which deductions would make up for it. */
import { type AssessedUnit, type Margin, marginsOf } from '@kaohe/scoring';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Search } from '../../shared/address/search';
import { gradeLabel, unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { formatFixed } from '../../shared/scores/format-score';

export function MarginsPanel({ unit }: { readonly unit: AssessedUnit }) {
  const { t } = useTranslation();
  const { assessment } = useAssessment();
  const margins = useMemo(() => marginsOf(assessment, unit), [assessment, unit]);
  if (margins.length === 0) return null;
  return (
    <section className="paper margins" aria-label={t('margins.title')}>
      {margins.map((margin) => (
        <MarginLine key={margin.kind} margin={margin} />
      ))}
    </section>
  );
}

function MarginLine({ margin: { kind, to, points, rows } }: { readonly margin: Margin }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const name = kind === 'grade' ? gradeLabel(scheme, to, language) : unitLabel(scheme, to, language);
  return (
    <p>
      <strong>{t(`margins.${kind}`, { to: name })}</strong> {t('margins.points', { points: formatFixed(points, 0) })}
      <span className="makes-up">
        {rows.length === 0 && t('margins.out')}
        {rows.length > 0 && t('margins.rows')}
        {rows.map(({ clause, row, worth, open }) => (
          <Link key={clause} to="." replace search={(before: Search) => ({ ...before, show: row })}>
            {open && '● '}
            {t('margins.worth', { clause: clause.split('/')[1] ?? clause, worth: formatFixed(worth, 0) })}
          </Link>
        ))}
      </span>
    </p>
  );
}
