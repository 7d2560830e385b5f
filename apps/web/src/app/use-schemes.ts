/** The issued documents there are to look at: those that came with the program, and the office's own for whoever may read them. */
import { actOf } from '@kaohe/api-contract';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type SchemeSummary, schemesRequest } from '../shared/assessment/requests';
import { issuedSchemesRequest } from '../shared/office/issued-schemes';
import { sessionRequest, useSession } from '../shared/office/session';

export interface Schemes {
  readonly schemes: readonly SchemeSummary[];
  /** Whether there are no others. */
  readonly isAll: boolean;
  /** Whether the role acting may read the office's own; undefined while it is being found out. */
  readonly mayReadOwn: boolean | undefined;
  readonly failure: Error | undefined;
}

type Session = ReturnType<typeof useSession>['data'];

function readsOwn(session: NonNullable<Session>): boolean {
  const acting = session.signedIn ? session.acting : null;
  return acting ? actOf('scheme.read').roles.includes(acting.role) : false;
}

export function useSchemes(): Schemes {
  const { data: session, error } = useSession();
  // A server that knows no sessions shows what a visitor sees.
  const mayReadOwn = error ? false : session && readsOwn(session);
  const shipped = useQuery(schemesRequest);
  const issued = useQuery({ ...issuedSchemesRequest, enabled: mayReadOwn === true });
  const schemes = useMemo(
    () => [...(shipped.data ?? []), ...(issued.data?.schemes.filter(({ own }) => own) ?? [])],
    [shipped.data, issued.data],
  );
  const isOwnRead = mayReadOwn === false || issued.data !== undefined;
  return {
    schemes,
    isAll: shipped.data !== undefined && isOwnRead,
    mayReadOwn,
    failure: shipped.error ?? issued.error ?? undefined,
  };
}

/** The same for what happens outside drawing: a file that is dropped may come before they are read. */
export async function readSchemes(client: QueryClient): Promise<readonly SchemeSummary[]> {
  const shipped = await client.fetchQuery(schemesRequest);
  const session = await client.fetchQuery(sessionRequest).catch(() => undefined);
  if (!session || !readsOwn(session)) return shipped;
  const { schemes } = await client.fetchQuery(issuedSchemesRequest);
  return [...shipped, ...schemes.filter(({ own }) => own)];
}
