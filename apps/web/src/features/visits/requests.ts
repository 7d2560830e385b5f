/** What the pages of visits ask of the server: two registers of the year. */
import type { RegisterBody, RegisterEntry } from '@kaohe/api-contract';
import { requestAll } from '../../shared/office/client';

export type EntryOf<R extends 'visits' | 'draws'> = RegisterEntry & { readonly body: RegisterBody<R> };

export function visitsUrl(year: string, register: 'visits' | 'draws'): string {
  return `/api/years/${encodeURIComponent(year)}/registers/${register}`;
}

export function visitsRequest<R extends 'visits' | 'draws'>(year: string, register: R) {
  return {
    queryKey: ['office', year, 'register', register],
    queryFn: () =>
      requestAll<'entries', EntryOf<R>, { readonly mayChange: boolean }>(visitsUrl(year, register), 'entries'),
    staleTime: 0,
  };
}
