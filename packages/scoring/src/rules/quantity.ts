/** A measured quantity: a value in its unit, or a ratio numerator ÷ denominator × per. Compared before any rounding. */
import { type DecimalText, formatExact, getNumber } from '../exact/decimal.js';
import { compare, divide, INFINITY, most, multiply, type Rational, subtract, whole, ZERO } from '../exact/rational.js';
import type { Given } from '../observations/given.js';
import type { Measured, Observation } from '../observations/observation.js';
import { assertNever } from '../wording/assert-never.js';
import { type Text, text } from '../wording/text.js';
import { inUnit } from './unit-words.js';

export interface Quantity {
  readonly name: string;
  /** What numerator and denominator are, where the text says. */
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  /** Unit of the measured value: `%`, 万元, 次. */
  readonly unit: string;
  /** For a ratio: the measured value is numerator ÷ denominator × per. */
  readonly per?: DecimalText | undefined;
  /** What the value is compared with (“十二五”期间平均数): the measured value is how far it lies above, in percent of it. */
  readonly baseline?: string | undefined;
}

/** Natural counts: their values are whole. */
const COUNTED = new Set(['次', '家', '起', '人', '人次', '项', '处', '户', '篇', '件']);

/** What is compared with a baseline has no whole to be a share of: it may lie any per cent above. */
const isShare = (quantity: Quantity) => quantity.unit === '%' && quantity.baseline === undefined;

/** The most a quantity can be; a share ends at the whole, nothing else ends. None is less than nothing. */
export function mostOf(quantity: Quantity): Rational {
  return isShare(quantity) ? most(whole(100), getNumber(quantity.per ?? '100')) : INFINITY;
}

/** The measured value in the quantity's unit. */
export function measure(quantity: Quantity, measured: Measured): Rational {
  switch (measured.kind) {
    case 'value':
      return measured.value;
    case 'compared':
      return percentAbove(measured.value, measured.baseline);
    case 'ratio':
      return multiply(divide(measured.numerator, measured.denominator), getNumber(quantity.per ?? '1'));
    default:
      return assertNever(measured);
  }
}

/** 0 where the value is not above; a baseline of zero is refused when it is read. */
function percentAbove(value: Rational, baseline: Rational): Rational {
  if (compare(value, baseline) <= 0) return ZERO;
  return multiply(divide(subtract(value, baseline), baseline), whole(100));
}

/** An example of the observation, in FACTS' shape. */
export function quantityExample(quantity: Quantity): string {
  if (quantity.baseline !== undefined) return '{ value: 0, baseline: "0" }';
  return quantity.per === undefined ? '{ value: "0" }' : '{ numerator: 0, denominator: 1 }';
}

/** Reads `{ value }` or `{ numerator, denominator }`, given directly or under the quantity's own name. */
export function readQuantity(quantity: Quantity, given: Given): Observation | undefined {
  const own = given.get(quantity.name);
  if (!own.isAbsent && given.object([quantity.name])) return readQuantity(quantity, own);
  const measured = readMeasured(quantity, given);
  return measured && { kind: 'quantity', quantity: measured };
}

/** Reads a measured quantity; a share (%) lies between 0 and the whole. */
export function readMeasured(quantity: Quantity, given: Given): Measured | undefined {
  if (quantity.baseline !== undefined) return readAgainst(given);
  const ratio = quantity.per !== undefined;
  if (!given.object(ratio ? ['numerator', 'denominator', 'value', 'edition'] : ['value', 'edition'])) return undefined;
  if (!ratio || !given.get('value').isAbsent) {
    if (ratio) given.object(['value', 'edition']);
    return readValue(quantity, given.get('value'));
  }
  const numerator = given.get('numerator').amount();
  const denominator = given.get('denominator').amount();
  if (!numerator || !denominator) return undefined;
  if (compare(denominator, ZERO) === 0) return given.get('denominator').refuse('zero-denominator', {});
  if (!isShare(quantity) || compare(numerator, denominator) <= 0) return { kind: 'ratio', numerator, denominator };
  const shown = { numerator: formatExact(numerator), denominator: formatExact(denominator) };
  return given.refuse('numerator-exceeds-denominator', shown);
}

function readAgainst(given: Given): Measured | undefined {
  if (!given.object(['value', 'baseline', 'edition'])) return undefined;
  const value = given.get('value').amount();
  const baseline = given.get('baseline').amount();
  if (!value || !baseline) return undefined;
  const comparable = compare(baseline, ZERO) > 0 || compare(value, ZERO) === 0;
  return comparable ? { kind: 'compared', value, baseline } : given.get('baseline').refuse('zero-denominator', {});
}

function readValue(quantity: Quantity, given: Given): Measured | undefined {
  const counted = COUNTED.has(quantity.unit);
  const count = counted ? given.count() : undefined;
  const value = counted ? count !== undefined && whole(count) : given.amount();
  if (!value) return undefined;
  if (!isShare(quantity) || compare(value, whole(100)) <= 0) return { kind: 'value', value };
  return given.refuse('out-of-range', { value: formatExact(value), least: '0', most: '100' });
}

/** The measured value in words: `17÷20=85%`, `7÷100000=十万分之7`. */
export function measuredText(quantity: Quantity, measured: Measured): Text {
  const value = inUnit(formatApproximately(measure(quantity, measured)), quantity);
  const shown = `${quantity.name} ${workedOut(measured)}`;
  if (measured.kind !== 'compared') return text(`${shown}${value.zh}`, `${shown}${value.en}`);
  const [now, before] = [formatExact(measured.value), formatExact(measured.baseline)];
  return text(
    `${quantity.name} ${now}，${quantity.baseline} ${before}，高出${value.zh}`,
    `${quantity.name}: ${now} against ${before}, ${value.en} above`,
  );
}

function workedOut(measured: Measured): string {
  if (measured.kind !== 'ratio') return '';
  return `${formatExact(measured.numerator)}÷${formatExact(measured.denominator)}=`;
}

/** For reading only: up to six decimals, `≈` where the number goes on. Nothing is decided on it. */
function formatApproximately(value: Rational): string {
  const exact = formatExact(value);
  const decimals = exact.split('.')[1]?.length ?? 0;
  if (!exact.includes('/') && decimals <= 6) return exact;
  const cut = formatExact({ n: (value.n * 1_000_000n) / value.d, d: 1_000_000n });
  return `≈${cut}`;
}
