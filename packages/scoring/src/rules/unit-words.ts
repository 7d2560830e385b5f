/** A number with its unit, in both languages. */
import { type Text, text } from '../wording/text.js';

interface Measure {
  readonly unit: string;
  /** A ratio is counted by so many. */
  readonly per?: string | undefined;
}

/** Chinese measure words; a unit that is none of them stays as the document has it. */
const ENGLISH: Readonly<Record<string, string>> = {
  次: 'occurrence',
  家: 'enterprise',
  起: 'case',
  人: 'person',
  人次: 'attendance',
  项: 'item',
  处: 'place',
  户: 'household',
  篇: 'article',
  件: 'piece',
  个: 'one',
};
export const inEnglish = (unit: string) => ENGLISH[unit] ?? unit;
export const isCounted = (unit: string) => unit in ENGLISH;

/** A value in its unit: 100%, 十万分之8. */
export function inUnit(value: string, { unit, per }: Measure): Text {
  if (unit.endsWith('分之')) return text(`${unit}${value}`, `${value} per ${grouped(per ?? '')}`);
  if (unit === '百分点') return text(`${value}个百分点`, points(value));
  if (isCounted(unit)) return text(`${value}${unit}`, value);
  if (unit.includes('/') && per !== undefined && per !== '1')
    return text(`${value}${unit}`, `${value} per ${grouped(per)}`);
  return text(`${value}${unit}`, `${value}${unit}`);
}

/** How far two values lie apart: 10个百分点 between 90% and 100%. */
export function apart(value: string, quantity: Measure): Text {
  return quantity.unit === '%' ? text(`${value}个百分点`, points(value)) : inUnit(value, quantity);
}

function points(value: string): string {
  return value === '1' ? '1 percentage point' : `${value} percentage points`;
}

/** 100000 → 100,000 */
function grouped(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
