/** What most pages of the office stand on: the year in use, its stages, and the scheme it was issued with. */
import { actOf, type YearOverview } from '@kaohe/api-contract';
import { chooseReadings, type SchemeFolder } from '@kaohe/scheme-files';
import type { Scheme } from '@kaohe/scoring';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepInOffice } from '../address/use-address';
import { useTranslation } from '../language/i18n';
import { request } from './client';
import { useActing } from './session';
import { Unread } from './unread';
import { useYear } from './year';

export interface IssuedYear {
  readonly year: string;
  readonly overview: YearOverview;
  /** Under the adopted readings. */
  readonly scheme: Scheme;
}

const read = new WeakMap<object, Scheme>();

/** The document under its adopted readings, applied to the units the office named where it named its own. */
function adopted(folder: SchemeFolder, { population }: YearOverview): Scheme {
  const known = read.get(population ?? folder);
  if (known) return known;
  const tree = population ? { ...folder.tree, population } : folder.tree;
  const chosen = chooseReadings(tree, {});
  if ('problems' in chosen) throw new Error(`the issued scheme ${folder.id} has problems`);
  read.set(population ?? folder, chosen.scheme);
  return chosen.scheme;
}

export function overviewRequest(year: string) {
  return {
    queryKey: ['office', year, 'overview'],
    queryFn: () => request<YearOverview>('GET', `/api/years/${encodeURIComponent(year)}`),
    staleTime: 0,
  };
}

/** The scheme in the edition the year was created after: it may be one of the office's own. */
export function schemeOfYear(year: string) {
  return {
    queryKey: ['office', year, 'scheme'],
    queryFn: () => request<SchemeFolder>('GET', `/api/years/${encodeURIComponent(year)}/scheme`),
    staleTime: Number.POSITIVE_INFINITY,
  };
}

/** Draws a page once its year is read; says so while it is not, and where there is none. */
export function WithIssuedYear({ children }: { readonly children: (issued: IssuedYear) => ReactNode }) {
  const { year, isPending, error } = useYear();
  const overview = useQuery({ ...overviewRequest(year?.year ?? ''), enabled: year !== undefined });
  const folder = useQuery({ ...schemeOfYear(year?.year ?? ''), enabled: year !== undefined });
  const failed = error ?? overview.error ?? folder.error;
  if (failed && !(overview.data && folder.data)) return <Unread error={failed} />;
  if (!isPending && !year) return <NoYear />;
  if (!year || !overview.data || !folder.data) return <Unread />;
  return <>{children({ year: year.year, overview: overview.data, scheme: adopted(folder.data, overview.data) })}</>;
}

function NoYear() {
  const { t } = useTranslation();
  const mayCreate = actOf('year.create').roles.includes(useActing().acting.role);
  return (
    <p className="no-facts">
      {t('officePage.noYear')}{' '}
      {mayCreate && (
        <Link to="/office/years/new" search={keepInOffice}>
          {t('years.new')}
        </Link>
      )}
    </p>
  );
}
