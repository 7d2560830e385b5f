/** A paper as the answer: its bytes under a name people recognise. */

import { chinaTime, type PaperForm } from '@kaohe/api-contract';
import { documentBytes, type Paper, pdfBytes } from '@kaohe/office-files';
import type { Scheme } from '@kaohe/scoring';
import type { FileAnswer } from '../http/act-route.js';
import { DOCX, PDF, XLSX } from '../http/media-types.js';
import type { Work } from '../office/office.js';
import { pdfFonts } from './fonts.js';
import { type MadeOf, verificationOf } from './verification.js';

/** A document before it is written in a form. */
export interface Document {
  readonly name: string;
  readonly paper: Paper;
  readonly of: MadeOf;
}

export async function documentFile(work: Work, { name, paper, of }: Document, format: PaperForm): Promise<FileAnswer> {
  const verified = { ...paper, verification: await verificationOf(work, of, paper.madeOn) };
  return format === 'pdf'
    ? { bytes: await pdfBytes(verified, await pdfFonts()), mediaType: PDF, name: `${name}.pdf` }
    : { bytes: await documentBytes(verified), mediaType: DOCX, name: `${name}.docx` };
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
