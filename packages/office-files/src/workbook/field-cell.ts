/** A field's value as a cell, and a cell as the field's value. */
import type { Text } from '@kaohe/scoring';
import { listText, numberText, plainText, yesNoText } from '../facts/normal-value.js';
import { COUNTERS } from '../facts/vocabulary.js';
import { isStoredExactly, movePoint } from '../ooxml/decimal-text.js';
import type { Cell } from '../ooxml/workbook-cells.js';
import { CELL_MESSAGES } from '../problems/cell-messages.js';
import { LINE_MESSAGES } from '../problems/line-messages.js';
import type { Field } from './field.js';

export const PRESENT = '有';
export const MISSING = '缺';
/** Nothing is absent. */
export const NONE = '无';

/** Text, or a number where the number gives back the same text. */
export function textCell(text: string): Cell {
  return { text, kind: 'text', isFormula: false, isPercent: false };
}

export function valueCell({ type }: Field, value: string): Cell {
  switch (type.kind) {
    case 'yes-no':
      return textCell(value === 'true' ? '是' : '否');
    case 'count':
    case 'amount':
      return isStoredExactly(value) ? { ...textCell(value), kind: 'number' } : textCell(value);
    case 'percent':
      return percentCell(value);
    default:
      return textCell(value);
  }
}

function percentCell(value: string): Cell {
  const isDecimal = /^\d{1,15}(?:\.\d{1,13})?$/.test(value);
  const share = isDecimal ? movePoint(value, -2) : '';
  const isExact = isDecimal && isStoredExactly(share) && movePoint(share, 2) === value;
  return isExact ? { text: share, kind: 'number', isFormula: false, isPercent: true } : textCell(`${value}%`);
}

export type Typed = { readonly value: string } | { readonly refused: Text };

/** What a cell that is not empty says; numbers are left to the scheme's own check. */
export function typedValue(field: Field, cell: Cell): Typed {
  const { type, unit = '' } = field;
  const { text } = cell;
  switch (type.kind) {
    case 'yes-no': {
      const value = yesNoText(text);
      return value === undefined ? { refused: LINE_MESSAGES.notYesNo(text) } : { value };
    }
    case 'count':
      return cell.isPercent ? percentRefused(cell) : { value: numberText(text, [unit, ...COUNTERS]) };
    case 'amount':
      return cell.isPercent ? percentRefused(cell) : { value: numberText(text, [unit]) };
    case 'percent':
      return typedPercent(cell);
    case 'choice': {
      const value = type.names.find((name) => plainText(name) === plainText(text));
      return value === undefined ? { refused: LINE_MESSAGES.unknownWord(text, type.names) } : { value };
    }
    case 'part': {
      const value = plainText(text);
      return [PRESENT, MISSING].includes(value) ? { value } : { refused: CELL_MESSAGES.notPresent(text) };
    }
    default:
      return { value: text.trim() };
  }
}

function percentRefused({ text }: Cell): Typed {
  return { refused: CELL_MESSAGES.percentFormat(`${movePoint(text, 2)}%`) };
}

/** A percent cell holds a hundredth of what it shows. Anything between 0 and 1 without a percent sign may mean either. */
function typedPercent({ text, kind, isPercent }: Cell): Typed {
  if (kind === 'number' && isPercent) return { value: movePoint(text, 2) };
  const value = numberText(text, ['%']);
  const isUnclear = !plainText(text).endsWith('%') && /^0\.\d*[1-9]/.test(value);
  return isUnclear || value === '1' ? { refused: CELL_MESSAGES.percentUnclear(text) } : { value };
}

/** Names of absent parts in one cell; 无 for none. */
export function absentParts(text: string): string[] {
  return yesNoText(text) === 'false' ? [] : listText(text);
}
