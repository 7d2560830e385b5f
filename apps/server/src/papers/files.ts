/** A paper as the answer: its bytes under a name people recognise. */

import { chinaTime, type PaperForm } from '@kaohe/api-contract';
import type { Paper } from '@kaohe/office-files';
import type { Scheme } from '@kaohe/scoring';
import type { FileAnswer } from '../http/act-route.js';
import { DOCX, PDF, XLSX } from '../http/media-types.js';
import type { Work } from '../office/office.js';
import { type Rendering, renderHere } from './render.js';
import { type MadeOf, verificationOf } from './verification.js';

/** A document before it is written in a form. */
export interface Document {
  readonly name: string;
  readonly paper: Paper;
  readonly of: MadeOf;
}

/** One document in each of the forms asked for, under one code. */
export async function documentFiles(
  work: Work,
  { name, paper, of }: Document,
  formats: readonly PaperForm[],
): Promise<FileAnswer[]> {
  const verified = { ...paper, verification: await verificationOf(work, of, paper.madeOn) };
  return await Promise.all(formats.map((form) => written(work, name, { form, paper: verified })));
}

export async function documentFile(work: Work, document: Document, format: PaperForm): Promise<FileAnswer> {
  const [file] = await documentFiles(work, document, [format]);
  if (!file) throw new Error('a form was asked for');
  return file;
}

async function written(
  work: Work,
  name: string,
  what: { readonly form: PaperForm; readonly paper: Paper },
): Promise<FileAnswer> {
  const mediaType = what.form === 'pdf' ? PDF : DOCX;
  return { bytes: await rendered(work, what), mediaType, name: `${name}.${what.form}` };
}

export async function workbookFile(work: Work, name: string, what: Rendering): Promise<FileAnswer> {
  return { bytes: await rendered(work, what), mediaType: XLSX, name: `${name}.xlsx` };
}

async function rendered({ render = renderHere }: Work, what: Rendering): Promise<Uint8Array> {
  return await render(what);
}

/** The year assessed: 2019. */
export function yearOf({ period }: Scheme): string {
  return period.from.slice(0, 4);
}

/** The day in China of an instant. */
export function dayOf(at: string): string {
  return chinaTime(at).slice(0, 10);
}
