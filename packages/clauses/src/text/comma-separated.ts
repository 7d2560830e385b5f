/** A comma-separated table as a tabbed one of the same length, so that every place stays where it was. */
import { columnsOf } from '../layout/columns.js';

const HEADER_WITHIN = 12;

/** The same text unless one of its first lines is a header separated by commas. */
export function tabbedFromCommas(raw: string): string {
  const head = raw.split('\n', HEADER_WITHIN);
  const header = head.find((line) => line.split(',').length > 2 && columnsOf(line.trim().split(',')) !== undefined);
  if (header === undefined) return raw;
  let tabbed = '';
  let quoted = false;
  let opened = false;
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw.charAt(at);
    if (character === '"' && quoted && raw.charAt(at + 1) === '"') {
      opened = !opened;
      tabbed += opened ? '“\u200b' : '”\u200b';
      at += 1;
    } else if (character === '"') {
      quoted = !quoted;
      tabbed += ' ';
    } else if (quoted) tabbed += character === '\n' || character === '\r' ? ' ' : character;
    else tabbed += character === ',' ? '\t' : character;
  }
  return tabbed;
}
