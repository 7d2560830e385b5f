/**
 * Files on their way, kept by this browser so that a reloaded page goes on with them. They are forgotten when they have arrived,
 * and after a day; where the browser keeps nothing, choosing the file again goes on as well.
 */
import type { UploadPlace } from './upload-place';

export interface KeptFile {
  readonly id: string;
  /** Whose file it is: several people use one computer. */
  readonly login: string;
  readonly place: UploadPlace;
  readonly target: string;
  readonly file: File;
  readonly keptAt: number;
}

const STORE = 'uploads';
const KEPT_MS = 24 * 60 * 60_000;

export async function keepFile(kept: KeptFile): Promise<void> {
  await inStore('readwrite', (store) => store.put(kept));
}

export async function forgetFile(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id));
}

/** The files of a person that have not arrived. */
export async function keptFiles(login: string): Promise<readonly KeptFile[]> {
  const all = (await inStore<KeptFile[]>('readonly', (store) => store.getAll())) ?? [];
  const isOld = ({ keptAt }: KeptFile) => Date.now() - keptAt > KEPT_MS;
  for (const { id } of all.filter(isOld)) await forgetFile(id);
  return all.filter((one) => one.login === login && !isOld(one));
}

/** Undefined where the browser refuses: nothing depends on what it keeps. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest,
): Promise<Result | undefined> {
  try {
    const opening = indexedDB.open('kaohe-uploads', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id' });
    const database = await settled<IDBDatabase>(opening);
    const result = await settled<Result>(use(database.transaction(STORE, mode).objectStore(STORE)));
    database.close();
    return result;
  } catch {
    return undefined;
  }
}

async function settled<Result>(asked: IDBRequest): Promise<Result> {
  return await new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result as Result);
    asked.onerror = () => reject(asked.error ?? new Error('the store did not answer'));
  });
}
