/** One unit: its outcome on top, then the sheet as printed with the losses in their places. */
import type { AssessedUnit, ScoredClause } from '@kaohe/scoring';
import { Link } from '@tanstack/react-router';
import Empty from 'antd/es/empty';
import { useMemo, useState } from 'react';
import { keepAcross, useAddress } from '../../shared/address/use-address';
import { findUnit, unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { PrintedSheet, type SheetSlots } from '../../shared/printed-sheet/printed-sheet';
import { useShown } from '../../shared/printed-sheet/use-shown';
import { BonusList } from './bonus-list';
import { ClauseMark } from './clause-mark';
import { ItemHead } from './item-head';
import { MarginsPanel } from './margins-panel';
import { RowFindings } from './row-findings';
import { clausesByRow, isSupplied, rowState } from './row-state';
import { RowStateCell } from './row-state-cell';
import { TrialEditor } from './trial-editor';
import { UnitBar } from './unit-bar';
import { UnitOutcome } from './unit-outcome';
import { useUnitKeys } from './use-unit-keys';
import './units.css';

export function UnitPage({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { assessment } = useAssessment();
  const unit = findUnit(assessment, name);
  if (unit) return <UnitSheet unit={unit} />;
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('unit.unknown', { name })}>
      <Link to="/results" search={keepAcross}>
        {t('unit.back')}
      </Link>
    </Empty>
  );
}

function UnitSheet({ unit }: { readonly unit: AssessedUnit }) {
  const { t } = useTranslation();
  const { show } = useAddress();
  const { scored } = unit;
  const { unit: name } = scored.facts;
  const slots = useSlots(unit);
  useShown(show);
  useUnitKeys(name);
  return (
    <>
      <UnitBar name={name} />
      <UnitOutcome unit={unit} />
      <MarginsPanel unit={unit} />
      <PrintedSheet sheet={scored.sheet.compiled.sheet} slots={slots} />
      <BonusList unit={unit} />
      <p className="signature">{t('unit.signature')}</p>
    </>
  );
}

/** What the unit's facts put into the printed sheet. */
function useSlots({ scored }: AssessedUnit): SheetSlots {
  const { t } = useTranslation();
  const [trying, setTrying] = useState<string>();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  return useMemo(() => {
    const { unit, observations } = scored.facts;
    const rows = clausesByRow(scored);
    const clauses = new Map([...rows.values()].flat().map((clause) => [clause.compiled.clause.id, clause]));
    const items = new Map(scored.items.map((item) => [item.compiled.item.id, item]));
    return {
      caption: t('unit.caption', { unit: unitLabel(scheme, unit, language), sheet: scored.sheet.compiled.sheet.title }),
      renderClause: (span) => {
        const clause = span.clause && clauses.get(span.clause.id);
        return clause ? <ClauseMark unit={unit} clause={clause} /> : span.text;
      },
      renderItemHead: (item) => {
        const found = items.get(item.id);
        return found && <ItemHead unit={unit} item={found} rows={rows} />;
      },
      renderBelow: (row) => (
        <>
          <RowFindings clauses={rows.get(row.id) ?? []} observations={observations} />
          {trying === row.id && <TrialEditor unit={unit} clauses={rows.get(row.id) ?? []} />}
        </>
      ),
      lastColumn: {
        head: t('unit.stateColumn'),
        render: (row) => {
          const own = rows.get(row.id) ?? [];
          const isOpen = trying === row.id;
          const trial = { isOpen, toggle: () => setTrying(isOpen ? undefined : row.id) };
          return <RowStateCell row={row} state={rowState(own)} trial={own.some(canBeTyped) ? trial : undefined} />;
        },
      },
      classOfRow: (row) => `${rowState(rows.get(row.id) ?? [])}-row${isSupplied(row) ? ' supplied-row' : ''}`,
    };
  }, [scored, scheme, trying, t, language]);
}

/** Whether somebody states the clause; what a register decides is never typed. */
function canBeTyped({ compiled }: ScoredClause): boolean {
  return compiled.register === undefined && compiled.rules.length > 0;
}
