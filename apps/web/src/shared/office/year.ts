/** The year the pages are about: the one the address names, or the newest. */
import type { YearSummary } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useAddress } from '../address/use-address';
import { requestAll } from './client';

export const yearsRequest = {
  queryKey: ['office', 'years'],
  queryFn: () => requestAll<'years', YearSummary>('/api/years', 'years'),
};

export interface YearInUse {
  /** Undefined while it is read, and where there is none. */
  readonly year: YearSummary | undefined;
  readonly years: readonly YearSummary[];
  readonly isPending: boolean;
  readonly error: Error | null;
}

export function useYear(): YearInUse {
  const { year: asked } = useAddress();
  const { data, isPending, error } = useQuery(yearsRequest);
  const years = data?.years ?? [];
  const year = asked === undefined ? years[0] : years.find((one) => one.year === asked);
  return { year, years, isPending, error };
}
