/** Reads and changes the state in the address. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from './search';

export function useAddress(): Search {
  return useSearch({ from: '__root__' });
}

/** Changes part of the address in place; `undefined` removes a value. */
export function useChangeAddress(): (change: Search) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) => {
      void navigate({ to: '.', search: (before: Search) => ({ ...before, ...change }), replace: true });
    },
    [navigate],
  );
}

/** What stays when another page is opened. */
export function keepAcross({ lang, scheme, readings }: Search): Search {
  return { ...(lang && { lang }), ...(scheme && { scheme }), ...(readings && { readings }) };
}

/** What stays when another page of the office is opened. */
export function keepInOffice({ lang, year }: Search): Search {
  return { ...(lang && { lang }), ...(year && { year }) };
}
