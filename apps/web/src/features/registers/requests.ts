/** What the pages of the registers ask of the server. */
import type { Register, RegisterEffects, RegisterEntry } from '@kaohe/api-contract';
import { request, requestAll } from '../../shared/office/client';

export interface EntryList {
  readonly entries: readonly RegisterEntry[];
  readonly mayChange: boolean;
}

export interface SentEntry {
  readonly unit?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface RegisterPlace {
  readonly year: string;
  readonly register: Register;
}

export function registerUrl({ year, register }: RegisterPlace): string {
  return `/api/years/${encodeURIComponent(year)}/registers/${register}`;
}

export function entriesRequest(place: RegisterPlace) {
  return {
    queryKey: ['office', place.year, 'register', place.register],
    queryFn: (): Promise<EntryList> =>
      requestAll<'entries', RegisterEntry, Pick<EntryList, 'mayChange'>>(registerUrl(place), 'entries'),
    staleTime: 0,
  };
}

/** Keyed by the version too: another version has other effects. */
export function effectsRequest(place: RegisterPlace, { entry, version }: RegisterEntry) {
  return {
    queryKey: ['office', place.year, 'register', place.register, 'effects', entry, version],
    queryFn: () => request<RegisterEffects>('GET', `${registerUrl(place)}/${entry}/effects`),
    staleTime: 0,
  };
}

export function versionsRequest(place: RegisterPlace, { entry, version }: RegisterEntry) {
  return {
    queryKey: ['office', place.year, 'register', place.register, 'versions', entry, version],
    queryFn: () => requestAll<'versions', RegisterEntry>(`${registerUrl(place)}/${entry}/versions`, 'versions'),
    staleTime: 0,
  };
}

export async function addEntry(place: RegisterPlace, sent: SentEntry): Promise<RegisterEntry> {
  return await request('POST', registerUrl(place), { body: sent });
}

export async function changeEntry(
  place: RegisterPlace,
  { entry, version }: Pick<RegisterEntry, 'entry' | 'version'>,
  sent: SentEntry,
): Promise<RegisterEntry> {
  return await request('PUT', `${registerUrl(place)}/${entry}`, { body: sent, ifMatch: version });
}

export async function withdrawEntry(
  place: RegisterPlace,
  { entry, version }: RegisterEntry,
  reason: string,
): Promise<RegisterEntry> {
  return await request('POST', `${registerUrl(place)}/${entry}/withdraw`, { body: { reason }, ifMatch: version });
}
