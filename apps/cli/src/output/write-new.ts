/** A file that was not there before: what somebody has filled in is never written over. */
import { writeFile } from 'node:fs/promises';
import { text } from '@kaohe/scoring';
import { type ExitCode, print, refuseCall } from './terminal.js';

export async function writeNew(path: string, content: Uint8Array | string): Promise<ExitCode> {
  const failed = await writeFile(path, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => error);
  if (!failed) return print(path);
  if (failed.code === 'EEXIST')
    return refuseCall(
      text(`“${path}”已经存在，没有覆盖。请换一个文件名。`, `“${path}” exists and was kept. Choose another name.`),
    );
  return refuseCall(text(`不能写“${path}”：${failed.message}`, `“${path}” cannot be written: ${failed.message}`));
}
