/** What the pages of visits ask of the server: two registers of the year. */
import type { RegisterBody, RegisterEntry, VisitStanding } from '@kaohe/api-contract';
import { request, requestAll } from '../../shared/office/client';

export type Visit = RegisterBody<'visits'>;
export type EntryOf<R extends 'visits' | 'draws'> = RegisterEntry & { readonly body: RegisterBody<R> };

export function visitsUrl(year: string, register: 'visits' | 'draws'): string {
  return `/api/years/${encodeURIComponent(year)}/registers/${register}`;
}

/** What is to be noted of the visits of each unit. */
export function standingsRequest(year: string) {
  return {
    queryKey: ['office', year, 'visits'],
    queryFn: () => request<{ units: VisitStanding[] }>('GET', `/api/years/${encodeURIComponent(year)}/visits`),
    staleTime: 0,
  };
}

export function visitsRequest<R extends 'visits' | 'draws'>(year: string, register: R) {
  return {
    queryKey: ['office', year, 'register', register],
    queryFn: () =>
      requestAll<'entries', EntryOf<R>, { readonly mayChange: boolean }>(visitsUrl(year, register), 'entries'),
    staleTime: 0,
  };
}
