/** A formula as a document writes it (“达标率×50”) → points for each unit of its quantities; undefined where it is not linear. */
import { type Rational, rational } from '@kaohe/scoring';
import type { DraftTerm } from './draft.js';

/** A sum of quantities, each with its factor; the empty name is the number by itself. */
type Linear = ReadonlyMap<string, Rational>;

const TOKEN = /\d+(?:\.\d+)?%?|[+\-*/()（）×÷]|[^\d+\-*/()（）×÷\s]+/g;

export function linearTerms(expression: string): { terms: DraftTerm[]; plus?: string } | undefined {
  const tokens = expression.match(TOKEN) ?? [];
  if (tokens.length === 0 || tokens.length > 60) return undefined;
  const parser = new Parser(tokens);
  const sum = parser.sum();
  if (!sum || !parser.isDone()) return undefined;
  const terms = [...sum].flatMap(([name, factor]) => (name === '' ? [] : [termOf(name, factor)]));
  const plus = sum.get('');
  if (terms.length === 0 || terms.some((one) => one === undefined) || (plus && plus.n < 0n)) return undefined;
  const plain = plus && plus.n !== 0n ? decimalOf(plus) : '';
  if (plain === undefined) return undefined;
  return { terms: terms as DraftTerm[], ...(plain !== '' && { plus: plain }) };
}

/** A share is stated in percent, so each percent is worth a hundredth. */
function termOf(name: string, factor: Rational): DraftTerm | undefined {
  const ratio = name.split('/');
  const isShare = ratio.length === 1 && /(?:率|比例|占比|比重)$/.test(name);
  const times = decimalOf(isShare ? rational(factor.n, factor.d * 100n) : factor);
  if (times === undefined) return undefined;
  const [numerator, denominator] = ratio;
  if (ratio.length === 1) return { name, unit: isShare ? '%' : '个', times };
  return { name: ratio.join('÷'), unit: '倍', times, numerator, denominator };
}

function decimalOf({ n, d }: Rational): string | undefined {
  const sign = n < 0n ? '-' : '';
  const size = n < 0n ? -n : n;
  let scale = 1n;
  for (let digits = 0; digits <= 6; digits += 1, scale *= 10n) {
    if ((size * scale) % d !== 0n) continue;
    const text = `${(size * scale) / d}`.padStart(digits + 1, '0');
    return `${sign}${digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`}`;
  }
  return undefined;
}

function numberOf(token: string): Rational {
  const [whole = '0', part = ''] = token.replace('%', '').split('.');
  return rational(BigInt(whole + part), 10n ** BigInt(part.length) * (token.endsWith('%') ? 100n : 1n));
}

class Parser {
  private at = 0;
  private readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  isDone(): boolean {
    return this.at === this.tokens.length;
  }

  sum(): Linear | undefined {
    let left = this.product();
    while (left && /^[+-]$/.test(this.tokens[this.at] ?? '')) {
      const minus = this.tokens[this.at] === '-';
      this.at += 1;
      const right = this.product();
      left = right && added(left, minus ? scaled(right, rational(-1n, 1n)) : right);
    }
    return left;
  }

  private product(): Linear | undefined {
    let left = this.factor();
    while (left && /^[*/×÷]$/.test(this.tokens[this.at] ?? '')) {
      const divides = /[/÷]/.test(this.tokens[this.at] ?? '');
      this.at += 1;
      const right = this.factor();
      left = right && (divides ? quotient(left, right) : times(left, right));
    }
    return left;
  }

  private factor(): Linear | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token === undefined) return undefined;
    if (/^\d/.test(token)) return new Map([['', numberOf(token)]]);
    if (/^[(（]$/.test(token)) {
      const inner = this.sum();
      const closed = /^[)）]$/.test(this.tokens[this.at] ?? '');
      this.at += 1;
      return closed ? inner : undefined;
    }
    return /^[+\-*/)）×÷]$/.test(token) ? undefined : new Map([[token, rational(1n, 1n)]]);
  }
}

function added(left: Linear, right: Linear): Linear {
  const sum = new Map(left);
  for (const [name, { n, d }] of right) {
    const known = sum.get(name) ?? rational(0n, 1n);
    sum.set(name, rational(known.n * d + n * known.d, known.d * d));
  }
  return sum;
}

function scaled(one: Linear, by: Rational): Linear {
  return new Map([...one].map(([name, { n, d }]) => [name, rational(n * by.n, d * by.d)]));
}

const plainNumber = (one: Linear): Rational | undefined => (one.size === 1 ? one.get('') : undefined);

function times(left: Linear, right: Linear): Linear | undefined {
  const [a, b] = [plainNumber(left), plainNumber(right)];
  if (a) return scaled(right, a);
  return b && scaled(left, b);
}

function quotient(left: Linear, right: Linear): Linear | undefined {
  const by = plainNumber(right);
  if (by) return by.n === 0n ? undefined : scaled(left, rational(by.d, by.n));
  const [[above, factor] = ['', undefined], ...others] = [...left];
  const [[below, one] = ['', undefined], ...more] = [...right];
  const isRatio = others.length + more.length === 0 && above !== '' && !above.includes('/') && below !== '';
  if (!isRatio || !factor || !one || one.n !== 1n || one.d !== 1n) return undefined;
  return new Map([[`${above}/${below}`, factor]]);
}
