/** A paper as the answer: its bytes under a name people recognise. */

import { chinaTime } from '@kaohe/api-contract';
import type { Scheme } from '@kaohe/scoring';
import type { FileAnswer } from '../http/act-route.js';
import { DOCX, XLSX } from '../http/media-types.js';

export function documentFile(name: string, bytes: Uint8Array): FileAnswer {
  return { bytes, mediaType: DOCX, name: `${name}.docx` };
}

export function workbookFile(name: string, bytes: Uint8Array): FileAnswer {
  return { bytes, mediaType: XLSX, name: `${name}.xlsx` };
}

/** The year assessed: 2019. */
export function yearOf({ period }: Scheme): string {
  return period.from.slice(0, 4);
}

/** The day in China of an instant. */
export function dayOf(at: string): string {
  return chinaTime(at).slice(0, 10);
}
