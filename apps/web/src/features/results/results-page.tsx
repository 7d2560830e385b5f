/** The result of one sheet's units: ranking, where points are lost, or which readings decide. */
import type { Sheet } from '@kaohe/scoring';
import Button from 'antd/es/button';
import Empty from 'antd/es/empty';
import { useCallback, useMemo } from 'react';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useTranslation } from '../../shared/language/i18n';
import { useFilterKey } from '../../shared/tables/use-row-keys';
import { FlipsTable } from './flips-table';
import { filterUnits, type ListedUnit, listUnits, unitsOnSheet } from './listed-units';
import { LossesTable } from './losses-table';
import { NoUnits } from './no-units';
import { NoticesList } from './notices-list';
import { RankingTable } from './ranking-table';
import { ResultsToolbar } from './results-toolbar';
import './results.css';

export function ResultsPage() {
  const { t } = useTranslation();
  const search = useAddress();
  const change = useChangeAddress();
  const { assessment } = useAssessment();
  const clear = useCallback(() => change({ q: undefined, grade: undefined, state: undefined }), [change]);
  useFilterKey('#unit-filter input, input#unit-filter', clear);
  const { sheets } = assessment.program.scheme;
  const first = sheets.find(({ id }) => unitsOnSheet(assessment, id) > 0) ?? sheets[0];
  const sheet = sheets.find(({ id }) => id === search.sheet) ?? first;
  const all = useMemo(
    () => (sheet ? listUnits(assessment, sheet.id, search.sort) : []),
    [assessment, sheet, search.sort],
  );
  if (!sheet) return null;
  const listed = filterUnits(all, search, assessment.program);
  return (
    <>
      <h1 className="visually-hidden">{t('results.title')}</h1>
      <ResultsToolbar sheet={sheet} listed={listed} all={all.length} />
      {all.length === 0 ? <NoUnits sheet={sheet} /> : <Listed sheet={sheet} listed={listed} clear={clear} />}
      <NoticesList />
    </>
  );
}

interface ListedProps {
  readonly sheet: Sheet;
  readonly listed: readonly ListedUnit[];
  readonly clear: () => void;
}

function Listed({ sheet, listed, clear }: ListedProps) {
  const { t } = useTranslation();
  const { view } = useAddress();
  if (view === 'readings') return <FlipsTable sheet={sheet} />;
  if (listed.length === 0)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty.filtered')}>
        <Button onClick={clear}>{t('empty.clear')}</Button>
      </Empty>
    );
  const Table = view === 'losses' ? LossesTable : RankingTable;
  return <Table sheet={sheet} listed={listed} />;
}
