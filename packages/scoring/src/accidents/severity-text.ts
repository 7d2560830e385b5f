/** Accident levels in words. */
import { type Text, text } from '../wording/text.js';
import type { Severity } from './severity.js';

/** The levels in the words of the ordinance. */
export const SEVERITY_TEXT: Readonly<Record<Severity, Text>> = {
  ordinary: text('一般事故', 'ordinary accident'),
  'relatively-serious': text('较大事故', 'relatively serious accident'),
  serious: text('重大事故', 'serious accident'),
  'particularly-serious': text('特别重大事故', 'particularly serious accident'),
};
