/** Before a unit is told what was found: by whom it is assessed, on what, who supplies each part, and what is registered of it. */
import type { ReportJson, SheetJson, YearOverview } from '@kaohe/api-contract';
import type { Scheme } from '@kaohe/scoring';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import { Quoted } from '../../shared/language/quoted';
import { Unread } from '../../shared/office/unread';
import { entriesRequest } from '../registers/requests';
import { registersOf } from '../registers/shown-registers';
import { sheetRequest } from '../sheets/sheet-requests';

interface WhatIsAssessedProps {
  readonly year: string;
  readonly report: ReportJson;
  readonly scheme: Scheme;
}

export function WhatIsAssessed({ year, report: { unit, team, dueOn }, scheme }: WhatIsAssessedProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: sheet, error } = useQuery(sheetRequest(year, unit));
  if (!sheet) return <Unread error={error} />;
  const items = scheme.sheets.find(({ id }) => id === sheet.sheet)?.items ?? [];
  return (
    <section className="paper own-part" aria-label={t('unitHome.assessed')}>
      <h2>{t('unitHome.assessed')}</h2>
      <p>
        {t('unitHome.assessedBy', { team: nameOf(team, language) })}
        {dueOn !== null && t('unitHome.reportDue', { date: dueOn })}{' '}
        <Link to="/office/sheets/$unit" params={{ unit }} search={keepInOffice}>
          {t('unitHome.wholeSheet')}
        </Link>
      </p>
      <table className="compact">
        <caption className="visually-hidden">{t('unitHome.assessed')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.item')}</th>
            <th scope="col" className="number">
              {t('reports.full')}
            </th>
            <th scope="col" className="number">
              {t('unitHome.rows')}
            </th>
            <th scope="col">{t('sheets.supplier')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">{nameOf(item, language)}</th>
              <td className="number">{item.fullMarks}</td>
              <td className="number">{item.rows.length}</td>
              <td>
                <Suppliers rows={item.rows.map(({ id }) => id)} sheet={sheet} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Suppliers({ rows, sheet }: { readonly rows: readonly string[]; readonly sheet: SheetJson }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = sheet.rows
    .filter(({ row }) => row !== null && rows.includes(row))
    .map(({ supplier }) => nameOf(supplier, language) || t('sheets.team'));
  return <Quoted text={[...new Set(names)].join(language === 'en' ? ', ' : '、')} />;
}

/** How much is registered of the unit in each register it may read. */
export function Registered({ overview }: { readonly overview: YearOverview }) {
  const { t } = useTranslation();
  const { year } = overview;
  const registers = registersOf(overview);
  const lists = useQueries({ queries: registers.map((register) => entriesRequest({ year, register })) });
  // What is not read yet is not counted as nothing.
  const unread = lists.find(({ data }) => !data);
  if (unread) return <Unread error={unread.error} />;
  return (
    <section className="paper own-part" aria-label={t('unitHome.registered')}>
      <h2>{t('unitHome.registered')}</h2>
      <ul className="registered">
        {registers.map((register, index) => (
          <li key={register}>
            <Link to="/office/registers/$register" params={{ register }} search={keepInOffice}>
              {t(`registers.names.${register}`)}
            </Link>{' '}
            {t('unitHome.entries', { count: lists[index]?.data?.entries.length ?? 0 })}
          </li>
        ))}
      </ul>
    </section>
  );
}
