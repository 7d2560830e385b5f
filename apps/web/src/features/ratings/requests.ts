/** What the pages of ratings ask of the server. */
import type { Digest, RatingFormJson, RatingProgress, RatingTotals } from '@kaohe/api-contract';
import { request, requestAll } from '../../shared/office/client';

const yearUrl = (year: string) => `/api/years/${encodeURIComponent(year)}`;

export interface FormPlace {
  readonly year: string;
  readonly form: string;
  readonly rater: string;
}

export function formUrl({ year, form, rater }: FormPlace): string {
  return `${yearUrl(year)}/ratings/${encodeURIComponent(form)}/${encodeURIComponent(rater)}`;
}

export function formRequest(place: FormPlace) {
  return {
    queryKey: ['office', place.year, 'rating', place.form, place.rater],
    queryFn: () => request<RatingFormJson>('GET', formUrl(place)),
    // Read anew whenever the page is opened: the form may have been filled elsewhere.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  };
}

export function progressRequest(year: string) {
  return {
    queryKey: ['office', year, 'ratings'],
    queryFn: () => request<RatingProgress>('GET', `${yearUrl(year)}/ratings`),
    staleTime: 0,
  };
}

export function totalsRequest(year: string) {
  return {
    queryKey: ['office', year, 'rating-totals'],
    queryFn: () => request<RatingTotals>('GET', `${yearUrl(year)}/rating-totals`),
    staleTime: 0,
  };
}

export function digestRequest(year: string) {
  return {
    queryKey: ['office', year, 'digest'],
    queryFn: () => requestAll<'findings', Digest['findings'][number]>(`${yearUrl(year)}/digest`, 'findings'),
    staleTime: 0,
  };
}

export function scanUrl(year: string, scan: string): string {
  return `${yearUrl(year)}/evidence/${scan}/view`;
}
