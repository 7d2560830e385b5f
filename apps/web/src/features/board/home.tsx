/** The home of whoever works on a year: what to do now; for the office and the approver the year at a glance as well. */
import { actOf } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../shared/language/i18n';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { NameUnits } from '../years/name-units';
import { Charts } from './charts';
import { EvidenceUse } from './evidence-use';
import { boardRequest } from './requests';
import { StageLines } from './stage-lines';
import { TodoList } from './todo-list';
import { UnitsTable } from './units-table';
import { YearCalendar } from './year-calendar';
import './board.css';

export function Home() {
  const { role } = useActing().acting;
  const whole = actOf('board.read').roles.includes(role);
  return <WithIssuedYear>{(issued) => (whole ? <Glance issued={issued} /> : <Own issued={issued} />)}</WithIssuedYear>;
}

/** What the role acting has to do, and where the year is. */
function Own({ issued: { year, overview } }: { readonly issued: IssuedYear }) {
  return (
    <div className="own-home">
      <TodoList year={year} />
      <YearCalendar stages={overview.stages} />
    </div>
  );
}

function Glance({ issued }: { readonly issued: IssuedYear }) {
  const { t } = useTranslation();
  const mayName = actOf('year.create').roles.includes(useActing().acting.role);
  const { data: board, error } = useQuery(boardRequest(issued.year));
  if (error && !board) return <Unread error={error} />;
  const { year, overview } = issued;
  return (
    <>
      {mayName && overview.units === 0 && <NameUnits year={year} scheme={overview.scheme} />}
      <div className="glance">
        <StageLines
          stages={board?.stages ?? issued.overview.stages.map((one) => ({ ...one, done: null, total: null }))}
        />
        <TodoList year={issued.year} />
      </div>
      {board && (
        <>
          <UnitsTable board={board} />
          <p className="count burden">{t('board.burden', board.burden)}</p>
          <EvidenceUse year={issued.year} />
          <Charts board={board} />
        </>
      )}
    </>
  );
}
