/** Sentences that no rule, reading or reason covers. */
import { cellText } from '../../../scheme/check.js';
import type { Criterion, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { outsideSentences } from '../outside.js';
import type { Scene } from '../scene.js';
import { plain, scores, sentencesOf, shortened } from '../sentences.js';

export function checkSentences(scene: Scene): Report[] {
  const inRows = scene.scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => item.rows.flatMap((row) => checkRow(sheet, row))),
  );
  return [...inRows, ...checkSource(scene)];
}

/** A scoring sentence of a criterion that no clause quotes. */
function checkRow(sheet: Sheet, row: Criterion): Report[] {
  const quotes = row.clauses.map(({ quote }) => plain(quote));
  const uncovered = sentencesOf(cellText(row.criterion)).filter(
    (one) => scores(one) && !quotes.some((quote) => plain(one).includes(quote) || quote.includes(plain(one))),
  );
  return uncovered.map((quote) => reportUncovered([sheet.id, row.id], quote));
}

/** A sentence of the document that stands in no cell and in no list. */
function checkSource(scene: Scene): Report[] {
  const { scheme, examined } = scene;
  if (examined.source === undefined) return [];
  const known = plain(
    [
      ...outsideSentences(scene).map((one) => one.text),
      ...scheme.sheets.flatMap((sheet) => [sheet.title, sheet.note ?? '', ...sheet.items.flatMap(cellsOf)]),
    ].join('\n'),
  );
  const uncovered = sentencesOf(examined.source).filter((one) => scores(one) && !known.includes(plain(one)));
  return uncovered.map((quote) => reportUncovered([scheme.id], quote));
}

function cellsOf({ name, marksQuote, rows }: Sheet['items'][number]): string[] {
  const cells = rows.flatMap(({ requirement, criterion, method }) => [requirement, criterion, method].map(cellText));
  return [name, marksQuote, ...cells];
}

function reportUncovered(at: readonly string[], quote: string): Report {
  return {
    code: 'sentence-uncovered',
    severity: 'defect',
    at,
    quote: shortened(quote, 80),
    title: text('这句话计分，但没有规则', 'The sentence scores and no rule covers it'),
    why: text('按它扣的分现在算不进去。', 'What it deducts is not computed.'),
  };
}
