/** A file in the place of facts that holds none: what it is, and what to hand in instead. */
import { FILE_KINDS, kindOfFile } from '@kaohe/office-files';
import { type Text, text } from '@kaohe/scoring';
import { importedIn, importedWords } from './imported.js';

/** A workbook of any program, by its name. */
const WORKBOOK_NAME = /\.(?:xlsx|xlsm|xls|et)$/i;

/** Undefined where the file may hold facts: a workbook, CSV, or text of any kind. */
export function notFacts(name: string, bytes: Uint8Array): Text | undefined {
  const kind = kindOfFile(bytes);
  if (kind === 'text') return importedIn(bytes) && importedWords(name);
  if (kind === 'xlsx' || kind === 'zip' || kind === 'old-office') return undefined;
  return otherKind(name, FILE_KINDS[kind]);
}

/** Text that is no facts under the name of a workbook: who made it wants to hear of workbooks. */
export function textForWorkbook(name: string): Text | undefined {
  return WORKBOOK_NAME.test(name) ? otherKind(name, FILE_KINDS.text) : undefined;
}

function otherKind(name: string, kind: Text): Text {
  const named = WORKBOOK_NAME.test(name);
  return text(
    `${named ? '名字是工作簿，内容却是' : '这是'}${kind.zh}，不是填好的事实。${named ? SAVE_AGAIN.zh : ''}${FORMS.zh}`,
    `${named ? 'Named as a workbook, this is' : 'This is'} ${kind.en}, and holds no facts. ${named ? SAVE_AGAIN.en : ''}${FORMS.en}`,
  );
}

const SAVE_AGAIN = text(
  '请在表格软件里打开，另存为“Excel 工作簿（.xlsx）”。',
  'Open it in a spreadsheet program and save it as an Excel workbook (.xlsx). ',
);
const FORMS = text(
  '要填的工作簿由 kaohe template 方案 --xlsx 文件.xlsx 给出，填好再计分。',
  'A workbook to fill in is made by: kaohe template SCHEME --xlsx FILE.xlsx',
);
