/** Closing a year: its stages, the result computed and frozen, the awards, the approval, the circular. */
import { actOf, type ResultAnswer } from '@kaohe/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { Awards } from './awards';
import { resultRequest } from './requests';
import { ResultHead } from './result-head';
import { ResultTable } from './result-table';
import { StagesTable } from './stages-table';
import './closing.css';

export function ClosingPage() {
  return <WithIssuedYear>{(issued) => <Closing issued={issued} />}</WithIssuedYear>;
}

function Closing({ issued: { year, overview } }: { readonly issued: IssuedYear }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { role } = useActing().acting;
  const { data, error } = useQuery(resultRequest(year));
  const changed = (next: ResultAnswer) => {
    queries.setQueryData(resultRequest(year).queryKey, next);
    void queries.invalidateQueries({
      queryKey: ['office', year],
      predicate: ({ queryKey }) => queryKey[2] !== 'result',
    });
  };
  const place = { year, stages: overview.stages, onChange: changed };
  return (
    <>
      <div className="toolbar">
        <h1>{t('closing.title')}</h1>
        {actOf('year.create').roles.includes(role) && (
          <Link to="/office/years/new" search={keepInOffice}>
            {t('years.new')}
          </Link>
        )}
      </div>
      <StagesTable year={year} stages={overview.stages} mayChange={actOf('stage.change').roles.includes(role)} />
      {data ? <ResultHead {...place} answer={data} /> : <Unread error={error} />}
      {data?.result && (
        <>
          <ResultTable result={data.result} />
          <Awards {...place} result={data.result} answer={data} />
        </>
      )}
    </>
  );
}
