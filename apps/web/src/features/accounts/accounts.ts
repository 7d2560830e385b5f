/** What the pages of the two administrators ask of the server. */
import type { AccountJson, GrantJson, ScopeKind, Scopes } from '@kaohe/api-contract';
import { request, requestAll } from '../../shared/office/client';

export const accountsRequest = {
  queryKey: ['office', 'accounts'],
  queryFn: () => requestAll<'accounts', AccountJson>('/api/accounts', 'accounts'),
};

export const grantsRequest = {
  queryKey: ['office', 'grants'],
  queryFn: () => requestAll<'grants', GrantJson>('/api/grants', 'grants'),
};

export function scopesRequest(year: string) {
  return {
    queryKey: ['office', year, 'scopes'],
    queryFn: () => request<Scopes>('GET', `/api/years/${encodeURIComponent(year)}/scopes`),
  };
}

/** What a kind of role can be given for, to choose from; the names are those of the document. */
export function scopeOptions(scopes: Scopes, kind: ScopeKind): { readonly value: string; readonly label: string }[] {
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
  switch (kind) {
    case 'team':
      return scopes.teams.map(({ id, name }) => ({ value: id, label: name }));
    case 'unit':
      return named(scopes.units.map(({ name }) => name));
    case 'rater':
      return scopes.raters.map(({ id, name }) => ({ value: id, label: name }));
    case 'division':
      return named(scopes.divisions);
    case 'group':
      return named(scopes.patrolGroups);
    case 'none':
      return [];
  }
}
