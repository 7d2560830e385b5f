/** Long exports of a year, and the code of a paper. */
import type { ExportJson, ExportList, ExportStart, Verification } from '@kaohe/api-contract';
import { request, requestFile } from '../../shared/office/client';
import { saveFile } from '../../shared/office/save-file';

const yearUrl = (year: string) => `/api/years/${encodeURIComponent(year)}`;
const exportUrl = (year: string, id: string) => `${yearUrl(year)}/exports/${id}`;
const LOOK_AGAIN_MS = 1500;

export const isUnderWay = ({ state }: ExportJson): boolean => state === 'queued' || state === 'running';

export function exportsRequest(year: string) {
  return {
    queryKey: ['office', year, 'exports'],
    queryFn: () => request<ExportList>('GET', `${yearUrl(year)}/exports`),
    staleTime: 0,
    /** While something is under way its progress is looked at again. */
    refetchInterval: ({ state }: { state: { data?: ExportList | undefined } }) =>
      state.data?.exports.some(isUnderWay) ? LOOK_AGAIN_MS : (false as const),
  };
}

export async function startExport(year: string, kind: ExportStart['kind']): Promise<void> {
  await request<ExportJson>('POST', `${yearUrl(year)}/exports`, { body: { kind } });
}

export async function cancelExport(year: string, id: string): Promise<void> {
  await request('DELETE', exportUrl(year, id));
}

export async function downloadExport(year: string, id: string): Promise<void> {
  saveFile(await requestFile('GET', `${exportUrl(year, id)}/file`));
}

export async function verifyCode(year: string, code: string): Promise<Verification> {
  return await request<Verification>('GET', `${yearUrl(year)}/verifications/${encodeURIComponent(code)}`);
}
