/** Which units the result lists and in which order: vetoed units last, else by rank or as printed. */
import { type AssessedUnit, type Assessment, openParts, openRows, type Program } from '@kaohe/scoring';
import type { Search } from '../../shared/address/search';
import { findEnglishName, isGradedOnlyIfVetoed } from '../../shared/assessment/assessment';
import { atEdge } from '../../shared/scores/edges';

export interface ListedUnit {
  readonly unit: AssessedUnit;
  readonly name: string;
  readonly openRows: readonly string[];
  readonly openParts: readonly string[];
  readonly edge: boolean;
  readonly vetoed: boolean;
  /** Whether its grade comes about only if it is vetoed. */
  readonly onlyIfVetoed: boolean;
}

/** How many units of the facts each sheet has. */
export function unitsOnSheet({ units }: Assessment, sheet: string): number {
  return units.filter(({ scored }) => scored.facts.sheet === sheet).length;
}

/** All units of a sheet as the table lists them, unfiltered. */
export function listUnits({ program, units }: Assessment, sheet: string, sort: Search['sort']): ListedUnit[] {
  const listed = units
    .filter(({ scored }) => scored.facts.sheet === sheet)
    .map((unit) => ({
      unit,
      name: unit.scored.facts.unit,
      openRows: openRows(unit.scored.items),
      openParts: openParts(unit.scored),
      edge: atEdge(program.bands, unit.scored.total),
      vetoed: unit.decision.vetoes.length > 0,
      onlyIfVetoed: isGradedOnlyIfVetoed(program, unit),
    }));
  if (sort === 'printed') return listed;
  const place = ({ unit }: ListedUnit) =>
    unit.rank ?? { least: Number.MAX_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER };
  return listed.sort((a, b) => place(a).least - place(b).least || place(a).most - place(b).most);
}

/** The listed units that the address asks for. */
export function filterUnits(listed: readonly ListedUnit[], search: Search, program: Program): ListedUnit[] {
  const sought = search.q?.trim().toLowerCase() ?? '';
  return listed.filter(({ name, unit, ...row }) => {
    const names = `${name} ${findEnglishName(program.scheme, name) ?? ''}`.toLowerCase();
    if (!names.includes(sought)) return false;
    if (search.grade !== undefined && !unit.decision.grades.includes(search.grade)) return false;
    if (search.state === 'open') return row.openRows.length + row.openParts.length > 0;
    if (search.state === 'edge') return row.edge;
    if (search.state === 'veto') return row.vetoed;
    return true;
  });
}
