/** Teams with their units, and the dates of the document. */
import { Link } from '@tanstack/react-router';
import { keepAcross } from '../../shared/address/use-address';
import { findUnit, unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';

export function TeamsSection() {
  return (
    <div className="two-columns">
      <Teams />
      <Calendar />
    </div>
  );
}

function Teams() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  return (
    <div className="paper">
      <table className="compact">
        <caption className="visually-hidden">{t('scheme.teams')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scheme.team')}</th>
            <th scope="col">{t('scheme.leader')}</th>
            <th scope="col">{t('scheme.units')}</th>
          </tr>
        </thead>
        <tbody>
          {scheme.population.teams.map((team) => (
            <tr key={team.id}>
              <th scope="row">{language === 'zh' ? team.name : team.nameEn}</th>
              <td lang="zh-CN">{team.leader}</td>
              <td>
                {team.units.map((unit) => (
                  <TeamUnit key={unit} name={unit} label={unitLabel(scheme, unit, language)} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TeamUnit({ name, label }: { readonly name: string; readonly label: string }) {
  const { assessment } = useAssessment();
  if (!findUnit(assessment, name)) return <span className="team-unit">{label}</span>;
  return (
    <Link className="team-unit" to="/units/$name" params={{ name }} search={keepAcross}>
      {label}
    </Link>
  );
}

function Calendar() {
  const { t } = useTranslation();
  const { calendar, period } = useAssessment().assessment.program.scheme;
  return (
    <div className="paper">
      <table className="compact">
        <caption className="visually-hidden">{t('scheme.dates')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scheme.stage')}</th>
            <th scope="col">{t('scheme.dates')}</th>
            <th scope="col">{t('scheme.text')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('scheme.period')}</th>
            <td className="date">
              {period.from} – {period.to}
            </td>
            <td />
          </tr>
          {calendar.map(({ stage, name, from, to, quote }) => (
            <tr key={stage}>
              <th scope="row" lang="zh-CN">
                {name}
              </th>
              <td className="date">{from ? `${from} – ${to}` : t('scheme.until', { to })}</td>
              <td lang="zh-CN">{quote}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
