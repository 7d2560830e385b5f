/** Who is signed in, from anywhere in the pages of the office. */
import type { HeldRole, SessionJson, SignedInJson } from '@kaohe/api-contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { request } from './client';

export const sessionRequest = {
  queryKey: ['session'],
  queryFn: () => request<SessionJson>('GET', '/api/session'),
};

/** The session as the server sees it: signed in or not. */
export function useSession(): UseQueryResult<SessionJson> {
  return useQuery(sessionRequest);
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
