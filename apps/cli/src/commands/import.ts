/** `kaohe import FILE`: an assessment document as items, clauses and rules, with everything a person must confirm. */
import { importDocument } from '@kaohe/clauses';
import type { Command } from 'commander';
import { loadDocumentText } from '../input/document-text.js';
import { importText } from '../output/import-text.js';
import { type ExitCode, print, printJson } from '../output/terminal.js';
import { type CommonOptions, jsonOption, languageOption } from './options.js';

type ImportOptions = CommonOptions & { readonly text?: true };

export async function importFile(path: string, options: ImportOptions): Promise<ExitCode> {
  const document = await loadDocumentText(path);
  if (typeof document === 'number') return document;
  if (options.text) return print(document);
  const scheme = importDocument(document);
  return options.json ? printJson(scheme) : print(importText(scheme, options.lang));
}

export function importCommand(program: Command): Command {
  return program
    .command('import')
    .summary('读一份考核文件 / read an assessment document')
    .description(
      '从考核文件的文字读出大项、条款和规则。认得准的标“读出”，有疑问的标“确认”并写明问题，给不出规则的标“读不出”。不猜。\n' +
        'Reads items, clauses and rules from the text of an assessment document. What is certain is read, what is open is asked, ' +
        'what cannot be a rule is said to be unreadable. Nothing is guessed.',
    )
    .argument('<file>', '考核文件（.docx、.xlsx、.pdf、.txt、.md） / the document (.docx, .xlsx, .pdf, .txt, .md)')
    .addOption(jsonOption())
    .option('--text', '只看取出的文字，条款的位置按它计 / the text itself, in which places are counted')
    .addOption(languageOption())
    .addHelpText('after', '\n例 Example:\n  kaohe import schemes/shandong-2016/source.md');
}
