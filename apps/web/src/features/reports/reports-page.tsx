/** How far the report of each unit is: the team's own, or all of them for the office. */
import type { ReportList } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { dayOf } from '../../shared/office/day-of';
import { WithIssuedYear } from '../../shared/office/issued-year';
import { Unread } from '../../shared/office/unread';
import { UnitFilter, useAskedUnits } from '../../shared/tables/unit-filter';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import { ReportState } from './report-state';
import { reportListRequest } from './requests';
import './reports.css';

export function ReportsPage() {
  return <WithIssuedYear>{({ year }) => <Reports year={year} />}</WithIssuedYear>;
}

function Reports({ year }: { readonly year: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isAsked = useAskedUnits();
  const { data, error } = useQuery(reportListRequest(year));
  const keys = useRowKeys(
    (unit) => void navigate({ to: '/office/reports/$unit', params: { unit }, search: keepInOffice }),
  );
  if (!data) return <Unread error={error} />;
  const shown = data.reports.filter(({ unit, unitEn }) => isAsked(unit, unitEn));
  return (
    <>
      <div className="toolbar">
        <h1>{t('reports.title')}</h1>
        <UnitFilter shown={shown.length} all={data.reports.length} />
        {data.dueOn !== null && <span className="count">{t('reports.due', { date: data.dueOn })}</span>}
      </div>
      {data.reports.length === 0 ? (
        <p className="no-facts">{t('reports.none')}</p>
      ) : (
        <div className="paper scroll">
          <table className="compact report-list">
            <caption className="visually-hidden">{t('reports.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('reports.unit')}</th>
                <th scope="col">{t('board.team')}</th>
                <th scope="col">{t('board.report')}</th>
                <th scope="col">{t('reports.signedAt')}</th>
                <th scope="col">{t('reports.receivedAt')}</th>
                <th scope="col" className="number">
                  {t('reports.answered')}
                </th>
              </tr>
            </thead>
            <tbody ref={keys.body} onKeyDown={keys.onKeyDown}>
              {shown.map((one, index) => (
                <ReportLine key={one.unit} one={one} first={index === 0} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function ReportLine({ one, first }: { readonly one: ReportList['reports'][number]; readonly first: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr data-key={one.unit} tabIndex={first ? 0 : -1}>
      <th scope="row">
        <Link to="/office/reports/$unit" params={{ unit: one.unit }} search={keepInOffice}>
          <span lang="zh-CN">{one.unit}</span>
          {language === 'en' && <span className="english-name">{one.unitEn}</span>}
        </Link>
      </th>
      <td>{language === 'en' ? one.teamEn : one.team}</td>
      <td>
        <ReportState state={one.state} />
      </td>
      <td>{one.signedAt === null ? '–' : dayOf(one.signedAt)}</td>
      <td>
        {one.receivedAt === null ? '–' : dayOf(one.receivedAt)}
        {one.late && <strong className="is-late"> {t('reports.late')}</strong>}
      </td>
      <td className="number">{one.state === 'received' ? `${one.answered}/${one.suggestions}` : '–'}</td>
    </tr>
  );
}
