/** How a unit's interval narrows: what is still open, the widest first, assumed settled one thing after the other. */
import {
  type AssessedUnit,
  type Assessment,
  compare,
  type Deciding,
  decidingOf,
  openParts,
  openRows,
  rational,
} from '@kaohe/scoring';
import { Link, useNavigate } from '@tanstack/react-router';
import Empty from 'antd/es/empty';
import Select from 'antd/es/select';
import { useMemo } from 'react';
import { keepAcross, useAddress, useChangeAddress } from '../../shared/address/use-address';
import { findUnit, unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { difference } from '../../shared/scores/format-score';
import { type Assumption, type Narrowed, narrow, printAssumptions, readAssumptions } from './assumptions';
import { DecidingTable } from './deciding-table';
import { domainOf } from './domain';
import { IntervalNow } from './interval-now';
import { StepsTable } from './steps-table';
import './bounds.css';

/** Whether anything of a unit is not known yet. */
function isOpen({ scored }: AssessedUnit): boolean {
  return openRows(scored.items).length + openParts(scored).length > 0;
}

/** Of several, the one whose total is the least certain. */
function widest(units: readonly AssessedUnit[]): AssessedUnit | undefined {
  const width = ({ scored: { total } }: AssessedUnit) => difference(total.most, total.least);
  return [...units].sort((a, b) => compare(width(b), width(a)))[0];
}

export function BoundsPage({ name: asked }: { readonly name: string | undefined }) {
  const { t } = useTranslation();
  const { assessment } = useAssessment();
  const open = assessment.units.filter(isOpen);
  const name = asked ?? widest(open)?.scored.facts.unit;
  const unit = name === undefined ? undefined : findUnit(assessment, name);
  if (unit) return <UnitBounds unit={unit} open={open} />;
  const description =
    asked === undefined ? (
      <>
        {t('bounds.nothing')}
        <br />
        {t('bounds.nothingWhy')}
      </>
    ) : (
      t('unit.unknown', { name: asked })
    );
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={description}>
      <Link to="/results" search={keepAcross}>
        {t('unit.back')}
      </Link>
    </Empty>
  );
}

/** What can still move the total or bring a veto, the widest first. */
function decidingTotal({ assessment, unit }: Narrowed): Deciding[] {
  return decidingOf(assessment, unit).filter(
    ({ swing, vetoes }) => compare(swing, rational(0n)) > 0 || vetoes.length > 0,
  );
}

interface UnitBoundsProps {
  readonly unit: AssessedUnit;
  readonly open: readonly AssessedUnit[];
}

function UnitBounds({ unit, open }: UnitBoundsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { assessment } = useAssessment();
  const { assumptions, stages, assume, keep } = useStages(assessment, unit);
  const now = stages[stages.length - 1];
  const deciding = useMemo(() => (now ? decidingTotal(now) : []), [now]);
  const domain = domainOf(unit.scored.total, assessment.program.fullMarks);
  const name = unit.scored.facts.unit;
  if (!now) return null;
  const label = unitLabel(assessment.program.scheme, name, language);
  return (
    <div className="bounds">
      <div className="toolbar one-line">
        <h1 title={label}>{t('bounds.title', { unit: label })}</h1>
        <span className="stretch" />
        <span className="key-hint">{t('bounds.keys')}</span>
        <UnitChoice name={name} open={open} />
      </div>
      {isOpen(unit) ? (
        <>
          <IntervalNow now={now} before={unit.scored.total} domain={domain} />
          <div className="bounds-columns">
            <DecidingTable
              now={now}
              deciding={deciding}
              onAssume={assume}
              onBack={() => keep(assumptions.length - 1)}
            />
            <StepsTable stages={stages} domain={domain} onKeep={keep} />
          </div>
        </>
      ) : (
        <p className="paper all-closed">✓ {t('bounds.allClosed', { unit: label })}</p>
      )}
    </div>
  );
}

interface Stages {
  readonly assumptions: readonly Assumption[];
  readonly stages: readonly Narrowed[];
  readonly assume: (assumption: Assumption) => void;
  /** Keeps so many assumptions from the start. */
  readonly keep: (count: number) => void;
}

/** The assumptions stand in the address, so that a link shows another person the same steps. */
function useStages(assessment: Assessment, { scored }: AssessedUnit): Stages {
  const { steps } = useAddress();
  const change = useChangeAddress();
  const name = scored.facts.unit;
  const assumptions = useMemo(() => readAssumptions(steps), [steps]);
  const stages = useMemo(() => narrow(assessment, name, assumptions), [assessment, name, assumptions]);
  const put = (kept: readonly Assumption[]) => change({ steps: printAssumptions(kept) });
  return {
    assumptions,
    stages,
    assume: (assumption) => put([...assumptions.filter(({ id }) => id !== assumption.id), assumption]),
    keep: (count) => put(assumptions.slice(0, Math.max(0, count))),
  };
}

function UnitChoice({ name, open }: { readonly name: string; readonly open: readonly AssessedUnit[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { scheme } = useAssessment().assessment.program;
  const names = new Set([name, ...open.map(({ scored }) => scored.facts.unit)]);
  return (
    <>
      <Select
        className="unit-select"
        showSearch
        aria-label={t('bounds.choose')}
        value={name}
        options={[...names].map((unit) => ({ value: unit, label: unitLabel(scheme, unit, language) }))}
        onChange={(unit) => void navigate({ to: '/bounds/$name', params: { name: unit }, search: keepAcross })}
      />
      <Link to="/units/$name" params={{ name }} search={keepAcross}>
        {t('bounds.toSheet')}
      </Link>
    </>
  );
}
