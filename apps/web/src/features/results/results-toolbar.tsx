/** One line above the table: what is shown, filters, order, export. All of it stands in the address. */
import type { Sheet } from '@kaohe/scoring';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Segmented from 'antd/es/segmented';
import Select from 'antd/es/select';
import { readSearch } from '../../shared/address/search';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { gradeLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { ExportButtons } from './export-buttons';
import { type ListedUnit, unitsOnSheet } from './listed-units';

interface ResultsToolbarProps {
  readonly sheet: Sheet;
  readonly listed: readonly ListedUnit[];
  readonly all: number;
}

export function ResultsToolbar({ sheet, listed, all }: ResultsToolbarProps) {
  const { t } = useTranslation();
  const search = useAddress();
  const change = useChangeAddress();
  return (
    <div className="toolbar">
      <Segmented
        aria-label={t('results.title')}
        value={search.view ?? 'ranking'}
        options={[
          { value: 'ranking', label: t('results.ranking') },
          { value: 'losses', label: t('results.losses') },
          { value: 'readings', label: t('flips.tab') },
        ]}
        onChange={(view) => change({ ...readSearch({ view }), ...(view === 'ranking' && { view: undefined }) })}
      />
      <SheetSwitch sheet={sheet} />
      {search.view !== 'readings' && all > 0 && <ListTools sheet={sheet} listed={listed} all={all} />}
    </div>
  );
}

/** What narrows, orders and saves the list of units. */
function ListTools({ sheet, listed, all }: ResultsToolbarProps) {
  const { t } = useTranslation();
  const search = useAddress();
  const change = useChangeAddress();
  return (
    <>
      <Input
        id="unit-filter"
        className="unit-filter"
        allowClear
        placeholder={t('results.filter')}
        aria-label={t('results.filter')}
        value={search.q ?? ''}
        onChange={(event) => change({ q: event.target.value || undefined })}
      />
      <Filters />
      <span className="count" role="status">
        {t('results.count', { shown: listed.length, all })}
      </span>
      <span className="stretch" />
      {search.view === undefined && (
        <Button
          aria-pressed={search.composition === 'yes'}
          type={search.composition ? 'primary' : 'default'}
          onClick={() => change({ composition: search.composition ? undefined : 'yes' })}
        >
          {t('results.composition')}
        </Button>
      )}
      <ExportButtons sheet={sheet} listed={listed} />
    </>
  );
}

/** Each sheet is ranked on its own, so each has its own table. */
function SheetSwitch({ sheet }: Pick<ResultsToolbarProps, 'sheet'>) {
  const { t } = useTranslation();
  const change = useChangeAddress();
  const { assessment } = useAssessment();
  const { sheets } = assessment.program.scheme;
  if (sheets.length < 2) return null;
  const label = ({ id, classes: [unitClass = 'district'] }: Sheet) =>
    t('results.sheetOf', { name: t(`scheme.classNames.${unitClass}`), count: unitsOnSheet(assessment, id) });
  return (
    <Segmented
      aria-label={t('results.sheet')}
      value={sheet.id}
      options={sheets.map((one) => ({ value: one.id, label: label(one) }))}
      onChange={(id) => change({ sheet: id, grade: undefined, state: undefined, q: undefined })}
    />
  );
}

function Filters() {
  const { t } = useTranslation();
  const language = useLanguage();
  const search = useAddress();
  const change = useChangeAddress();
  const { scheme } = useAssessment().assessment.program;
  const hasGrades = scheme.gradeBands.length > 0;
  return (
    <>
      {hasGrades && (
        <Select
          aria-label={t('results.grade')}
          className="filter-select"
          value={search.grade ?? ''}
          options={[
            { value: '', label: t('results.anyGrade') },
            ...scheme.gradeBands.map(({ grade }) => ({ value: grade, label: gradeLabel(scheme, grade, language) })),
          ]}
          onChange={(grade) => change({ grade: grade || undefined })}
        />
      )}
      <Select
        aria-label={t('results.open')}
        className="filter-select"
        value={search.state ?? ''}
        options={[
          { value: '', label: t('results.anyState') },
          { value: 'open', label: t('results.onlyOpen') },
          ...(hasGrades ? [{ value: 'edge', label: t('results.onlyEdge') }] : []),
          { value: 'veto', label: t('results.onlyVeto') },
        ]}
        onChange={(state) => change(readSearch({ ...search, state }))}
      />
      <Select
        aria-label={t('results.sort')}
        className="filter-select"
        value={search.sort ?? 'rank'}
        options={[
          { value: 'rank' as const, label: t('results.byRank') },
          { value: 'printed' as const, label: t('results.printed') },
        ]}
        onChange={(sort) => change({ sort: sort === 'printed' ? 'printed' : undefined })}
      />
    </>
  );
}
