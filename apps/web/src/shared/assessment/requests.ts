/** What the pages ask of the server: schemes and the demonstration. Facts are never sent. */
import type { IssuedScheme } from '@kaohe/api-contract';
import type { SchemeFolder } from '@kaohe/scheme-files';
import { request } from '../office/client';

/** `own`: issued by the office itself, and for nobody else. */
export type SchemeSummary = Omit<IssuedScheme, 'own'> & { readonly own?: boolean | undefined };

/** A scheme by its id, and by who may read it. */
export type SchemePlace = Pick<SchemeSummary, 'id' | 'own'>;

/** Where a scheme lies: one of the office's own is told to whoever is signed in and may read it. */
export function schemeUrl({ id, own }: SchemePlace): string {
  return `/api/${own ? 'issued-schemes' : 'schemes'}/${encodeURIComponent(id)}`;
}

export interface Demonstration {
  readonly scheme: string;
  readonly file: string;
  readonly date: string;
  readonly text: string;
}

async function answer(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function get<T>(path: string): Promise<T> {
  return (await (await answer(path)).json()) as T;
}

export const schemesRequest = {
  queryKey: ['schemes'],
  queryFn: () => get<readonly SchemeSummary[]>('/api/schemes'),
};

export const demonstrationRequest = {
  queryKey: ['demonstration'],
  queryFn: () => get<Demonstration>('/api/demonstration'),
};

/** The issued text of a scheme, empty where the server has none: only the checker reads it. */
export async function fetchSource(place: SchemePlace): Promise<string> {
  const url = `${schemeUrl(place)}/source`;
  if (place.own) return (await request<{ readonly source: string }>('GET', url)).source;
  return (await answer(url)).text();
}

/** What is the office's own goes with the role that read it: another key than what everybody reads. */
export function schemeRequest(place: SchemePlace) {
  const url = schemeUrl(place);
  return {
    queryKey: [place.own ? 'own-scheme' : 'scheme', place.id],
    queryFn: () => (place.own ? request<SchemeFolder>('GET', url) : get<SchemeFolder>(url)),
  };
}
