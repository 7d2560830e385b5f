/**
 * Sends one file over whatever network there is: begins, or goes on where it stopped, in chunks that grow on a good network and
 * shrink on a bad one, and waits longer after every drop. It ends with the evidence, with a refusal, or by being cancelled.
 */
import { CHUNK_MOST_BYTES, type EvidenceJson, type UploadJson } from '@kaohe/api-contract';
import { newKey, RequestRefused, request } from '../office/client';
import { type UploadPlace, uploadsUrl } from './upload-place';

export type Progress =
  | { readonly state: 'queued' | 'reading' }
  | { readonly state: 'sending' | 'checking'; readonly sent: number }
  | { readonly state: 'dropped'; readonly sent: number; readonly waitMs: number }
  | { readonly state: 'done'; readonly evidence: EvidenceJson; readonly reused: boolean }
  | { readonly state: 'refused'; readonly error: Error };

export interface Sending {
  readonly signal: AbortSignal;
  readonly tell: (progress: Progress) => void;
  /** Waits before the next try; ends early when the network is back or the person wants to try now. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

const FIRST_CHUNK = 256 * 1024;
const LEAST_CHUNK = 32 * 1024;
/** A chunk that took less can be larger the next time. */
const QUICK_MS = 1_500;
/** A dead connection may never say so. */
const CHUNK_PATIENCE_MS = 40_000;
const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const PASSING = [0, 408, 429, 502, 503, 504];

/** What a run keeps for the next one. */
interface Run {
  readonly sha256: string;
  upload: string;
  offset: number;
  chunk: number;
  drops: number;
  hasSent: boolean;
}

export async function sendFile(file: File, place: UploadPlace, sending: Sending): Promise<void> {
  const { signal, tell, pause } = sending;
  tell({ state: 'reading' });
  const run: Run = {
    sha256: await sha256Of(file),
    upload: '',
    offset: 0,
    chunk: FIRST_CHUNK,
    drops: 0,
    hasSent: false,
  };
  while (!signal.aborted) {
    try {
      const evidence = await sendOnce(file, place, { ...sending, run });
      return tell({ state: 'done', evidence, reused: evidence.reused && !run.hasSent });
    } catch (error) {
      if (signal.aborted) break;
      if (!isPassing(error, run)) {
        await takeBack(place, run.upload);
        return tell({ state: 'refused', error: error as Error });
      }
      const waitMs = WAITS_MS[Math.min(run.drops, WAITS_MS.length - 1)] ?? 0;
      run.drops += 1;
      run.chunk = Math.max(LEAST_CHUNK, run.chunk / 2);
      tell({ state: 'dropped', sent: run.offset, waitMs });
      await pause(waitMs);
    }
  }
  await takeBack(place, run.upload);
}

async function sendOnce(file: File, place: UploadPlace, { signal, tell, run }: Sending & { run: Run }) {
  const { year, ...rest } = place;
  const url = uploadsUrl(year);
  const body = { ...rest, name: file.name, bytes: file.size, sha256: run.sha256 };
  const begun = await request<UploadJson>('POST', url, { body, signal, once: true, key: newKey() });
  if (begun.evidence) return begun.evidence;
  run.upload = begun.upload;
  run.offset = begun.offset;
  while (run.offset < file.size) {
    tell({ state: 'sending', sent: run.offset });
    const at = performance.now();
    const content = file.slice(run.offset, run.offset + run.chunk);
    const { offset } = await sendChunk(`${url}/${run.upload}/chunks?offset=${run.offset}`, content, signal);
    run.offset = offset;
    run.hasSent = true;
    run.drops = 0;
    if (performance.now() - at < QUICK_MS) run.chunk = Math.min(CHUNK_MOST_BYTES, run.chunk * 2);
  }
  tell({ state: 'checking', sent: run.offset });
  return await request<EvidenceJson>('POST', `${url}/${run.upload}/finish`, { signal, once: true, key: newKey() });
}

async function sendChunk(url: string, content: Blob, signal: AbortSignal): Promise<UploadJson> {
  const patience = new AbortController();
  const end = () => patience.abort();
  signal.addEventListener('abort', end);
  const timer = setTimeout(end, CHUNK_PATIENCE_MS);
  try {
    const body = new Blob([content], { type: 'application/octet-stream' });
    return await request<UploadJson>('POST', url, { body, signal: patience.signal, once: true, key: newKey() });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

/** Beginning again tells where to go on: also where another tab sent a chunk, or the server finished and its answer was lost. */
function isPassing(error: unknown, { upload }: Run): boolean {
  if (!(error instanceof RequestRefused)) return false;
  const isElsewhere = upload !== '' && (error.status === 404 || error.problem.offset !== undefined);
  return PASSING.includes(error.status) || isElsewhere;
}

/** What is left behind is gone after a day in any case. */
async function takeBack({ year }: UploadPlace, upload: string): Promise<void> {
  if (upload === '') return;
  await request('DELETE', `${uploadsUrl(year)}/${upload}`, { once: true, key: newKey() }).catch(() => undefined);
}

async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
