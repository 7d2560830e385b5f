/** Teams with their units, and the dates of the document. */
import { Link } from '@tanstack/react-router';
import { keepAcross } from '../../shared/address/use-address';
import { findUnit, unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';

export function TeamsSection() {
  const { teams } = useAssessment().assessment.program.scheme.population;
  return (
    <div className="two-columns">
      {teams.length > 0 && <Teams />}
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
              <th scope="row">{nameOf(team, language)}</th>
              <td>{language === 'zh' ? team.leader : team.leaderEn}</td>
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
  const language = useLanguage();
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
          {calendar.map((entry) => (
            <tr key={entry.stage}>
              <th scope="row">{nameOf(entry, language)}</th>
              <td className="date">
                {entry.from ? `${entry.from} – ${entry.to}` : t('scheme.until', { to: entry.to })}
              </td>
              <td lang="zh-CN">{entry.quote}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
