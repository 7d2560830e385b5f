/** Marks that do not add up: items to the sheet, rows to the item, criteria to the row, parts to the total. */
import { formatExact, getNumber } from '../../../exact/decimal.js';
import { compare, type Rational, sum } from '../../../exact/rational.js';
import type { AssessmentItem, Criterion, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

interface Sum {
  readonly at: readonly string[];
  readonly quote: string;
  readonly parts: readonly string[];
  readonly whole: string;
}

export function checkSums({ scheme }: Scene): Report[] {
  const sums = scheme.sheets.flatMap((sheet) => [
    ofItems(sheet),
    ofParts(sheet, scheme.fullMarks),
    ...sheet.items.flatMap((item) => [ofName(sheet, item), ofRows(sheet, item)]),
    ...sheet.items.flatMap((item) => item.rows.map((row) => ofCriteria({ sheet, item, row }))),
  ]);
  return sums.filter((one) => one !== undefined).flatMap(reportSum);
}

function reportSum({ at, quote, parts, whole }: Sum): Report[] {
  const total: Rational = sum(parts.map(getNumber));
  if (parts.length === 0 || compare(total, getNumber(whole)) === 0) return [];
  const made = formatExact(total);
  return [
    {
      code: 'sum-mismatch',
      severity: 'defect',
      at,
      quote,
      title: text(`各部分合计${made}分，不是${whole}分`, `The parts add up to ${made}, not ${whole}`),
      why: text(
        `${parts.join('＋')}＝${made}，而这里写的是${whole}分；满分、比重和等次都以这个数为准。`,
        `${parts.join(' + ')} = ${made}, but ${whole} is stated here; full marks, weights and grades all rest on it.`,
      ),
    },
  ];
}

function ofItems(sheet: Sheet): Sum {
  const parts = sheet.items.map((item) => item.fullMarks);
  return { at: [sheet.id], quote: sheet.title, parts, whole: sheet.fullMarks };
}

function ofParts(sheet: Sheet, whole: string): Sum {
  const parts = sheet.parts.map((part) => part.weight);
  return { at: [sheet.id, ...sheet.parts.map((part) => part.id)], quote: sheet.parts[0]?.quote ?? '', parts, whole };
}

/** The printed number against the one that is scored with. */
function ofName(sheet: Sheet, item: AssessmentItem): Sum | undefined {
  const printed = /(\d+(?:\.\d+)?)\s*(?:分|[)）])/.exec(item.marksQuote)?.[1];
  if (printed === undefined) return undefined;
  return { at: [sheet.id, item.id], quote: item.marksQuote, parts: [printed], whole: item.fullMarks };
}

function ofRows(sheet: Sheet, item: AssessmentItem): Sum | undefined {
  const parts = item.rows.flatMap((row) => (row.fullMarks === undefined ? [] : [row.fullMarks]));
  if (parts.length < item.rows.length) return undefined;
  return { at: [sheet.id, item.id], quote: item.marksQuote, parts, whole: item.fullMarks };
}

/** A row whose every criterion states the most it may give. */
function ofCriteria(place: { sheet: Sheet; item: AssessmentItem; row: Criterion }): Sum | undefined {
  const { sheet, item, row } = place;
  const rules = row.clauses.flatMap((clause) => clause.rules);
  const parts = rules.flatMap((rule) => (rule.kind === 'judgement' && rule.effect === 'award' ? [rule.range[1]] : []));
  if (row.fullMarks === undefined || parts.length < rules.length) return undefined;
  return { at: [sheet.id, item.id, row.id], quote: row.name ?? row.row, parts, whole: row.fullMarks };
}
