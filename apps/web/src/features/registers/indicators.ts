/** The indicators the scheme's sheets ask for, and their value from numerator and denominator, exactly. */
import {
  decimalPlaces,
  findNumber,
  formatExact,
  type Quantity,
  rational,
  roundHalfUp,
  type Scheme,
} from '@kaohe/scoring';

const MOST_DECIMALS = 6;

/** What the sheet of a unit asks for; of all sheets where no unit is named. */
export function indicatorsFor(scheme: Scheme, unit: string | undefined): Quantity[] {
  const own = scheme.population.units.find(({ name }) => name === unit)?.sheet;
  const rules = scheme.sheets
    .filter(({ id }) => own === undefined || id === own)
    .flatMap(({ items }) =>
      items.flatMap((item) => item.rows.flatMap((row) => row.clauses.flatMap((one) => one.rules))),
    );
  const asked = rules.flatMap((rule) =>
    rule.kind === 'threshold' && rule.register === 'indicators' ? [rule.quantity] : [],
  );
  return asked.filter(({ name }, index) => asked.findIndex((one) => one.name === name) === index);
}

/** `0.014972`; `≈` where no short decimal is exact; nothing where it cannot be computed. */
export function ratioText(numerator: string, denominator: string, quantity: Quantity | undefined): string | undefined {
  const [top, bottom, per] = [findNumber(numerator), findNumber(denominator), findNumber(quantity?.per ?? '1')];
  if (!top || !bottom || !per || bottom.n === 0n) return undefined;
  const value = rational(top.n * bottom.d * per.n, top.d * bottom.n * per.d);
  const unit = quantity?.unit ? ` ${quantity.unit}` : '';
  const places = decimalPlaces(value);
  if (places !== undefined && places <= MOST_DECIMALS) return `${formatExact(value)}${unit}`;
  return `≈${formatExact(roundHalfUp(value, MOST_DECIMALS))}${unit}`;
}
