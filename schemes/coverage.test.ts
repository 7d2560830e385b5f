// Every sentence of the document is a rule, a pinned reading, or listed as not scoring with the reason.
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { filesOf, getFolder } from './folder.js';

const SCHEMES = ['zhengzhou-2019', 'shandong-2016'];

const list = (tree: RawTree | undefined): readonly RawTree[] => (Array.isArray(tree) ? tree : []);
const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});

/** White space, closing marks and the layout marks of a converted page do not make another sentence. */
function plain(text: string): string {
  return text.replace(/<[^>]*>|\s+/g, '').replace(/[。；;，,：:]+$/, '');
}

function sentences(text: string): string[] {
  return text
    .split(/[\n\t。；;]/)
    .map(plain)
    .filter((sentence) => sentence !== '');
}

/** Every text a sheet's rows hold, cell by cell; a row number the document does not print is not a text of it. */
function cellsOf(sheet: RawObject): string[] {
  return list(sheet.items).flatMap((item) => {
    const { marksQuote, rows } = object(item);
    const cells = list(rows).flatMap((row) => {
      const { row: number, name, requirement, criterion, fullMarks, method } = object(row);
      const printed = /^\d+$/.test(`${number}`) ? [number] : [];
      const printedCells = [...printed, name, requirement, criterion, fullMarks, method];
      return printedCells.flatMap((cell) => (Array.isArray(cell) ? cell : [cell]));
    });
    return [marksQuote, ...cells].filter((cell): cell is string => typeof cell === 'string');
  });
}

const namesOf = (sheet: RawObject): string[] => list(sheet.items).map((item) => plain(`${object(item).name}`));

describe.each(SCHEMES)('%s', (scheme) => {
  const files = filesOf(scheme);
  const source = files['source.md'] ?? '';
  const folder = getFolder(scheme);
  const sheets = list(folder.tree.sheets).map(object);

  test('every sentence of the document stands in a cell of a sheet, or is listed', () => {
    const listed = list(folder.coverage).map(object);
    const texts = new Set(listed.map((entry) => plain(`${entry.text}`)));
    const cells = sheets.map((sheet) => plain([...cellsOf(sheet), ...namesOf(sheet)].join('')));
    const uncovered = sentences(source)
      .filter((sentence) => !texts.has(sentence) && !cells.some((text) => text.includes(sentence)))
      .filter((sentence) => !coveredInPieces(sentence, texts));
    expect(uncovered).toEqual([]);
  });

  test('everything listed is a rule, a reading, or says why it does not score', () => {
    for (const entry of list(folder.coverage).map(object)) {
      const answers = ['covers', 'reading', 'notScoring'].filter((key) => `${entry[key] ?? ''}` !== '');
      expect(answers.length, `${entry.text}`).toBe(1);
    }
  });

  test.each(sheets.map((sheet) => [`${sheet.id}`, sheet] as const))(
    'every cell of sheet %s is verbatim from the document',
    (_id, sheet) => {
      const printed = plain(source);
      expect(cellsOf(sheet).filter((cell) => !printed.includes(plain(cell)))).toEqual([]);
      expect(namesOf(sheet).filter((name) => !printed.includes(name) && !cutInTwo(name, printed))).toEqual([]);
    },
  );

  test('every sentence of a criterion carries a clause, states a requirement, or says why it does not score', () => {
    for (const sheet of sheets)
      for (const item of list(sheet.items).map(object))
        for (const row of list(item.rows).map(object)) {
          const clauses = list(row.clauses).map(object);
          const quotes = clauses.map((clause) => plain(`${clause.quote}`));
          const requirements = JSON.stringify(clauses.map((clause) => clause.rules)).matchAll(
            /"quote":"((?:[^"\\]|\\.)*)"/g,
          );
          const stated = [...requirements].map((match) => plain(`${match[1]}`));
          const notScoring = list(row.notScoring).map((one) => plain(`${object(one).text}`));
          const cell = Array.isArray(row.criterion) ? row.criterion.join('\n') : `${row.criterion}`;
          const known = [...quotes, quotes.join(''), ...stated, ...notScoring];
          const uncovered = sentences(cell).filter(
            (one) => !known.some((text) => one.includes(text) || text.includes(one)),
          );
          expect(uncovered, `${row.id}`).toEqual([]);
        }
  });

  test('every reason for not scoring is given, and every reading named anywhere is declared', () => {
    const declared = new Set(Object.keys(object(folder.tree.readings)));
    const text = JSON.stringify([
      folder.tree.sheets,
      folder.tree.forms,
      folder.tree.bonus,
      folder.tree.vetoes,
      folder.coverage,
    ]);
    const named = [...text.matchAll(/"reading":"([^"]+)"/g)].map((match) => `${match[1]}`);
    const byHand = [...text.matchAll(/"readings":\[([^\]]*)\]/g)].flatMap(
      (match) => JSON.parse(`[${match[1]}]`) as string[],
    );
    expect([...named, ...byHand].filter((name) => !declared.has(name))).toEqual([]);
    const prose = files['readings.md'] ?? '';
    expect([...declared].filter((name) => !prose.includes(name))).toEqual([]);
  });
});

/** A long sentence that the list holds in its pieces (bonus, remarks). */
function coveredInPieces(sentence: string, texts: ReadonlySet<string>): boolean {
  let rest = sentence;
  for (const text of [...texts].sort((a, b) => b.length - a.length)) if (text.length > 3) rest = rest.replace(text, '');
  return rest.replace(/[\s：:（）()，,、.0-9]/g, '') === '';
}

/** An item's name that a page break cut into two rows. */
function cutInTwo(name: string, printed: string): boolean {
  return Array.from(name, (_, cut) => cut).some(
    (cut) => cut > 1 && printed.includes(name.slice(0, cut)) && printed.includes(name.slice(cut)),
  );
}
