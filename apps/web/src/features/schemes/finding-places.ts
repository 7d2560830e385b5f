/** Where a finding stands in the document: the narrowest places it names, each with its address. */
import { type DocumentPlace, type Language, type Program, placesAt, type SchemeFinding } from '@kaohe/scoring';
import type { Search } from '../../shared/address/search';

export interface FoundPlace {
  readonly id: string;
  readonly label: string;
  readonly search: Search;
}

export function placesOf({ scheme }: Program, { at }: SchemeFinding, language: Language): FoundPlace[] {
  return placesAt(scheme, at).map((place) => ({
    id: place.ids.join(' '),
    label: place.words[language],
    search: addressOf(place),
  }));
}

function addressOf({ kind, ids: [id = ''] }: DocumentPlace): Search {
  switch (kind) {
    case 'form':
      return { section: 'forms' };
    case 'notice':
      return { section: 'notice' };
    case 'sheet':
      return { sheet: id };
    case 'item':
    case 'row':
    case 'clause':
      return { sheet: id.slice(0, id.indexOf('/')), show: id };
  }
}

/** The findings that name one of these places; a finding on sentences or rows is not marked at its item as well. */
export function findingsOfRow<Finding extends SchemeFinding>(
  findings: readonly Finding[],
  ids: ReadonlySet<string>,
): Finding[] {
  const isItem = (id: string) => /\/i\d+$/.test(id);
  return findings.filter(({ at }) => {
    const narrower = at.some((id) => id.includes('/') && !isItem(id));
    return at.some((id) => ids.has(id) && !(narrower && isItem(id)));
  });
}
