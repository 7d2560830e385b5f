/** The papers the role acting may download. */
import type { PaperList } from '@kaohe/api-contract';
import { request, requestFile } from '../../shared/office/client';
import { saveFile } from '../../shared/office/save-file';

export type PaperFormat = PaperList['papers'][number]['formats'][number];

export const yearUrl = (year: string) => `/api/years/${encodeURIComponent(year)}`;

export function papersRequest(year: string) {
  return {
    queryKey: ['office', year, 'papers'],
    queryFn: () => request<PaperList>('GET', `${yearUrl(year)}/papers`),
    staleTime: 0,
  };
}

/** Fetches a paper and hands it to the browser to save; throws where the server refuses. */
export async function downloadPaper(
  year: string,
  { path, unit, format }: { path: string; unit?: string | undefined; format: PaperFormat },
): Promise<void> {
  const url = `${yearUrl(year)}${path}${unit === undefined ? '' : `/${encodeURIComponent(unit)}`}`;
  saveFile(await requestFile('GET', format === 'xlsx' ? url : `${url}?format=${format}`));
}
