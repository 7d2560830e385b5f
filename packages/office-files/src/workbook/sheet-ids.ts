/** What the hidden column A holds: which sheet, and which line. Nothing is found by the printed row number or by its position. */
import type { Field } from './field.js';

const MARK = 'kaohe-facts';
export const HEADER_ID = 'header';
export const ALL_CLOSED_ID = 'closed';
export const BONUS_ROW = 'bonus';

export type SheetMark =
  | { readonly kind: 'cover' }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'list'; readonly list: string };

export function markText(mark: SheetMark): string {
  const name = mark.kind === 'unit' ? mark.unit : mark.kind === 'list' ? mark.list : '';
  return JSON.stringify([MARK, mark.kind, name]);
}

export function parseMark(text: string): SheetMark | undefined {
  const [mark, kind, name] = parseList(text);
  if (mark !== MARK || name === undefined) return undefined;
  if (kind === 'unit') return { kind, unit: name };
  if (kind === 'list') return { kind, list: name };
  return kind === 'cover' ? { kind } : undefined;
}

export const rowId = (row: string) => JSON.stringify(['row', row]);
export const greyId = (clause: string) => JSON.stringify(['grey', clause]);

export function fieldId(clause: string, { path, type }: Field): string {
  return JSON.stringify(['field', clause, ...path, ...(type.kind === 'part' ? [type.part] : [])]);
}

/** `['field', clause, …]`, `['row', row]` or `['grey', clause]`; empty for anything else. */
export function parseId(text: string): readonly string[] {
  return parseList(text);
}

function parseList(text: string): string[] {
  if (!text.startsWith('[')) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}
