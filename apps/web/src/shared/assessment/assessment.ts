/** What every page reads: the scheme in use and the assessment of the facts in use. */

import type { SchemeFolder } from '@kaohe/scheme-files';
import type { AssessedUnit, Assessment, Language, Scheme } from '@kaohe/scoring';
import { createContext, useContext } from 'react';

export interface FactsInUse {
  readonly name: string;
  /** The demonstration carries its own date. */
  readonly demonstrationOn?: string | undefined;
}

export interface AssessmentInUse {
  readonly folder: SchemeFolder;
  readonly assessment: Assessment;
  readonly facts: FactsInUse;
}

export const AssessmentContext = createContext<AssessmentInUse | undefined>(undefined);

/** The assessment in use; only below the shell, which draws no page without one. */
export function useAssessment(): AssessmentInUse {
  const inUse = useContext(AssessmentContext);
  if (!inUse) throw new Error('no assessment in use: the page was drawn outside the shell');
  return inUse;
}

export function findUnit(assessment: Assessment, name: string): AssessedUnit | undefined {
  return assessment.units.find(({ scored }) => scored.facts.unit === name);
}

/** The English name of a unit of the population. */
export function findEnglishName(scheme: Scheme, name: string): string | undefined {
  return scheme.population.units.find((unit) => unit.name === name)?.nameEn;
}

/** A unit's name for a label: the English one where the interface is English and there is one. */
export function unitLabel(scheme: Scheme, name: string, language: Language): string {
  return (language === 'en' && findEnglishName(scheme, name)) || name;
}

/** The English word of a grade beside the printed one. */
export function gradeLabel(scheme: Scheme, grade: string, language: Language): string {
  if (language === 'zh') return grade;
  const band = scheme.gradeBands.find((one) => one.grade === grade);
  return band ? `${grade} ${band.gradeEn}` : grade;
}
