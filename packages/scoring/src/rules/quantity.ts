/** A measured quantity: a value in its unit, or a ratio numerator ÷ denominator × per. Compared before any rounding. */

import { formatExact, getNumber } from '../exact/decimal.js';
import { compare, divide, multiply, type Rational, whole, ZERO } from '../exact/rational.js';
import { type Text, text } from '../explanation/text.js';
import type { Measured, Observation } from '../observations/observation.js';
import type { Reader } from '../observations/reader.js';
import type { Place } from '../problems/problem.js';
import { isRawObject, type RawTree } from '../scheme/readings.js';
import type { DecimalText } from '../scheme/scheme.js';

export interface Quantity {
  readonly name: string;
  /** What numerator and denominator are, where the text says. */
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  /** Unit of the measured value: `%`, 万元, 次. */
  readonly unit: string;
  /** For a ratio: the measured value is numerator ÷ denominator × per. */
  readonly per?: DecimalText | undefined;
}

/** Natural counts: their values are whole. */
const COUNTED = new Set(['次', '家', '起', '人', '人次', '项', '处', '户', '篇', '件']);

const isShare = (quantity: Quantity) => quantity.unit === '%';

/** The measured value in the quantity's unit. */
export function measure(quantity: Quantity, measured: Measured): Rational {
  if ('value' in measured) return measured.value;
  const ratio = divide(measured.numerator, measured.denominator);
  return quantity.per === undefined ? ratio : multiply(ratio, getNumber(quantity.per));
}

/** An example of the observation, in FACTS' shape. */
export function quantityExample(quantity: Quantity): string {
  return quantity.per === undefined ? '{ value: "0" }' : '{ numerator: 0, denominator: 1 }';
}

/** Reads `{ value }` or `{ numerator, denominator }`, given directly or under the quantity's own name. */
export function readQuantity(
  quantity: Quantity,
  raw: RawTree,
  at: Place,
  reader: Reader,
): Extract<Observation, { kind: 'quantity' }> | undefined {
  if (isRawObject(raw) && Object.keys(raw).length === 1 && raw[quantity.name] !== undefined)
    return readQuantity(quantity, raw[quantity.name] ?? '', [...at, quantity.name], reader);
  const measured = readMeasured(quantity, raw, at, reader);
  return measured && { kind: 'quantity', quantity: measured };
}

/** Reads a measured quantity; a share (%) lies between 0 and the whole. */
export function readMeasured(quantity: Quantity, raw: RawTree, at: Place, reader: Reader): Measured | undefined {
  const ratio = quantity.per !== undefined;
  const fields = reader.object(
    raw,
    at,
    ratio ? ['numerator', 'denominator', 'value', 'edition'] : ['value', 'edition'],
  );
  if (!fields) return undefined;
  if (fields.value !== undefined || !ratio) return readValue(quantity, fields.value, [...at, 'value'], reader);
  const numerator = reader.amount(fields.numerator, [...at, 'numerator']);
  const denominator = reader.amount(fields.denominator, [...at, 'denominator']);
  if (!numerator || !denominator) return undefined;
  if (compare(denominator, ZERO) === 0) return reader.refuse('zero-denominator', [...at, 'denominator'], {});
  if (isShare(quantity) && compare(numerator, denominator) > 0)
    return reader.refuse('numerator-exceeds-denominator', at, {
      numerator: formatExact(numerator),
      denominator: formatExact(denominator),
    });
  return { numerator, denominator };
}

function readValue(quantity: Quantity, raw: RawTree | undefined, at: Place, reader: Reader): Measured | undefined {
  const counted = COUNTED.has(quantity.unit);
  const count = counted ? reader.count(raw, at) : undefined;
  const value = counted ? count !== undefined && whole(count) : reader.amount(raw, at);
  if (!value) return undefined;
  if (isShare(quantity) && compare(value, whole(100)) > 0)
    return reader.refuse('out-of-range', at, { value: formatExact(value), least: '0', most: '100' });
  return { value };
}

/** The measured value in words: `17/20=85%`. */
export function measuredText(quantity: Quantity, measured: Measured): Text {
  const value = `${formatApproximately(measure(quantity, measured))}${quantity.unit}`;
  const shown =
    'value' in measured ? value : `${formatExact(measured.numerator)}÷${formatExact(measured.denominator)}=${value}`;
  return text(`${quantity.name} ${shown}`, `${quantity.name} ${shown}`);
}

/** For reading only: up to six decimals, `≈` where the number goes on. Nothing is decided on it. */
function formatApproximately(value: Rational): string {
  const exact = formatExact(value);
  const decimals = exact.split('.')[1]?.length ?? 0;
  if (!exact.includes('/') && decimals <= 6) return exact;
  const cut = formatExact({ n: (value.n * 1_000_000n) / value.d, d: 1_000_000n });
  return `≈${cut}`;
}
