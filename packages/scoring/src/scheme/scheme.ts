/**
 * An assessment scheme as data, readings already chosen. Numbers are decimal strings; Chinese is quoted verbatim.
 * Format: docs/scheme-files.md.
 */
import type { DecimalText } from '../exact/decimal.js';
import type { Award, Bonus, GradeBand, Veto } from './outcome.js';
import type { Population } from './population.js';
import type { RatingForm } from './rating-form.js';
import type { Sheet } from './sheet.js';
import type { SchemeStage } from './stages.js';

export interface Scheme {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly documentNumber?: string | undefined;
  readonly issuer?: string | undefined;
  readonly fullMarks: DecimalText;
  readonly period: { readonly from: string; readonly to: string };
  readonly calendar: readonly CalendarEntry[];
  /** Left out: the document names none. */
  readonly stages?: readonly SchemeStage[] | undefined;
  readonly gradeBands: readonly GradeBand[];
  readonly bonus: Bonus;
  readonly vetoes: readonly Veto[];
  readonly awards: readonly Award[];
  readonly readings: Readonly<Record<string, Reading>>;
  readonly sheets: readonly Sheet[];
  readonly forms: readonly RatingForm[];
  readonly population: Population;
}

export interface CalendarEntry {
  readonly stage: string;
  readonly name: string;
  readonly nameEn: string;
  readonly from?: string | undefined;
  readonly to: string;
  readonly quote: string;
}

export interface Reading {
  readonly question: string;
  readonly questionEn: string;
  readonly quote?: string | undefined;
  readonly adopted: string;
  readonly alternatives: Readonly<Record<string, { readonly text: string; readonly textEn: string }>>;
  readonly reason: string;
  readonly reasonEn: string;
}
