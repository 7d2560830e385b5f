/** One line above the table: what is shown, filters, order, export. All of it stands in the address. */
import type { Scheme, Sheet } from '@kaohe/scoring';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Segmented from 'antd/es/segmented';
import Select from 'antd/es/select';
import { readSearch } from '../../shared/address/search';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { gradeLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { ExportButtons } from './export-buttons';
import type { ListedUnit } from './listed-units';

interface ResultsToolbarProps {
  readonly sheets: Scheme['sheets'];
  readonly sheet: Sheet;
  readonly listed: readonly ListedUnit[];
  readonly all: number;
}

export function ResultsToolbar({ sheets, sheet, listed, all }: ResultsToolbarProps) {
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
        ]}
        onChange={(view) => change({ view: view === 'losses' ? 'losses' : undefined })}
      />
      <SheetSwitch sheets={sheets} sheet={sheet} />
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
    </div>
  );
}

/** Each sheet is ranked on its own, so each has its own table. */
function SheetSwitch({ sheets, sheet }: Pick<ResultsToolbarProps, 'sheets' | 'sheet'>) {
  const { t } = useTranslation();
  const change = useChangeAddress();
  if (sheets.length < 2) return null;
  const label = ({ classes }: Sheet) => classes.map((one) => t(`scheme.classNames.${one}`)).join(' · ');
  return (
    <Segmented
      aria-label={t('results.sheet')}
      value={sheet.id}
      options={sheets.map((one) => ({ value: one.id, label: label(one) }))}
      onChange={(id) => change({ sheet: id === sheets[0]?.id ? undefined : id })}
    />
  );
}

function Filters() {
  const { t } = useTranslation();
  const language = useLanguage();
  const search = useAddress();
  const change = useChangeAddress();
  const { scheme } = useAssessment().assessment.program;
  return (
    <>
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
      <Select
        aria-label={t('results.open')}
        className="filter-select"
        value={search.state ?? ''}
        options={[
          { value: '', label: t('results.anyState') },
          { value: 'open', label: t('results.onlyOpen') },
          { value: 'edge', label: t('results.onlyEdge') },
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
