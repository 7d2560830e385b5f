/** One unit's visits: what is left to do, the days recorded, and the places drawn. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { NamedUnit } from '../../shared/office/named-unit';
import { Unread } from '../../shared/office/unread';
import { DrawPanel } from './draw-panel';
import type { Drawn } from './place-fields';
import { type EntryOf, standingsRequest, visitsRequest } from './requests';
import { VisitForm } from './visit-form';
import './visits.css';
import { VisitTable } from './visit-table';
import { WarningLines } from './warning-lines';

export function VisitPage() {
  const { unit = '' } = useParams({ strict: false });
  return <WithIssuedYear>{(issued) => <OneUnit key={unit} issued={issued} unit={unit} />}</WithIssuedYear>;
}

export interface UnitVisits {
  readonly issued: IssuedYear;
  readonly unit: string;
}

function OneUnit({ issued, unit }: UnitVisits) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const asked = visitsRequest(issued.year, 'visits');
  const { data, error } = useQuery(asked);
  const { data: standings, error: noStandings } = useQuery(standingsRequest(issued.year));
  const [drawn, setDrawn] = useState<Drawn>();
  const [edited, setEdited] = useState<EntryOf<'visits'>>();
  const onDone = () => {
    setDrawn(undefined);
    setEdited(undefined);
    void queries.invalidateQueries({ queryKey: asked.queryKey });
    void queries.invalidateQueries({ queryKey: standingsRequest(issued.year).queryKey });
  };
  if (!data) return <Unread error={error} />;
  const entries = data.entries.filter((entry) => entry.unit === unit);
  return (
    <>
      <div className="toolbar">
        <h1>
          <NamedUnit scheme={issued.scheme} name={unit} />
          {t('app.colon')}
          {t('visits.title')}
        </h1>
        <Link to="/office/visits" search={keepInOffice}>
          {t('visits.back')}
        </Link>
      </div>
      <section className="paper visit-state" aria-label={t('visits.warnings')}>
        {noStandings && <Unread error={noStandings} />}
        <WarningLines warnings={standings?.units.find((one) => one.unit === unit)?.warnings} />
      </section>
      {data.mayChange && (
        <VisitForm
          key={`${edited?.entry}/${edited?.version}/${drawn?.draw}`}
          {...{ issued, unit, drawn, edited, onDone }}
        />
      )}
      {entries.length === 0 && (
        <p className="no-facts">{t(data.mayChange ? 'visits.emptyNext' : 'visits.emptyWait')}</p>
      )}
      {entries.length > 0 && (
        <VisitTable issued={issued} entries={entries} mayChange={data.mayChange} onEdit={setEdited} onDone={onDone} />
      )}
      <DrawPanel issued={issued} unit={unit} onUse={setDrawn} />
    </>
  );
}
