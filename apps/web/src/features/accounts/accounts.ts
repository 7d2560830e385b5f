/** What the pages of the two administrators ask of the server. */
import type { AccountJson, GrantListJson } from '@kaohe/api-contract';
import { request } from '../../shared/office/client';

export const accountsRequest = {
  queryKey: ['office', 'accounts'],
  queryFn: () => request<{ readonly accounts: readonly AccountJson[] }>('GET', '/api/accounts'),
};

export const grantsRequest = {
  queryKey: ['office', 'grants'],
  queryFn: () => request<GrantListJson>('GET', '/api/grants'),
};
