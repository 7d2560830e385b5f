/** The drafts of the office, the last changed first. */
import { chinaTime, type SchemeDraftSummary } from '@kaohe/api-contract';
import { Link } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { DeleteDraft } from './delete-draft';

export function DraftsTable({ drafts }: { readonly drafts: readonly SchemeDraftSummary[] }) {
  const { t } = useTranslation();
  if (drafts.length === 0) return <p className="no-facts">{t('drafts.none')}</p>;
  const sorted = [...drafts].sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  return (
    <div className="paper drafts-list">
      <table>
        <caption className="visually-hidden">{t('drafts.draftsOf')}</caption>
        <thead>
          <tr>
            {(['title', 'file', 'state', 'scheme', 'changed'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`drafts.columns.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <DraftRow key={one.draft} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DraftRow({ one }: { readonly one: SchemeDraftSummary }) {
  const { t } = useTranslation();
  const { draft, title, fileName, state, scheme, changedAt, changedBy } = one;
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        <Link to="/office/schemes/$draft" params={{ draft }} search={keepInOffice}>
          {title}
        </Link>
      </th>
      <td lang="zh-CN">{fileName || '–'}</td>
      <td>
        {state === 'issued' ? '● ' : '○ '}
        {t(`drafts.states.${state}`)}
      </td>
      <td>{scheme ?? '–'}</td>
      <td>
        {chinaTime(changedAt)} <span lang="zh-CN">{changedBy}</span>
      </td>
      <td>{state === 'draft' && <DeleteDraft draft={one} />}</td>
    </tr>
  );
}
