// Reads written papers back as text, without the code that wrote them.
import JSZip from 'jszip';
import { PAPERS } from './papers-data.js';

export const DOCUMENTS = Object.keys(PAPERS).filter((name) => name.endsWith('.docx'));
export const WORKBOOKS = Object.keys(PAPERS).filter((name) => name.endsWith('.xlsx'));

const written = new Map<string, Promise<Uint8Array>>();

/** A paper's bytes, written once. */
export function bytesOf(name: string): Promise<Uint8Array> {
  const make = PAPERS[name];
  if (!make) throw new Error(`no paper ${name}`);
  const bytes = written.get(name) ?? make();
  written.set(name, bytes);
  return bytes;
}

export async function partOf(bytes: Uint8Array, part: string): Promise<string> {
  const text = await (await JSZip.loadAsync(bytes)).file(part)?.async('string');
  if (text === undefined) throw new Error(`no part ${part}`);
  return text;
}

export async function documentXml(name: string): Promise<string> {
  return partOf(await bytesOf(name), 'word/document.xml');
}

/** Every match of a pattern's first group. */
export function all(xml: string, pattern: RegExp): string[] {
  return [...xml.matchAll(pattern)].map((match) => match[1] ?? '');
}

export function textOf(xml: string): string {
  const text = all(xml, /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g).join('');
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** The paragraphs' texts, those in tables included. */
export function paragraphs(xml: string): string[] {
  return all(xml, /<w:p>(.*?)<\/w:p>/gs).map(textOf);
}

export function tables(xml: string): string[] {
  return all(xml, /<w:tbl>(.*?)<\/w:tbl>/gs);
}

export function rows(table: string): string[] {
  return all(table, /<w:tr>(.*?)<\/w:tr>/gs);
}

export function cells(row: string): string[] {
  return all(row, /<w:tc>(.*?)<\/w:tc>/gs).map(textOf);
}

export function sumOf(numbers: readonly string[]): number {
  return numbers.reduce((sum, number) => sum + Number(number), 0);
}
