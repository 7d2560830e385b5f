/** Margins and what still decides, for programs: exact numbers as text. */
import { type AssessedUnit, type Assessment, decidingOf, formatExact, marginsOf } from '@kaohe/scoring';

export function marginsJson(assessment: Assessment, units: readonly AssessedUnit[]) {
  return units.map((unit) => ({
    unit: unit.scored.facts.unit,
    margins: marginsOf(assessment, unit).map(({ kind, to, points, rows }) => ({
      kind,
      to,
      points: formatExact(points),
      rows: rows.map(({ clause, row, worth, open }) => ({ clause, row, worth: formatExact(worth), open })),
    })),
  }));
}

export function decidingJson(assessment: Assessment, units: readonly AssessedUnit[]) {
  return units.map((unit) => ({
    unit: unit.scored.facts.unit,
    deciding: decidingOf(assessment, unit).map(({ id, kind, item, swings, limits, vetoes, past, decides }) => ({
      id,
      kind,
      item: item ?? null,
      swings: {
        item: formatExact(swings.item),
        sheet: formatExact(swings.sheet),
        total: formatExact(swings.total),
      },
      decides,
      limits,
      vetoes,
      past,
    })),
  }));
}
