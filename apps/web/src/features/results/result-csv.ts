/** The result table as CSV that Excel and WPS open as it is: UTF-8 with its mark, no cell that runs as a formula. */
import { formatExact, type Interval, type Sheet } from '@kaohe/scoring';
import type { TFunction } from 'i18next';
import type { ListedUnit } from './listed-units';

const BYTE_ORDER_MARK = '\uFEFF';

/** One row a unit; the two ends of an interval in a column each. */
export function resultCsv(sheet: Sheet, listed: readonly ListedUnit[], t: TFunction): string {
  const ends = (name: string) => [`${name} ≥`, `${name} ≤`];
  const head = [
    t('results.rank'),
    t('results.unit'),
    ...sheet.parts.flatMap((part) => ends(part.name)),
    ...ends(t('unit.sheetScore')),
    ...ends(t('unit.bonus')),
    ...ends(t('results.total')),
    t('results.grade'),
    t('results.veto'),
    t('results.open'),
  ];
  return `${BYTE_ORDER_MARK}${[head, ...listed.map((row) => csvRow(row, t))].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvRow({ unit, name, openRows, openParts, onlyIfVetoed }: ListedUnit, t: TFunction): string[] {
  const { scored, decision, rank } = unit;
  const ends = ({ least, most }: Interval) => [formatExact(least), formatExact(most)];
  const grade = decision.grades.join('、');
  const place = rank ? [...new Set([rank.least, rank.most])].join('–') : '';
  return [
    place,
    name,
    ...scored.parts.flatMap((part) => ends(part.score)),
    ...ends(scored.sheetScore),
    ...ends(scored.bonus.score),
    ...ends(scored.total),
    onlyIfVetoed && grade !== '' ? t('results.onlyIfVetoed', { grade }) : grade,
    decision.vetoes.map(({ why }) => why.zh).join('；'),
    [...openRows, ...openParts].join(' '),
  ];
}

/** A cell with quotes doubled; text that a spreadsheet would run is marked as text. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
