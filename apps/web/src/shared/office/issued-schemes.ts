/** The schemes a year can be created after: those installed and the office's own. */
import type { IssuedScheme } from '@kaohe/api-contract';
import { request } from './client';

export const issuedSchemesRequest = {
  queryKey: ['issued-schemes'],
  queryFn: () => request<{ readonly schemes: readonly IssuedScheme[] }>('GET', '/api/issued-schemes'),
  staleTime: 0,
};
