/** The units a team visits, how far each is, and what the notice asks that is not met yet. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { NamedUnit } from '../../shared/office/named-unit';
import { Unread } from '../../shared/office/unread';
import { UnitFilter, useAskedUnits } from '../../shared/tables/unit-filter';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import { standingsRequest, type Visit, visitsRequest } from './requests';
import './visits.css';
import { WarningLines } from './warning-lines';

export function VisitsPage() {
  return <WithIssuedYear>{(issued) => <Visits issued={issued} />}</WithIssuedYear>;
}

function Visits({ issued }: { readonly issued: IssuedYear }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isAsked = useAskedUnits();
  const { data, error } = useQuery(visitsRequest(issued.year, 'visits'));
  const { data: standings, error: noStandings } = useQuery(standingsRequest(issued.year));
  const { body, onKeyDown } = useRowKeys(
    (unit) => void navigate({ to: '/office/visits/$unit', params: { unit }, search: keepInOffice }),
  );
  const { units } = issued.scheme.population;
  const own = issued.overview.mine.units;
  const concerned = units.filter(({ name }) => own.length === 0 || own.includes(name));
  const listed = concerned.filter(({ name, nameEn }) => isAsked(name, nameEn)).map(({ name }) => name);
  if (!data) return <Unread error={error} />;
  return (
    <>
      <div className="toolbar">
        <h1>{t('visits.title')}</h1>
        <UnitFilter shown={listed.length} all={concerned.length} />
        <span className="count">{t('visits.hint')}</span>
      </div>
      {noStandings && <Unread error={noStandings} />}
      <div className="paper scroll">
        <table aria-label={t('visits.title')}>
          <thead>
            <tr>
              <th scope="col">{t('visits.unit')}</th>
              <th scope="col">{t('visits.days')}</th>
              <th scope="col">{t('visits.places')}</th>
              <th scope="col">{t('visits.warnings')}</th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            {listed.map((unit) => {
              const visits = visitsOf(data.entries, unit);
              return (
                <tr key={unit} data-key={unit} tabIndex={0}>
                  <th scope="row">
                    <Link to="/office/visits/$unit" params={{ unit }} search={keepInOffice}>
                      <NamedUnit scheme={issued.scheme} name={unit} />
                    </Link>
                  </th>
                  <td className="day">{daysOf(visits).join(t('visits.comma')) || t('visits.none')}</td>
                  <td lang="zh-CN">{visits.flatMap(({ places }) => places.map(({ name }) => name)).join('、')}</td>
                  <td>
                    <WarningLines warnings={standings?.units.find((one) => one.unit === unit)?.warnings} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The visits of a unit that stand. */
export function visitsOf(
  entries: readonly { readonly unit: string; readonly withdrawn: boolean; readonly body: Visit }[],
  unit: string,
): Visit[] {
  return entries.filter((entry) => entry.unit === unit && !entry.withdrawn).map(({ body }) => body);
}

/** The days a unit was visited on, each once. */
function daysOf(visits: readonly Visit[]): string[] {
  return [...new Set(visits.map(({ on }) => on))].sort();
}
