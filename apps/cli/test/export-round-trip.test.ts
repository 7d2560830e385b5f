// What is exported reads the same when it is imported again. EXPORT_FOLDER names a folder of further documents (*.txt), each held to the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportedClause, type ImportedScheme, importDocument } from '@kaohe/clauses';
import {
  documentBytes,
  type IssuedDocument,
  importedDocument,
  issuedPaper,
  issuedText,
  issuedWorkbook,
  readDocument,
  schemeDocument,
} from '@kaohe/office-files';
import { chooseReadings } from '@kaohe/scheme-files';
import { describe, expect, it } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { DOCUMENTS } from './export-documents.js';

const folder = process.env.EXPORT_FOLDER;
const files = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.txt'));
const documents = [
  ...Object.entries(DOCUMENTS),
  ...files.map((name) => [name, readFileSync(join(folder ?? '', name), 'utf8')] as const),
];

async function textOf(bytes: Uint8Array): Promise<string> {
  const read = await readDocument(bytes);
  if ('refused' in read) throw new Error(read.refused.zh);
  return read.text;
}

const WRITERS: readonly (readonly [string, (document: IssuedDocument) => Promise<string>])[] = [
  ['.docx', async (document) => textOf(await documentBytes(issuedPaper(document)))],
  ['.xlsx', async (document) => textOf(await issuedWorkbook(document))],
  ['文字', async (document) => issuedText(document)],
];

/** Lines and tags of the file are not the document's. */
const plain = (quote: string): string => quote.replace(/<[^<>]*>|[\s|│]/g, '');
const clauseOf = ({ quote, status, rules }: ImportedClause) => ({ quote: plain(quote), status, rules });

/** Everything that was read, places in the file aside. */
function whatIsRead({ title, fullMarks, items, bonus, vetoes, gradeBands }: ImportedScheme) {
  return {
    title,
    fullMarks,
    items: items.map((item) => ({ ...item, rows: undefined, clauses: item.clauses.map(clauseOf) })),
    bonus: bonus.map(clauseOf),
    vetoes: vetoes.map(({ span: _, quote, ...veto }) => ({ ...veto, quote: plain(quote) })),
    gradeBands: gradeBands.map(({ span: _, quote, ...band }) => ({ ...band, quote: plain(quote) })),
  };
}

describe.each(documents)('%s', (_, source) => {
  const first = importDocument(source);

  it.each(WRITERS)('印成%s再读，大项、分值、条款、否决、等次都相同', async (_name, write) => {
    const again = importDocument(await write(importedDocument(first, '2020-01-20')));
    expect(whatIsRead(again)).toEqual(whatIsRead(first));
  });

  it('印第二遍和第一遍一样', () => {
    const text = issuedText(importedDocument(first, '2020-01-20'));
    expect(issuedText(importedDocument(importDocument(text), '2020-01-20'))).toBe(text);
  });
});

describe.each(['zhengzhou-2019', 'shandong-2016'])('%s', (id) => {
  const chosen = chooseReadings(getFolder(id).tree, {});
  if ('problems' in chosen) throw new Error(JSON.stringify(chosen.problems));
  const document = schemeDocument(chosen.scheme);

  it('印成哪一种文件，读出的都一样', async () => {
    const [word, sheet, text] = await Promise.all(
      WRITERS.map(async ([, write]) => importDocument(await write(document))),
    );
    const clausesOf = (read: ImportedScheme | undefined) => read?.items.map((item) => item.clauses.map(clauseOf));
    expect(clausesOf(sheet)).toEqual(clausesOf(word));
    expect(clausesOf(text)).toEqual(clausesOf(word));
  });

  it('印出每一行的原句，一句不少', () => {
    const text = plain(issuedText(document));
    const { sheets, vetoes, gradeBands, calendar } = chosen.scheme;
    const rows = sheets.flatMap(({ items }) => items.flatMap((item) => item.rows));
    const quotes = [...rows.flatMap(({ clauses }) => clauses), ...vetoes, ...gradeBands, ...calendar].map(
      ({ quote }) => quote,
    );
    for (const quote of quotes) expect(text).toContain(plain(quote));
  });
});
