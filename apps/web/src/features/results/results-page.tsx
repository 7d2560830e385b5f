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
  if (!sheet)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <strong>{t('empty.title', { file: facts.name })}</strong>
            <br />
            {t('empty.next')}
          </>
        }
      />
    );
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
