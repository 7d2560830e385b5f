/** Widths in proportion, the last taking what rounding leaves. */
export function fitted(weights: readonly number[], width: number): number[] {
  const whole = weights.reduce((sum, one) => sum + one, 0);
  const widths = weights.map((weight) => Math.floor((weight * width) / whole));
  const left = width - widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, index) => (index === widths.length - 1 ? one + left : one));
}
