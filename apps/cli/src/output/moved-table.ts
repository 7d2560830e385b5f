/** Units that moved, each with the clauses that moved it. */
import type { MovedUnit } from '@kaohe/scheme-files';
import type { Language } from '@kaohe/scoring';
import { alignColumns } from './columns.js';

export function movedTable(moved: readonly MovedUnit[], language: Language): string {
  const head =
    language === 'zh' ? ['单位', '总分', '等次', '名次', '条款'] : ['unit', 'total', 'grade', 'rank', 'clauses'];
  const arrow = ([before, after]: readonly [string, string]) => (before === after ? before : `${before} → ${after}`);
  const rows = moved.map(({ unit, total, grades, rank, clauses }) => [
    unit,
    arrow(total),
    arrow(grades),
    arrow(rank),
    clauses.map(({ clause, before, after }) => `${clause} ${before} → ${after}`).join(', '),
  ]);
  return alignColumns([head, ...rows]);
}
