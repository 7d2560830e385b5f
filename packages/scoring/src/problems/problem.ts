/**
 * A problem is data: what users can cause is never an exception. The text in Chinese and English is a rendering
 * (messages.ts) of the code and its particulars.
 */
export type ProblemCode = keyof ProblemDetails;

type Range = { readonly value: string; readonly least: string; readonly most: string };

/** The particulars of each code, named for what a person needs to put it right. */
export interface ProblemDetails {
  'unknown-key': { readonly key: string; readonly known: readonly string[] };
  'missing-key': { readonly key: string; readonly example: string };
  'wrong-shape': { readonly expected: string; readonly expectedEn: string; readonly found: string };
  'other-scheme': { readonly scheme: string; readonly asked: string };
  'talk-by-other': { readonly by: string; readonly known: readonly string[] };
  'rating-not-used': { readonly unit: string; readonly form: string };
  'no-ballots': {
    readonly form: string;
    readonly title: string;
    readonly unit: string;
    readonly raters: string;
  };
  'unknown-reading': { readonly name: string; readonly known: readonly string[] };
  'unknown-alternative': { readonly name: string; readonly alternative: string; readonly known: readonly string[] };
  'unknown-unit': { readonly unit: string; readonly near: readonly string[] };
  'duplicate-unit': { readonly unit: string; readonly same: string };
  'unknown-sheet': { readonly sheet: string; readonly known: readonly string[] };
  'unknown-class': { readonly class: string; readonly known: readonly string[] };
  'unknown-clause': { readonly clause: string; readonly near: readonly string[] };
  'unknown-row': { readonly row: string; readonly near: readonly string[] };
  'not-applicable-class': { readonly clause: string; readonly classes: readonly string[]; readonly quote: string };
  'not-applicable-unit': { readonly clause: string; readonly units: readonly string[]; readonly quote: string };
  'register-typed': { readonly clause: string; readonly register: string; readonly quote: string };
  'not-whole': { readonly value: string };
  'negative-count': { readonly value: string };
  'not-a-number': { readonly value: string };
  'not-yes-no': { readonly value: string };
  'out-of-range': Range;
  'zero-denominator': Record<never, never>;
  'numerator-exceeds-denominator': { readonly numerator: string; readonly denominator: string };
  'part-unknown': { readonly part: string; readonly known: readonly string[] };
  'part-repeated': { readonly part: string };
  'requirement-unknown': { readonly what: string; readonly known: readonly string[] };
  'period-unknown': { readonly period: string; readonly known: readonly string[] };
  'rung-unknown': { readonly rung: string; readonly known: readonly string[] };
  'ballot-above-scale': Range;
  'too-many-ballots': { readonly ballots: string; readonly raters: string };
  'ballot-decimals': { readonly value: string; readonly decimals: string };
  'too-few-ballots': { readonly ballots: string; readonly trim: string };
  'class-fixed': { readonly unit: string; readonly sheet: string; readonly class: string };
  'department-unknown': { readonly id: string; readonly department: string; readonly near: readonly string[] };
  'ballots-needed': { readonly trim: string };
  'bonus-kind-unknown': { readonly kind: string; readonly known: readonly string[] };
  'bonus-level-unknown': { readonly level: string; readonly known: readonly string[] };
  'duplicate-accident': { readonly id: string };
  'place-is-department': { readonly unit: string };
  'window-taken-as-over': { readonly id: string; readonly on: string; readonly until: string };
  'not-a-date': { readonly value: string };
  'outside-period': { readonly value: string; readonly from: string; readonly to: string };
  'fewer-ballots': {
    readonly form: string;
    readonly title: string;
    readonly unit: string;
    readonly ballots: string;
    readonly raters: string;
  };
  'casualties-not-stated': { readonly id: string; readonly missing: readonly string[] };
  'not-utf8': { readonly line: string };
  'too-large': { readonly size: string; readonly limit: string };
  'not-yaml': { readonly detail: string };
  'yaml-alias': { readonly alias: string };
  'key-twice': { readonly key: string };
  'nested-too-deeply': { readonly limit: string };
  'scheme-shape': { readonly detail: string };
  'amount-missing': { readonly clause: string };
  'quote-not-in-row': { readonly clause: string; readonly quote: string };
  'repeated-id': { readonly id: string };
  'clause-not-in-item': { readonly clause: string; readonly item: string };
  'group-member-twice': { readonly clause: string; readonly item: string };
  'exclusive-not-fixed': { readonly clause: string; readonly item: string };
  'ladder-overlap': { readonly clause: string };
  'unknown-form': { readonly part: string; readonly form: string };
  'forfeit-needs-floor': { readonly clause: string; readonly item: string };
  'series-too-short': { readonly clause: string };
  'bands-out-of-order': { readonly grade: string };
  'undeclared-choice': { readonly name: string; readonly alternative: string };
  'group-needs-deductions': { readonly clause: string; readonly item: string };
  'cap-splits-group': {
    readonly item: string;
    readonly inside: readonly string[];
    readonly outside: readonly string[];
    readonly cap: string;
  };
  'award-forfeits': { readonly clause: string };
  'quantity-unnamed': { readonly clause: string };
}

/** `error` stops the work (nothing half-done); `notice` comes beside a result. */
export type ProblemLevel = 'error' | 'notice';

/** Where: keys and indexes from the top of the input (`['units', '巩义市', 'observations', 'county/2.2']`). */
export type Place = readonly (string | number)[];

export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code;
    readonly level: ProblemLevel;
    readonly at: Place;
    readonly details: ProblemDetails[Code];
  };
}[ProblemCode];

/** A problem that stops the work. */
export function problem<Code extends ProblemCode>(code: Code, at: Place, details: ProblemDetails[Code]): Problem {
  return { code, level: 'error', at, details } as Problem;
}

/** A problem shown beside a result. */
export function notice<Code extends ProblemCode>(code: Code, at: Place, details: ProblemDetails[Code]): Problem {
  return { code, level: 'notice', at, details } as Problem;
}
