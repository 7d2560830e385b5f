// Schemes of one sheet, made up for one theorem each, and what the engine says of one unit under them.

import type { SchemeFolder } from '@kaohe/scheme-files';
import type { AssessedUnit, RawObject, RawTree } from '@kaohe/scoring';
import { generalScheme } from './general-scheme.js';
import { assessed } from './schemes.js';

/** Clauses of a row before they have ids: the rules of each. */
export type Row = { readonly fullMarks?: string; readonly clauses: readonly (readonly RawTree[])[] };
type Item = { readonly rows: readonly Row[]; readonly rest?: RawObject };

const named = (id: string): RawObject => ({ id, name: id, nameEn: id });

/** Row ids are `s/1`, `s/2`…, clause ids `s/1.1`…, through all items; an item's rest holds its marks and limits. */
export function tinyScheme(items: readonly Item[], change: RawObject = {}): SchemeFolder {
  let number = 0;
  const rowTree = ({ fullMarks, clauses }: Row): RawObject => {
    number += 1;
    const id = `s/${number}`;
    return {
      id,
      row: `${number}`,
      criterion: clauses.map((_, index) => `${id}.${index + 1}；`).join(''),
      supplier: { by: 'team' },
      ...(fullMarks === undefined ? {} : { fullMarks }),
      clauses: clauses.map((rules, index) => ({ id: `${id}.${index + 1}`, quote: `${id}.${index + 1}；`, rules })),
    };
  };
  const trees = items.map(({ rows, rest }, index) => ({
    ...named(`s/i${index + 1}`),
    fullMarks: '100',
    marksQuote: '分',
    rows: rows.map(rowTree),
    ...rest,
  }));
  const { sheet = {}, ...scheme } = change;
  const tree: RawObject = {
    ...generalScheme,
    id: 'tiny',
    gradeBands: [],
    vetoes: [],
    awards: [],
    forms: [],
    population: { units: [], teams: [] },
    sheets: [
      {
        id: 's',
        title: 's',
        titleEn: 's',
        fullMarks: '100',
        columns: [],
        classes: ['city'],
        parts: [{ ...named('year-end'), weight: '100', quote: '年终' }],
        items: trees,
        ...(sheet as RawObject),
      },
    ],
    ...scheme,
  };
  return { id: 'tiny', edition: 'none', tree, coverage: [] };
}

/** One unit, all closed, assessed on its observations; ratings by form. */
export function assessOne(folder: SchemeFolder, observations: RawObject, ratings: RawObject = {}): AssessedUnit {
  const units = { 甲市: { sheet: 's', class: 'city', observations, bonus: [] } };
  const by = Object.fromEntries(Object.entries(ratings).map(([form, given]) => [form, { 甲市: given }]));
  const [unit] = assessed(folder, { unmentioned: 'nothing-found', units, ratings: by }).units;
  if (!unit) throw new Error('no unit was assessed');
  return unit;
}
