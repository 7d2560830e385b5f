/** The issued document in use: the one the address names, or the one of the office's year, or of the demonstration. */
import type { YearSummary } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from '../shared/address/search';
import { useAddress } from '../shared/address/use-address';
import {
  type Demonstration,
  demonstrationRequest,
  type SchemeSummary,
  schemesRequest,
} from '../shared/assessment/requests';

export interface SchemeInUse {
  /** Empty until it is known, and where the address names one that does not exist. */
  readonly id: string;
  /** What the address names and the server does not have. */
  readonly unknown: string | undefined;
  readonly schemes: readonly SchemeSummary[];
  readonly demonstration: Demonstration | undefined;
  readonly failure: Error | undefined;
  /** Opens another document, on the page that shows the same of it. */
  readonly open: (id: string) => void;
}

/** `year`: the office's own; null where there is none to show, undefined while it is being found out. */
export function useScheme(year: YearSummary | null | undefined): SchemeInUse {
  const { scheme: asked } = useAddress();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const demonstration = useQuery(demonstrationRequest);
  const schemes = useQuery(schemesRequest);
  const home = (year === null ? demonstration.data?.scheme : year?.scheme) ?? '';
  const known = asked === undefined ? true : schemes.data?.some(({ id }) => id === asked);
  const open = useCallback(
    (id: string) => {
      const search = ({ lang, section }: Search): Search => ({
        ...(lang && { lang }),
        ...(section && { section }),
        ...(id !== home && { scheme: id }),
      });
      void navigate({ to: pathname === '/scheme' ? '/scheme' : '/results', search });
    },
    [navigate, pathname, home],
  );
  return {
    id: asked === undefined ? home : known ? asked : '',
    unknown: known === false ? asked : undefined,
    schemes: schemes.data ?? [],
    demonstration: demonstration.data,
    failure: demonstration.error ?? schemes.error ?? undefined,
    open,
  };
}
