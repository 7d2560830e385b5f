/** The audit log as its auditor reads it: the state of the chain, the entries, one of them whole. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import Empty from 'antd/es/empty';
import { useCallback } from 'react';
import type { Search } from '../../shared/address/search';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { Unread } from '../../shared/office/unread';
import { useFilterKey } from '../../shared/tables/use-row-keys';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { ChainState } from './chain-state';
import { EntryDrawer } from './entry-drawer';
import { type AuditPageJson, auditRequest } from './requests';
import './audit.css';

export function AuditPage() {
  const search = useAddress();
  const change = useChangeAddress();
  const { data, error } = useQuery({ ...auditRequest(search), placeholderData: keepPreviousData });
  const clear = useCallback(
    () => change({ from: undefined, to: undefined, act: undefined, account: undefined, after: undefined }),
    [change],
  );
  useFilterKey('#audit-account', clear);
  return (
    <>
      <AuditFilters clear={clear} />
      <ChainState />
      {(error || !data) && <Unread error={error} />}
      {data && <Entries page={data} open={(entry) => change({ entry })} />}
      <EntryDrawer
        entry={data?.entries.find(({ entry }) => entry === search.entry)}
        onClose={() => change({ entry: undefined })}
      />
    </>
  );
}

function Entries({ page, open }: { readonly page: AuditPageJson; readonly open: (entry: string) => void }) {
  const { t } = useTranslation();
  const { after } = useAddress();
  if (page.entries.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('audit.none')} />;
  const at = (place: string | undefined) => (before: Search) => ({ ...before, after: place, entry: undefined });
  return (
    <>
      <AuditTable entries={page.entries} open={open} />
      <nav className="audit-pages" aria-label={t('audit.pages')}>
        {after && (
          <Link to="." search={at(undefined)}>
            {t('audit.newest')}
          </Link>
        )}
        {page.next && (
          <Link to="." search={at(page.next)}>
            {t('audit.older')}
          </Link>
        )}
        <span className="key-hint">{t('audit.keys')}</span>
      </nav>
    </>
  );
}
