/** `kaohe export S`: a scheme, or what was read of a document, back as its printed table. */
import { documentBytes, type IssuedDocument, issuedPaper, issuedText, issuedWorkbook } from '@kaohe/office-files';
import { text } from '@kaohe/scoring';
import type { Command } from 'commander';
import { loadIssuedDocument } from '../input/issued-document.js';
import { refuseEnding } from '../output/file-ending.js';
import { type ExitCode, print, refuseCall } from '../output/terminal.js';
import { writeNew } from '../output/write-new.js';

interface ExportOptions {
  readonly docx?: string;
  readonly xlsx?: string;
  readonly text?: true;
}

export async function exportScheme(name: string, { docx, xlsx, text: wantsText }: ExportOptions): Promise<ExitCode> {
  if ([docx, xlsx, wantsText].filter((one) => one !== undefined).length > 1)
    return refuseCall(text('--docx、--xlsx、--text 一次只选一个。', 'Choose one of --docx, --xlsx and --text.'));
  const refused = refuseEnding(docx, 'docx') ?? refuseEnding(xlsx, 'xlsx');
  if (refused !== undefined) return refused;
  const document = await loadIssuedDocument(name);
  if (typeof document === 'number') return document;
  return await written(document, docx, xlsx);
}

async function written(document: IssuedDocument, docx?: string, xlsx?: string): Promise<ExitCode> {
  if (docx !== undefined) return await writeNew(docx, () => documentBytes(issuedPaper(document)));
  if (xlsx !== undefined) return await writeNew(xlsx, () => issuedWorkbook(document));
  return print(issuedText(document).trimEnd());
}

export function exportCommand(program: Command): Command {
  return program
    .command('export')
    .summary('把方案印成原表 / a scheme as its printed table')
    .description(
      '把方案印回下发时的样子：标题、每张细则表（栏目、合并的格、原句照旧）、备注，再是加分、否决、等次、组成和时间。' +
        'import --json 写出的文件也一样印。印出的文件再读一遍，读出的相同。\n' +
        'Prints a scheme as it was issued: title, a table for each sheet with its columns, merged cells and sentences, its note, ' +
        'then bonus, vetoes, grades, composition and calendar. A file that import --json wrote is printed the same way. ' +
        'What is exported reads the same when it is imported again.',
    )
    .argument(
      '<scheme>',
      '方案编号、目录，或 import --json 写出的 .json / a scheme, its folder, or the .json of an import',
    )
    .option('--docx <file>', '存成 Word 文档 / as a Word document')
    .option('--xlsx <file>', '存成工作簿 / as a workbook')
    .option('--text', '印成文字（不选时如此） / as text (the default)')
    .addHelpText(
      'after',
      '\n例 Example:\n  kaohe export zhengzhou-2019 --docx 2019.docx\n  kaohe import draft.docx --json > draft.json && kaohe export draft.json --xlsx draft.xlsx',
    );
}
