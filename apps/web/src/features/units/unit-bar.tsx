/** The line above a unit's sheet: which unit, its team, the ways to the others, print. */
import { Link, useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import { keepAcross } from '../../shared/address/use-address';
import { findUnit, unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { UnitName } from '../../shared/assessment/unit-name';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { neighbours } from './neighbours';
import { goToNextOpenRow } from './use-unit-keys';

export function UnitBar({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { assessment } = useAssessment();
  const { scheme } = assessment.program;
  const team = scheme.population.teams.find(({ units }) => units.includes(name));
  const unitClass = findUnit(assessment, name)?.scored.facts.class;
  const { before, after } = neighbours(assessment, name);
  return (
    <div className="toolbar one-line unit-bar">
      <h1 title={unitLabel(scheme, name, language)}>
        <UnitName name={name} />
      </h1>
      <span className="unit-kind">
        {unitClass && t(`scheme.classNames.${unitClass}`)}
        {team && ` · ${language === 'zh' ? team.name : team.nameEn}`}
      </span>
      <span className="stretch" />
      <span className="key-hint">{t('unit.keys')}</span>
      <Link to="/bounds/$name" params={{ name }} search={keepAcross}>
        {t('bounds.link')}
      </Link>
      <Button onMouseDown={(event) => event.preventDefault()} onClick={goToNextOpenRow}>
        {t('unit.nextOpen')}
      </Button>
      <Neighbour name={before} label={`‹ ${t('unit.previous')}`} />
      <Select
        className="unit-select"
        showSearch
        aria-label={t('unit.choose')}
        value={name}
        options={assessment.units.map(({ scored }) => ({
          value: scored.facts.unit,
          label: unitLabel(scheme, scored.facts.unit, language),
        }))}
        onChange={(unit) => void navigate({ to: '/units/$name', params: { name: unit }, search: keepAcross })}
      />
      <Neighbour name={after} label={`${t('unit.next')} ›`} />
      <Button onClick={() => window.print()}>{t('unit.print')}</Button>
    </div>
  );
}

function Neighbour({ name, label }: { readonly name: string | undefined; readonly label: string }) {
  if (name === undefined) return <span className="neighbour none">{label}</span>;
  return (
    <Link className="neighbour" to="/units/$name" params={{ name }} search={keepAcross} title={name}>
      {label}
    </Link>
  );
}
