/** The papers the role acting may download. */
import type { PaperList } from '@kaohe/api-contract';
import { request, requestFile } from '../../shared/office/client';
import { saveFile } from '../../shared/office/save-file';

const yearUrl = (year: string) => `/api/years/${encodeURIComponent(year)}`;

export function papersRequest(year: string) {
  return {
    queryKey: ['office', year, 'papers'],
    queryFn: () => request<PaperList>('GET', `${yearUrl(year)}/papers`),
    staleTime: 0,
  };
}

/** Fetches a paper and hands it to the browser to save; throws where the server refuses. */
export async function downloadPaper(year: string, path: string, unit?: string): Promise<void> {
  const url = `${yearUrl(year)}${path}${unit === undefined ? '' : `/${encodeURIComponent(unit)}`}`;
  saveFile(await requestFile('GET', url));
}
