/** What the pages ask of the server: schemes and the demonstration. Facts are never sent. */
import type { SchemeFolder } from '@kaohe/scheme-files';

export interface SchemeSummary {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly documentNumber: string;
  readonly edition: string;
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
export async function fetchSource(id: string): Promise<string> {
  return (await answer(`/api/schemes/${encodeURIComponent(id)}/source`)).text();
}

export function schemeRequest(id: string) {
  return {
    queryKey: ['scheme', id],
    queryFn: () => get<SchemeFolder>(`/api/schemes/${encodeURIComponent(id)}`),
  };
}
