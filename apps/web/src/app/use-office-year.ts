/** The office's own year as facts, for whoever may export them: what a visitor sees the demonstration's file for. */
import { actOf, type YearSummary } from '@kaohe/api-contract';
import { isRawObject, type RawTree } from '@kaohe/scoring';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAddress } from '../shared/address/use-address';
import type { FactsFile } from '../shared/assessment/facts-file';
import { request } from '../shared/office/client';
import { useSession } from '../shared/office/session';
import { yearsRequest } from '../shared/office/year';

export interface OfficeYear {
  /** Whether somebody is signed in, as whatever. */
  readonly signedIn: boolean;
  /** Undefined while it is being found out, null for who may not export facts and where there is no year. */
  readonly year: YearSummary | null | undefined;
  /** Undefined while it is read. */
  readonly file: FactsFile | undefined;
  readonly failure: Error | undefined;
}

export function useOfficeYear(): OfficeYear {
  const { year: asked } = useAddress();
  const { data: session, error } = useSession();
  const acting = session?.signedIn ? session.acting : null;
  const mayExport = acting ? actOf('facts.export').roles.includes(acting.role) : false;
  const years = useQuery({ ...yearsRequest, enabled: mayExport });
  const listed = years.data?.years;
  const known = listed?.find((one) => asked === undefined || one.year === asked) ?? (listed && null);
  // A server that knows no sessions, or does not answer, shows what a visitor sees.
  const year = error || (session && !mayExport) || years.error ? null : known;
  const facts = useQuery({ ...factsRequest(year?.year ?? ''), enabled: Boolean(year) });
  const file = useMemo(() => (year && facts.data ? officeFile(year, facts.data) : undefined), [year, facts.data]);
  return { signedIn: session?.signedIn ?? false, year, file, failure: facts.error ?? undefined };
}

function factsRequest(year: string) {
  return {
    queryKey: ['office', year, 'facts'],
    queryFn: () => request<RawTree>('GET', `/api/years/${encodeURIComponent(year)}/facts?format=json`),
    staleTime: 0,
  };
}

function officeFile({ year }: YearSummary, tree: RawTree): FactsFile {
  const asOf = isRawObject(tree) && typeof tree.asOf === 'string' ? tree.asOf : undefined;
  return { name: year, origin: 'office', asOn: asOf, tree };
}
