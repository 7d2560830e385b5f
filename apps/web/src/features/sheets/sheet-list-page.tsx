/** `/office/sheets`: the sheets that concern the role acting, how far each is, and where its unit stands. */
import { isToldScores, type SheetList } from '@kaohe/api-contract';
import type { Scheme } from '@kaohe/scoring';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import Empty from 'antd/es/empty';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { NamedUnit } from '../../shared/office/named-unit';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { inColumn } from '../../shared/scores/score-columns';
import { UnitFilter, useAskedUnits } from '../../shared/tables/unit-filter';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import { useGradeWords } from './grade-words';
import { sheetListRequest } from './sheet-requests';
import './sheets.css';

export function SheetListPage() {
  return <WithIssuedYear>{(issued) => <Sheets issued={issued} />}</WithIssuedYear>;
}

function Sheets({ issued: { year, scheme } }: { readonly issued: IssuedYear }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isAsked = useAskedUnits();
  const isTold = isToldScores(useActing().acting.role);
  const { data, error } = useQuery(sheetListRequest(year));
  const { body, onKeyDown } = useRowKeys(
    (unit) => void navigate({ to: '/office/sheets/$unit', params: { unit }, search: keepInOffice }),
  );
  if (!data) return <Unread error={error} />;
  const shown = data.sheets.filter(({ unit, unitEn }) => isAsked(unit, unitEn));
  const standings = data.sheets.flatMap(({ standing }) => standing ?? []);
  const sheetScore = inColumn(standings.map((one) => one.sheetScore));
  const total = inColumn(standings.map((one) => one.total));
  const title = (
    <div className="toolbar">
      <h1>{t('sheets.list')}</h1>
      <UnitFilter shown={shown.length} all={data.sheets.length} />
    </div>
  );
  if (data.sheets.length === 0)
    return (
      <>
        {title}
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('sheets.none')} />
      </>
    );
  return (
    <>
      {title}
      <div className="paper scroll">
        <table className="sheet-list">
          <caption className="visually-hidden">{t('sheets.list')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('nav.unit')}</th>
              <th scope="col">{t('sheets.team')}</th>
              <th scope="col">{t('sheets.own')}</th>
              {isTold && <ScoreHeads />}
              <th scope="col">{t('sheets.reportHead')}</th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            {shown.map((sheet) => (
              <SheetLine key={sheet.unit} {...{ sheet, scheme, isTold, sheetScore, total }} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function ScoreHeads() {
  const { t } = useTranslation();
  return (
    <>
      <th scope="col">{t('sheets.all')}</th>
      <th scope="col" className="number">
        {t('unit.sheetScore')}
      </th>
      <th scope="col" className="number">
        {t('results.total')}
      </th>
      <th scope="col">{t('results.grade')}</th>
    </>
  );
}

interface SheetLineProps {
  readonly sheet: SheetList['sheets'][number];
  readonly scheme: Scheme;
  /** Whether the role acting is told scores at all. */
  readonly isTold: boolean;
  readonly sheetScore: ReturnType<typeof inColumn>;
  readonly total: ReturnType<typeof inColumn>;
}

function SheetLine({ sheet, scheme, isTold, sheetScore, total }: SheetLineProps) {
  const { unit, team, own, rows, standing, report } = sheet;
  const { t } = useTranslation();
  const language = useLanguage();
  const grades = useGradeWords(scheme);
  return (
    <tr data-key={unit} tabIndex={-1}>
      <th scope="row">
        <Link to="/office/sheets/$unit" params={{ unit }} search={keepInOffice}>
          <NamedUnit scheme={scheme} name={unit} />
        </Link>
      </th>
      <td>{language === 'zh' ? team.name : team.nameEn}</td>
      <td>
        <Progress {...own} />
      </td>
      {isTold && (
        <>
          <td>{standing && <Progress {...rows} />}</td>
          <td className="number">{standing && sheetScore(standing.sheetScore)}</td>
          <td className="number">{standing && total(standing.total)}</td>
          <td>
            <Quoted text={grades(standing?.grades ?? [])} />
          </td>
        </>
      )}
      <td>{t(`sheets.report.${report}`)}</td>
    </tr>
  );
}

function Progress({ done, all }: { readonly done: number; readonly all: number }) {
  if (all === 0) return null;
  return (
    <span className={done === all ? 'rows-closed' : 'rows-open'}>
      <span aria-hidden="true">{done === all ? '✓' : '●'}</span> {done}/{all}
    </span>
  );
}
