/** A rule's parameters as the scheme file states them, one line each. */
import type { Rule } from '@kaohe/scoring';

export function parametersOf(rule: Rule): [string, string][] {
  const { readings: _, ...stated } = rule;
  return Object.entries(stated).flatMap(([name, value]) => linesOf(name, value));
}

function linesOf(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) {
    if (value.every((entry) => typeof entry === 'string')) return [[name, value.join('、')]];
    return value.flatMap((entry, index) => linesOf(`${name} ${index + 1}`, entry));
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => linesOf(`${name} · ${key}`, inner));
  return value === undefined ? [] : [[name, String(value)]];
}
