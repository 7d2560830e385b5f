/** What the pages of the sheets ask the server. */
import type { EvidenceJson, SheetJson, SheetList } from '@kaohe/api-contract';
import { evidenceUrl } from '../../shared/evidence/upload-place';
import { request, requestAll } from '../../shared/office/client';

/** Another person's rows appear after this long at the latest. */
const REFRESH_MS = 20_000;

export function sheetUrl(year: string, unit: string): string {
  return `/api/years/${encodeURIComponent(year)}/sheets/${encodeURIComponent(unit)}`;
}

export function sheetListRequest(year: string) {
  return {
    queryKey: ['office', year, 'sheets'],
    queryFn: () => request<SheetList>('GET', `/api/years/${encodeURIComponent(year)}/sheets`),
    staleTime: 0,
  };
}

export function sheetRequest(year: string, unit: string) {
  return {
    queryKey: ['office', year, 'sheets', unit],
    queryFn: () => request<SheetJson>('GET', sheetUrl(year, unit)),
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  };
}

export function evidenceRequest(year: string, unit: string) {
  return {
    queryKey: ['office', year, 'evidence', unit],
    queryFn: () =>
      requestAll<'evidence', EvidenceJson>(`${evidenceUrl(year)}?unit=${encodeURIComponent(unit)}`, 'evidence'),
    staleTime: 0,
  };
}
