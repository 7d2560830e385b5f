/** Everything there is to download for the role acting, in one list: the office's papers, the units', and blank forms. */
import { type ActName, actOf, type PaperList, type ReportState, type Role } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { WithIssuedYear } from '../../shared/office/issued-year';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { UnitFilter, useAskedUnits } from '../../shared/tables/unit-filter';
import { CheckPaper } from '../exports/check-paper';
import { Exports } from '../exports/exports';
import { PaperButtons } from './paper-button';
import { papersRequest } from './requests';
import './papers.css';

type Paper = PaperList['papers'][number];

export function PapersPage() {
  return <WithIssuedYear>{({ year }) => <Papers year={year} />}</WithIssuedYear>;
}

function Papers({ year }: { readonly year: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(papersRequest(year));
  const isAsked = useAskedUnits();
  const { role } = useActing().acting;
  if (!data) return <Unread error={error} />;
  const may = (act: ActName) => actOf(act).roles.includes(role);
  const units = data.units.filter(({ unit, unitEn }) => isAsked(unit, unitEn));
  const of = (kind: Paper['kind']) => data.papers.filter((paper) => paper.kind === kind);
  return (
    <>
      <div className="toolbar">
        <h1>{t('papers.title')}</h1>
        <UnitFilter shown={units.length} all={data.units.length} />
      </div>
      {data.papers.length === 0 && <p className="no-facts">{t('papers.none')}</p>}
      <PaperTable title={t('papers.office')} year={year} papers={of('office')} />
      {may('export.start') && <Exports year={year} />}
      {may('paper.verify') && <CheckPaper year={year} />}
      {units.length > 0 && <UnitTable year={year} papers={of('unit')} units={units} />}
      <PaperTable title={t('papers.blank')} year={year} papers={of('blank')} />
    </>
  );
}

interface PaperTableProps {
  readonly title: string;
  readonly year: string;
  readonly papers: readonly Paper[];
}

function PaperTable({ title, year, papers }: PaperTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (papers.length === 0) return null;
  return (
    <section className="paper papers-of" aria-label={title}>
      <table className="compact">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('papers.name')}</th>
            <th scope="col">{t('papers.download')}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map((one) => (
            <tr key={one.paper}>
              <th scope="row">{one[language]}</th>
              <td>
                {one.waits ? (
                  <span className="count">{one.waits[language]}</span>
                ) : (
                  <PaperButtons year={year} path={one.path} name={one[language]} formats={one.formats} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface UnitTableProps {
  readonly year: string;
  readonly papers: readonly Paper[];
  readonly units: PaperList['units'];
}

function UnitTable({ year, papers, units }: UnitTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { role } = useActing().acting;
  return (
    <section className="paper papers-of" aria-label={t('papers.unit')}>
      <table className="compact">
        <caption>{t('papers.unit')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('nav.unit')}</th>
            {papers.map((one) => (
              <th key={one.paper} scope="col">
                {one[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, unitEn, report }) => (
            <tr key={unit}>
              <th scope="row">
                <span lang="zh-CN">{unit}</span>
                {language === 'en' && <span className="english-name">{unitEn}</span>}
              </th>
              {papers.map((one) => (
                <td key={one.paper}>
                  {isThere(one.paper, { report, role }) ? (
                    <PaperButtons
                      year={year}
                      path={one.path}
                      unit={unit}
                      formats={one.formats}
                      name={`${language === 'en' ? unitEn : unit} ${one[language]}`}
                    />
                  ) : (
                    <span className="count">
                      {t(report === 'none' && one.paper === 'report' ? 'papers.notWritten' : 'papers.notTold')}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The feedback waits for the report to be received, the report for being begun; a unit is told with its report. */
function isThere(paper: string, { report, role }: { report: ReportState; role: Role }): boolean {
  if (report === 'received') return true;
  if (role === 'assessed-unit' || paper === 'feedback') return false;
  return paper !== 'report' || report !== 'none';
}
