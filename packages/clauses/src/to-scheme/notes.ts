/** Notes that hold for all rows: the parameters they set, and the words of those the scheme has nothing for. */
import type { RawObject } from '@kaohe/scoring';
import type { SchemeDraft } from '../draft/draft.js';
import { isPinned } from '../draft/start-notes.js';
import { type LeftOut, leftOut } from './left-out.js';

/** What lies below an item's zero is taken from the sheet. */
export function carries({ notes }: SchemeDraft): boolean {
  return notes.some(({ pin }) => pin === 'carry');
}

/** A row loses no more than the marks printed beside it. */
export function endsByRow({ notes }: SchemeDraft): boolean {
  return notes.some(({ pin }) => pin === 'row-floor');
}

/** A longer line is a whole document without its line ends. */
const LONGEST_LINE = 2000;

/** The lines the notes stand in, as the table's note; what no parameter holds is told besides. */
export function notesOf(
  draft: SchemeDraft,
  source: string,
): { readonly sheet: RawObject; readonly leftOut: LeftOut[] } {
  const lines = draft.notes.map(({ span, quote }) => {
    const line = lineAt(source, span[0]);
    return line.length > LONGEST_LINE ? quote : line;
  });
  const note = [...new Set(lines)].filter((line) => line !== '').join('\n');
  const isRescaled = draft.notes.some(({ pin }) => pin === 'rescale');
  return {
    sheet: { ...(note !== '' && { note }), ...(isRescaled && { notApplicable: 'rescale' }) },
    leftOut: draft.notes.filter((one) => !isPinned(one, draft)).map(({ quote }) => leftOut('note', { quote })),
  };
}

function lineAt(source: string, at: number): string {
  const end = source.indexOf('\n', at);
  return source.slice(source.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end).trim();
}
