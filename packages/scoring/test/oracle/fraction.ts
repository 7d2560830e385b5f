// Exact fractions on bigint, always in lowest terms with a positive denominator.

export type Fraction = { readonly top: bigint; readonly bottom: bigint };

/** A fraction in lowest terms. A zero denominator is a broken invariant. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new RangeError('a fraction has no zero denominator');
  if (bottom === 1n) return { top, bottom };
  let a = top < 0n ? -top : top;
  let b = bottom < 0n ? -bottom : bottom;
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = bottom < 0n ? -a : a;
  return { top: top / divisor, bottom: bottom / divisor };
}

export const zero = fraction(0n);
export const one = fraction(1n);

const remembered = new Map<string, Fraction>();

/** Reads "12", "-0.125" or "8/100000". The same few numbers are met again and again. */
export function parse(text: string): Fraction {
  const before = remembered.get(text);
  if (before !== undefined) return before;
  const read = readNumber(text);
  if (remembered.size > 10_000) remembered.clear();
  remembered.set(text, read);
  return read;
}

function readNumber(text: string): Fraction {
  const [whole, over] = text.split('/');
  if (over !== undefined) return divide(parse(whole ?? ''), parse(over));
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (match === null) throw new TypeError(`not a number: ${JSON.stringify(text)}`);
  const decimals = match[3] ?? '';
  const digits = BigInt(`${match[2]}${decimals}`);
  return fraction(match[1] === '-' ? -digits : digits, 10n ** BigInt(decimals.length));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function most(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

export function sum(all: readonly Fraction[]): Fraction {
  return all.reduce(add, zero);
}

/** The greatest whole number not above a. */
export function floor(a: Fraction): Fraction {
  const towardsZero = a.top / a.bottom;
  return fraction(a.top < 0n && a.top % a.bottom !== 0n ? towardsZero - 1n : towardsZero);
}

/** The least whole number not below a. */
export function ceiling(a: Fraction): Fraction {
  return subtract(zero, floor(subtract(zero, a)));
}

/** 四舍五入: to so many decimals, a half going up. */
export function halfUp(a: Fraction, decimals: number): Fraction {
  const scale = fraction(10n ** BigInt(decimals));
  return divide(floor(add(multiply(a, scale), fraction(1n, 2n))), scale);
}

/** "94.75" where a finite decimal exists, else "85/3". */
export function print(a: Fraction): string {
  let places = 0;
  let scaled = a;
  while (scaled.bottom % 2n === 0n || scaled.bottom % 5n === 0n) {
    scaled = multiply(scaled, fraction(10n));
    places += 1;
  }
  if (scaled.bottom !== 1n) return `${a.top}/${a.bottom}`;
  const sign = scaled.top < 0n ? '-' : '';
  const digits = `${scaled.top < 0n ? -scaled.top : scaled.top}`.padStart(places + 1, '0');
  if (places === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
