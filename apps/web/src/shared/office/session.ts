/** Who is signed in, from anywhere in the pages of the office. */
import type { HeldRole, SessionJson, SignedInJson } from '@kaohe/api-contract';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import { type Method, request } from './client';

export const sessionRequest = {
  queryKey: ['session'],
  queryFn: () => request<SessionJson>('GET', '/api/session'),
};

/** The session as the server sees it: signed in or not. */
export function useSession(): UseQueryResult<SessionJson> {
  return useQuery(sessionRequest);
}

/** What is left to do before the pages of the office open. */
export type NextStep = 'sign-in' | 'password' | 'totp' | 'role' | 'none';

export function nextStep(session: SessionJson): NextStep {
  if (!session.signedIn) return 'sign-in';
  if (session.mustChangePassword) return 'password';
  if (session.totp === 'required') return 'totp';
  return session.acting ? 'none' : 'role';
}

/** Read by everybody and the same whoever acts; everything else belongs to the role acting. */
const OF_NOBODY: readonly unknown[] = ['session', 'schemes', 'scheme', 'demonstration'];

/** Changes the session; what the person saw in another role is forgotten. */
export function useSessionChange(): (method: Method, url: string, body?: unknown) => Promise<SessionJson> {
  const client = useQueryClient();
  return useCallback(
    async (method, url, body) => {
      const next = await request<SessionJson>(method, url, { body });
      const before = client.getQueryData<SessionJson>(sessionRequest.queryKey);
      client.setQueryData(sessionRequest.queryKey, next);
      if (actingOf(before) !== actingOf(next))
        client.removeQueries({ predicate: ({ queryKey }) => !OF_NOBODY.includes(queryKey[0]) });
      return next;
    },
    [client],
  );
}

function actingOf(session: SessionJson | undefined): string | undefined {
  return session?.signedIn ? `${session.login} ${session.acting?.grant}` : undefined;
}

/** A person who is signed in and acts in a role: what every page below /office stands on. */
export type ActingSession = SignedInJson & { readonly acting: HeldRole };

export const ActingContext = createContext<ActingSession | undefined>(undefined);

/** The person and the role acting; for pages below /office. */
export function useActing(): ActingSession {
  const acting = useContext(ActingContext);
  if (!acting) throw new Error('only pages below /office have a role acting');
  return acting;
}
