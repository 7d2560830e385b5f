/** A formula as programs read it. Texts of people never stand in one: they are in cells, and formulas name the cells. */
import type { Expression, GridCell } from './expression.js';

/** Lower binds looser. */
const STRENGTH = { '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4 } as const;

/** Without the leading `=`. */
export function formulaText(formula: Expression, sheet: string): string {
  return textOf(formula, sheet, 0);
}

function textOf(formula: Expression, sheet: string, strength: number): string {
  switch (formula.kind) {
    case 'literal':
      return typeof formula.value === 'number' ? numberText(formula.value, strength) : quoted(formula.value);
    case 'cell':
      return `${place(formula.cell, sheet)}${formula.cell.address}`;
    case 'range':
      return rangeText(formula.cells, sheet);
    case 'call':
      return `${formula.name}(${formula.inputs.map((one) => textOf(one, sheet, 0)).join(',')})`;
    default: {
      const own = STRENGTH[formula.operator];
      const inside = `${textOf(formula.left, sheet, own)}${formula.operator}${textOf(formula.right, sheet, own + 1)}`;
      return own < strength ? `(${inside})` : inside;
    }
  }
}

function numberText(value: number, strength: number): string {
  return value < 0 && strength > 0 ? `(${value})` : `${value}`;
}

const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;

function place(cell: GridCell, sheet: string): string {
  return cell.sheet === sheet ? '' : `'${cell.sheet.replace(/'/g, "''")}'!`;
}

function rangeText(cells: readonly GridCell[], sheet: string): string {
  const first = cells[0];
  const last = cells[cells.length - 1];
  if (!first || !last) throw new RangeError('a range has no cells');
  const absolute = ({ address }: GridCell) => address.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  return `${place(first, sheet)}${absolute(first)}:${absolute(last)}`;
}
