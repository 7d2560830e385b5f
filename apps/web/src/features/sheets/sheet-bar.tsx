/** The line above a sheet: which unit, its team, how far its report is, the keys, the way back. */
import type { SheetJson } from '@kaohe/api-contract';
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { keepInOffice } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { NamedUnit } from '../../shared/office/named-unit';

export function SheetBar({ sheet: { unit, team, report } }: { readonly sheet: SheetJson }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  return (
    <div className="toolbar one-line unit-bar">
      <h1>
        <NamedUnit scheme={scheme} name={unit} />
      </h1>
      <span className="unit-kind">
        {language === 'zh' ? team.name : team.nameEn} · {t(`sheets.report.${report}`)}
      </span>
      <span className="stretch" />
      <span className="key-hint">{t('sheets.keys')}</span>
      <Link to="/office/sheets" search={keepInOffice}>
        {t('sheets.toList')}
      </Link>
      <Button onClick={() => window.print()}>{t('unit.print')}</Button>
    </div>
  );
}
