/** The issued document in use: the one the address names, or the one of the office's year, or of the demonstration. */
import type { YearSummary } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from '../shared/address/search';
import { useAddress } from '../shared/address/use-address';
import { type Demonstration, demonstrationRequest, type SchemeSummary } from '../shared/assessment/requests';
import { useSchemes } from './use-schemes';

export interface SchemeInUse {
  /** Empty until it is known, and where the address names one that does not exist. */
  readonly id: string;
  /** Whether the office issued it itself. */
  readonly own: boolean;
  /** What the address names and the server does not have, or not for whoever asks. */
  readonly unknown: string | undefined;
  readonly schemes: readonly SchemeSummary[];
  /** Whether the office's own are among them. */
  readonly withOwn: boolean;
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
  const { schemes, isAll, mayReadOwn, failure } = useSchemes();
  const home = (year === null ? demonstration.data?.scheme : year?.scheme) ?? '';
  const wanted = asked ?? home;
  const found = schemes.find(({ id }) => id === wanted);
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
    id: found?.id ?? '',
    own: found?.own ?? false,
    unknown: wanted !== '' && isAll && !found ? wanted : undefined,
    schemes,
    withOwn: mayReadOwn === true,
    demonstration: demonstration.data,
    failure: demonstration.error ?? failure,
    open,
  };
}
