/** What the page of closing asks of the server. */
import type { ResultAnswer } from '@kaohe/api-contract';
import { type RequestOptions, request } from '../../shared/office/client';

export const yearUrl = (year: string) => `/api/years/${encodeURIComponent(year)}`;

export function resultRequest(year: string) {
  return {
    queryKey: ['office', year, 'result'],
    queryFn: () => request<ResultAnswer>('GET', `${yearUrl(year)}/result`),
    staleTime: 0,
  };
}

/** A step of the result: the same answer as reading it. */
export async function resultStep(year: string, step: string, options: RequestOptions = {}): Promise<ResultAnswer> {
  return await request<ResultAnswer>('POST', `${yearUrl(year)}/result${step}`, { body: {}, ...options });
}
