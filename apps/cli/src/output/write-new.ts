/** A file that was not there before: what somebody has filled in is never written over. */
import { type FileHandle, open } from 'node:fs/promises';
import { text } from '@kaohe/scoring';
import { type ExitCode, print, refuseCall } from './terminal.js';

/** Makes the content once the file is known to be new. */
export async function writeNew(path: string, make: () => Promise<Uint8Array> | string): Promise<ExitCode> {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => error);
  if (file instanceof Error) return refuse(path, file);
  try {
    return await write(file, { path, content: await make() });
  } finally {
    await file.close();
  }
}

async function write(
  file: FileHandle,
  { path, content }: { readonly path: string; readonly content: Uint8Array | string },
): Promise<ExitCode> {
  const failed = await file.writeFile(content).catch((error: NodeJS.ErrnoException) => error);
  return failed ? refuse(path, failed) : print(path);
}

function refuse(path: string, { code, message }: NodeJS.ErrnoException): ExitCode {
  if (code === 'EEXIST')
    return refuseCall(
      text(`“${path}”已经存在，没有覆盖。请换一个文件名。`, `“${path}” exists and was kept. Choose another name.`),
    );
  return refuseCall(text(`不能写“${path}”：${message}`, `“${path}” cannot be written: ${message}`));
}
