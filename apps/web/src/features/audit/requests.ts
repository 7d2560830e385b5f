/** What the page asks of the log. */
import type { AuditCheck, AuditEntryJson } from '@kaohe/api-contract';
import type { Search } from '../../shared/address/search';
import { printQuery } from '../../shared/address/search';
import { request, requestFile } from '../../shared/office/client';

export interface AuditPageJson {
  readonly entries: readonly AuditEntryJson[];
  readonly next: string | null;
}

export type AuditFilter = Pick<Search, 'from' | 'to' | 'act' | 'account'>;

const filterOf = ({ from, to, act, account }: AuditFilter) => ({ from, to, act, account });

export function auditRequest(search: AuditFilter & Pick<Search, 'after'>) {
  const asked = { ...filterOf(search), after: search.after };
  return {
    queryKey: ['audit', 'entries', asked],
    queryFn: () => request<AuditPageJson>('GET', `/api/audit${printQuery(asked)}`),
    staleTime: 0,
  };
}

/** Walks the whole chain on the server: asked for by hand, and once when the page opens. */
export const chainRequest = {
  queryKey: ['audit', 'check'],
  queryFn: () => request<AuditCheck>('GET', '/api/audit/check'),
  staleTime: 0,
};

export async function exportedLog(search: AuditFilter, lang: string) {
  return await requestFile('GET', `/api/audit/export${printQuery({ ...filterOf(search), lang })}`);
}
