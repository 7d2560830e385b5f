/** Where a unit stands, in the few numbers the strip of a sheet shows. */
import type { SheetStanding } from '@kaohe/api-contract';
import type { UnitJson } from '@kaohe/scoring';

export function standingOf({ sheetScore, total, grades }: UnitJson): SheetStanding {
  return { sheetScore, total, grades: [...grades] };
}
