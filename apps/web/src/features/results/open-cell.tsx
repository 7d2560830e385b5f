/** What of a unit is still open: rows as a link to its sheet, ratings and bonus by name. */
import { Link } from '@tanstack/react-router';
import type { Search } from '../../shared/address/search';
import { keepAcross } from '../../shared/address/use-address';
import { unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import type { ListedUnit } from './listed-units';

export function OpenCell({ row: { unit, name, openRows, openParts } }: { readonly row: ListedUnit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const parts = openParts.map((id) => {
    const part = unit.scored.parts.find(({ compiled }) => compiled.part.id === id)?.compiled.part;
    return part ? t('results.openForm', { name: language === 'zh' ? part.name : part.nameEn }) : t('results.openBonus');
  });
  const label = t('results.openRowsOf', { unit: unitLabel(scheme, name, language), count: openRows.length });
  const search = (before: Search): Search => ({ ...keepAcross(before), show: openRows[0] });
  if (openRows.length + parts.length === 0) return <td className="open-cell none">{t('results.none')}</td>;
  return (
    <td className="open-cell">
      {openRows.length > 0 && (
        <Link to="/units/$name" params={{ name }} search={search} aria-label={label}>
          {t('results.openRows', { count: openRows.length })} ›
        </Link>
      )}
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </td>
  );
}
