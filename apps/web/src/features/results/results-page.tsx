/** The result of one sheet's units: ranking, or where points are lost. */
import Button from 'antd/es/button';
import Empty from 'antd/es/empty';
import { useCallback, useMemo } from 'react';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useTranslation } from '../../shared/language/i18n';
import { useFilterKey } from '../../shared/tables/use-row-keys';
import { filterUnits, listUnits, sheetsInUse } from './listed-units';
import { LossesTable } from './losses-table';
import { NoticesList } from './notices-list';
import { RankingTable } from './ranking-table';
import { ResultsToolbar } from './results-toolbar';
import './results.css';

export function ResultsPage() {
  const { t } = useTranslation();
  const search = useAddress();
  const change = useChangeAddress();
  const { assessment, facts } = useAssessment();
  const clear = useCallback(() => change({ q: undefined, grade: undefined, state: undefined }), [change]);
  useFilterKey('#unit-filter input, input#unit-filter', clear);
  const sheets = sheetsInUse(assessment);
  const sheet = sheets.find(({ id }) => id === search.sheet) ?? sheets[0];
  const all = useMemo(
    () => (sheet ? listUnits(assessment, sheet.id, search.sort) : []),
    [assessment, sheet, search.sort],
  );
  if (!sheet) return <NoUnits file={facts.name} />;
  const listed = filterUnits(all, search, assessment.program);
  const Table = search.view === 'losses' ? LossesTable : RankingTable;
  return (
    <>
      <h1 className="visually-hidden">{t('results.title')}</h1>
      <ResultsToolbar sheets={sheets} sheet={sheet} listed={listed} all={all.length} />
      {listed.length > 0 ? (
        <Table sheet={sheet} listed={listed} />
      ) : (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty.filtered')}>
          <Button onClick={clear}>{t('empty.clear')}</Button>
        </Empty>
      )}
      <NoticesList />
    </>
  );
}

const EXAMPLE = `units:
  巩义市:
    closed: all
    observations:
      county/2.2: { actual: { 常委会: 2 } }`;

/** A file without units: what to write into it. */
function NoUnits({ file }: { readonly file: string }) {
  const { t } = useTranslation();
  return (
    <div className="paper no-units">
      <h1>{t('empty.title', { file })}</h1>
      <p>{t('empty.next')}</p>
      <pre lang="zh-CN">{EXAMPLE}</pre>
      <p>{t('empty.afterwards')}</p>
    </div>
  );
}
