/** A file that was not there before: what somebody has filled in is never written over, and nothing half written is left. */
import { type FileHandle, open, rm } from 'node:fs/promises';
import { unwritableFile } from '@kaohe/office-files';
import { text } from '@kaohe/scoring';
import { type ExitCode, print, refuseCall } from './terminal.js';

/** Makes the content once the file is known to be new. */
export async function writeNew(path: string, make: () => Promise<Uint8Array> | string): Promise<ExitCode> {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => error);
  if (file instanceof Error) return refuse(path, file);
  let isWhole = false;
  try {
    const failed = await write(file, await make());
    isWhole = failed === undefined;
    return failed ? refuse(path, failed) : print(path);
  } finally {
    await file.close();
    if (!isWhole) await rm(path, { force: true });
  }
}

async function write(file: FileHandle, content: Uint8Array | string): Promise<NodeJS.ErrnoException | undefined> {
  return await file.writeFile(content).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error,
  );
}

function refuse(path: string, { code }: NodeJS.ErrnoException): ExitCode {
  if (code === 'EEXIST')
    return refuseCall(
      text(`“${path}”已经存在，没有覆盖。请换一个文件名。`, `“${path}” exists and was kept. Choose another name.`),
    );
  return refuseCall(unwritableFile(path, code));
}
