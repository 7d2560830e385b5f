/** What the pages of reports ask of the server. */
import type { ReportJson, ReportList } from '@kaohe/api-contract';
import { request } from '../../shared/office/client';

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

export function reportListRequest(year: string) {
  return {
    queryKey: ['office', year, 'reports'],
    queryFn: () => request<ReportList>('GET', `${yearUrl(year)}/reports`),
    staleTime: 0,
  };
}
