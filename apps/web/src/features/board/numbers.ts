/** The names of grades, and what was lost where. */
import type { Board, BoardUnit } from '@kaohe/api-contract';
import { compare, getNumber, type Language, type Program, type Rational, rational, sum } from '@kaohe/scoring';
import { difference } from '../../shared/scores/format-score';
import { numberOf } from '../../shared/scores/score-columns';

export function bandsOf({ bands }: Pick<Board, 'bands'>): Program['bands'] {
  return bands.map(({ grade, from }) => (from === null ? { grade } : { grade, from: getNumber(from) }));
}

/** In a dense table one language is enough. */
export function gradeName({ bands }: Pick<Board, 'bands'>, grade: string, language: Language): string {
  return (language === 'en' && bands.find((one) => one.grade === grade)?.gradeEn) || grade;
}

export type BoardSheet = Board['sheets'][number];
export type BoardItem = BoardSheet['items'][number];

const ZERO = rational(0n);

/** What a unit has certainly lost of an item: full marks less the most it can still get. */
export function lostOfItem(unit: BoardUnit, item: BoardItem): Rational {
  const score = unit.items[item.id];
  const lost = score ? difference(getNumber(item.fullMarks), numberOf(score.most)) : ZERO;
  return compare(lost, ZERO) > 0 ? lost : ZERO;
}

export interface ItemLoss {
  readonly item: BoardItem;
  readonly lost: Rational;
  readonly units: number;
  /** Share of all losses of the sheet up to here, in hundredths. */
  readonly share: Rational;
}

/** The items of a sheet with what the units have certainly lost of each, the largest first. */
export function paretoOf({ units }: Board, sheet: BoardSheet): ItemLoss[] {
  const own = units.filter((unit) => unit.sheet === sheet.sheet);
  const losses = sheet.items.map((item) => {
    const each = own.map((unit) => lostOfItem(unit, item));
    return { item, lost: sum(each), units: each.filter((one) => compare(one, ZERO) > 0).length };
  });
  const sorted = losses.filter(({ units: losing }) => losing > 0).sort((a, b) => compare(b.lost, a.lost));
  const all = sum(sorted.map(({ lost }) => lost));
  return sorted.map((one, index) => {
    const until = sum(sorted.slice(0, index + 1).map(({ lost }) => lost));
    return { ...one, share: rational(until.n * all.d * 100n, until.d * all.n) };
  });
}
