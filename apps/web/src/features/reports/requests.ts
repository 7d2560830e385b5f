/** What the pages of reports ask of the server. */
import type { ReportJson, ReportList } from '@kaohe/api-contract';
import { RequestRefused, request } from '../../shared/office/client';

const yearUrl = (year: string) => `/api/years/${encodeURIComponent(year)}`;

export interface ReportPlace {
  readonly year: string;
  readonly unit: string;
}

export function reportUrl({ year, unit }: ReportPlace): string {
  return `${yearUrl(year)}/reports/${encodeURIComponent(unit)}`;
}

export function reportRequest(place: ReportPlace) {
  return {
    queryKey: ['office', place.year, 'report', place.unit],
    queryFn: () => request<ReportJson>('GET', reportUrl(place)),
    staleTime: 0,
  };
}

/** The report as it is now, where the server refused because it is not what was seen. */
export function reportNow(error: unknown): ReportJson | undefined {
  if (!(error instanceof RequestRefused) || error.problem.code !== 'stale-edit') return undefined;
  return error.problem.current as ReportJson;
}

export function reportListRequest(year: string) {
  return {
    queryKey: ['office', year, 'reports'],
    queryFn: () => request<ReportList>('GET', `${yearUrl(year)}/reports`),
    staleTime: 0,
  };
}
