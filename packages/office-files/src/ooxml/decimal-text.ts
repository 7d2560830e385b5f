/** Numbers of a workbook are binary; what was typed is the shortest decimal that reads as the same number. */

/** `0.28999999999999998` → `0.29`; never with an exponent. */
export function shortestDecimal(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value));
  if (!match) return String(value);
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match;
  return `${sign}${movePoint(`${whole}.${fraction}`, Number(exponent))}`;
}

/** A decimal times a power of ten, by its digits. */
export function movePoint(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`;
  const point = Math.max(0, -places) + whole.length + places;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const right = digits.slice(point).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

/** Whether a cell that holds the number gives back the same text. */
export function isStoredExactly(decimal: string): boolean {
  return /^\d{1,15}(?:\.\d{1,15})?$/.test(decimal) && shortestDecimal(decimal) === decimal;
}
