/** The files this page sends, one after the other, whatever part of it is shown meanwhile. */
import { newKey } from '../office/client';
import { forgetFile, keepFile, keptFiles } from './kept-files';
import { type Progress, sendFile } from './send-file';
import type { UploadPlace } from './upload-place';

export interface Upload {
  readonly id: string;
  /** Who chose it. */
  readonly login: string;
  readonly place: UploadPlace;
  /** What the file was chosen for, like the clause it is to be cited for. */
  readonly target: string;
  /** Whether that is done. */
  readonly isUsed: boolean;
  readonly file: File;
  readonly progress: Progress;
}

const OPEN = ['reading', 'sending', 'checking', 'dropped'];
let list: readonly Upload[] = [];
const listeners = new Set<() => void>();
const cancels = new Map<string, AbortController>();
const wakes = new Map<string, () => void>();

export const uploads = () => list;

export function onUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: readonly Upload[]): void {
  list = next;
  for (const listener of listeners) listener();
}

function change(id: string, part: Partial<Upload>): void {
  become(list.map((one) => (one.id === id ? { ...one, ...part } : one)));
}

/** Sends files; `login` is who chose them. */
export function addUploads(
  files: readonly File[],
  { login, place, target }: { login: string; place: UploadPlace; target: string },
): void {
  for (const file of files) {
    const id = newKey();
    // A ballot is a secret: its scan is not left in a browser.
    if (place.purpose !== 'ballot') void keepFile({ id, login, place, target, file, keptAt: Date.now() });
    become([...list, { id, login, place, target, file, isUsed: false, progress: { state: 'queued' } }]);
  }
  sendNext();
}

let resumed = '';
/** Goes on with what the person was sending before the page was loaded. */
export async function resumeUploads(login: string): Promise<void> {
  if (resumed === login) return;
  resumed = login;
  // Somebody else has signed in here: what the one before was sending waits for their return.
  for (const { id } of list.filter((one) => one.login !== login)) cancels.get(id)?.abort();
  become(list.filter((one) => one.login === login));
  const kept = await keptFiles(login);
  const missing = kept.filter(({ id }) => !list.some((one) => one.id === id));
  become([...list, ...missing.map((one): Upload => ({ ...one, isUsed: false, progress: { state: 'queued' } }))]);
  sendNext();
}

export function cancelUpload(id: string): void {
  cancels.get(id)?.abort();
  wakes.get(id)?.();
  dismissUpload(id);
}

/** Takes a file that has ended from the list. */
export function dismissUpload(id: string): void {
  void forgetFile(id);
  become(list.filter((one) => one.id !== id));
}

/** What the file was chosen for is done. */
export function settleUpload(id: string): void {
  change(id, { isUsed: true });
  void forgetFile(id);
}

/** Tries at once what waits, or again what was refused. */
export function retryUpload(id: string): void {
  const found = list.find((one) => one.id === id);
  if (found?.progress.state === 'refused') change(id, { progress: { state: 'queued' } });
  wakes.get(id)?.();
  sendNext();
}

function sendNext(): void {
  if (list.some(({ progress }) => OPEN.includes(progress.state))) return;
  const next = list.find(({ progress }) => progress.state === 'queued');
  if (next) void send(next).finally(sendNext);
}

async function send({ id, file, place }: Upload): Promise<void> {
  const cancel = new AbortController();
  cancels.set(id, cancel);
  const tell = (progress: Progress) => change(id, { progress });
  const pause = (milliseconds: number) => pauseOf(id, milliseconds);
  try {
    tell({ state: 'reading' });
    // Another tab may be sending the very same kept file.
    await alone(id, () => sendFile(file, place, { signal: cancel.signal, tell, pause }));
  } catch (error) {
    tell({ state: 'refused', error: error as Error });
  }
  cancels.delete(id);
}

async function alone(id: string, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return await work();
  await navigator.locks.request(`kaohe-upload-${id}`, work);
}

async function pauseOf(id: string, milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => {
    wakes.set(id, resolve);
    window.addEventListener('online', () => resolve(), { once: true });
    setTimeout(resolve, milliseconds);
  });
  wakes.delete(id);
}
