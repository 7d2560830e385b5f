/** Files of a folder as one archive: the same files, the same bytes. */
import JSZip from 'jszip';

/** Zip knows no time before; an archive tells nothing of when it was made. */
const FIRST_DAY = new Date(Date.UTC(1980, 0, 1));

export async function zipFolder(folder: string, files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const path of Object.keys(files).sort())
    zip.file(`${folder}/${path}`, files[path] ?? '', { date: FIRST_DAY, createFolders: false });
  return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
