/** What most pages of the office stand on: the year in use, its stages, and the scheme it was issued with. */
import type { YearOverview } from '@kaohe/api-contract';
import { chooseReadings, type SchemeFolder } from '@kaohe/scheme-files';
import type { Scheme } from '@kaohe/scoring';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { schemeRequest } from '../assessment/requests';
import { useTranslation } from '../language/i18n';
import { request } from './client';
import { Unread } from './unread';
import { useYear } from './year';

export interface IssuedYear {
  readonly year: string;
  readonly overview: YearOverview;
  /** Under the adopted readings. */
  readonly scheme: Scheme;
}

const read = new WeakMap<SchemeFolder, Scheme>();

function adopted(folder: SchemeFolder): Scheme {
  const known = read.get(folder);
  if (known) return known;
  const chosen = chooseReadings(folder.tree, {});
  if ('problems' in chosen) throw new Error(`the issued scheme ${folder.id} has problems`);
  read.set(folder, chosen.scheme);
  return chosen.scheme;
}

export function overviewRequest(year: string) {
  return {
    queryKey: ['office', year, 'overview'],
    queryFn: () => request<YearOverview>('GET', `/api/years/${encodeURIComponent(year)}`),
    staleTime: 0,
  };
}

/** Draws a page once its year is read; says so while it is not, and where there is none. */
export function WithIssuedYear({ children }: { readonly children: (issued: IssuedYear) => ReactNode }) {
  const { t } = useTranslation();
  const { year, isPending, error } = useYear();
  const overview = useQuery({ ...overviewRequest(year?.year ?? ''), enabled: year !== undefined });
  const folder = useQuery({ ...schemeRequest(year?.scheme ?? ''), enabled: year !== undefined });
  const failed = error ?? overview.error ?? folder.error;
  if (failed && !(overview.data && folder.data)) return <Unread error={failed} />;
  if (!isPending && !year) return <p className="no-facts">{t('officePage.noYear')}</p>;
  if (!year || !overview.data || !folder.data) return <Unread />;
  return <>{children({ year: year.year, overview: overview.data, scheme: adopted(folder.data) })}</>;
}
