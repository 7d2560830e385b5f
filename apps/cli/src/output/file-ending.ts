/** A file named as another kind than it will be opens in the wrong program, or not at all: told before anything is made. */
import { extname } from 'node:path';
import { type Text, text } from '@kaohe/scoring';
import { type ExitCode, refuseCall } from './terminal.js';

export type Ending = 'docx' | 'xlsx' | 'csv';

const KINDS: Readonly<Record<Ending, Text>> = {
  docx: text('一份 Word 文档', 'a Word document'),
  xlsx: text('一个工作簿', 'a workbook'),
  csv: text('一张 CSV 表', 'a CSV table'),
};
/** What follows the last dot of `考核方案2019.6` is no ending. */
const IS_ENDING = /^\.[a-z][a-z0-9]{0,4}$/i;

/** A refusal where the name ends as another kind; a name without an ending may stand. */
export function refuseEnding(path: string | undefined, ending: Ending): ExitCode | undefined {
  const words = path === undefined ? undefined : otherEnding(path, ending);
  return words && refuseCall(words);
}

/** Why a name does not fit, where it does not. */
export function otherEnding(path: string, ending: Ending): Text | undefined {
  const found = extname(path);
  if (!IS_ENDING.test(found) || found.toLowerCase() === `.${ending}`) return undefined;
  const { zh, en } = KINDS[ending];
  const name = `${path.slice(0, path.length - found.length)}.${ending}`;
  return text(
    `“${path}”以 ${found} 结尾，要存的是${zh}（.${ending}）。请写“${name}”。`,
    `“${path}” ends in ${found}, and what is written is ${en} (.${ending}). Write “${name}”.`,
  );
}
