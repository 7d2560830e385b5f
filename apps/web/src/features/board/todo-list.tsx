/** What the role acting has to do, each thing a link to where it is done; for the office the reminder to paste. */
import type { TodoItem } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import { Unread } from '../../shared/office/unread';
import { Reminder } from '../ratings/reminder';
import { todoRequest } from './requests';

export function TodoList({ year }: { readonly year: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(todoRequest(year));
  if (!data) return <Unread error={error} />;
  return (
    <section className="paper todo" aria-label={t('board.todo')}>
      <h2>
        {t('board.todo')} {data.items.length > 0 && <small>{data.items.length}</small>}
      </h2>
      {data.items.length === 0 && <p className="no-facts">{t('board.nothing')}</p>}
      {data.items.length > 0 && (
        <div className="todo-lines">
          <table className="compact">
            <caption className="visually-hidden">{t('board.todo')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('board.thing')}</th>
                <th scope="col">{t('board.due')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((item) => (
                <TodoLine key={`${item.page}/${item.unit ?? ''}/${item.rater ?? ''}/${item.en}`} item={item} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data?.reminder && (
        <details className="todo-reminder">
          <summary>{t('board.reminder')}</summary>
          <Reminder text={data.reminder} />
        </details>
      )}
    </section>
  );
}

function TodoLine({ item }: { readonly item: TodoItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        <TodoLink item={item}>
          <Quoted text={language === 'en' ? item.en : item.zh} />
        </TodoLink>
      </th>
      <td className={item.late ? 'due is-late' : 'due'}>
        {item.dueOn ?? t('board.noDue')}
        {item.late && <strong> {t('board.late')}</strong>}
      </td>
    </tr>
  );
}

/** The page of a thing that names nothing on it. */
const LISTS = {
  sheets: '/office/sheets',
  ratings: '/office/ratings',
  reports: '/office/reports',
  closing: '/office/closing',
  registers: '/office/registers',
  unit: '/office/unit',
} as const;

function TodoLink({ item, children }: { readonly item: TodoItem; readonly children: ReactNode }) {
  const { page, unit, form, rater } = item;
  if (page === 'sheets' && unit !== undefined)
    return (
      <Link to="/office/sheets/$unit" params={{ unit }} search={keepInOffice}>
        {children}
      </Link>
    );
  if (page === 'reports' && unit !== undefined)
    return (
      <Link to="/office/reports/$unit" params={{ unit }} search={keepInOffice}>
        {children}
      </Link>
    );
  if (page === 'ratings' && form !== undefined && rater !== undefined)
    return (
      <Link to="/office/ratings/$form/$rater" params={{ form, rater }} search={keepInOffice}>
        {children}
      </Link>
    );
  if (page === 'statements')
    return (
      <Link to="/office/statements/$stage" params={{ stage: form ?? '' }} search={keepInOffice}>
        {children}
      </Link>
    );
  return (
    <Link to={LISTS[page]} search={keepInOffice}>
      {children}
    </Link>
  );
}
