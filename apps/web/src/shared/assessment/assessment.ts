/** What every page reads: the scheme in use and the assessment of the facts in use; and what a page may do to them. */

import type { SchemeFolder } from '@kaohe/scheme-files';
import type { AssessedUnit, Assessment, Language, Program, RawTree, Scheme } from '@kaohe/scoring';
import { createContext, useContext } from 'react';
import type { Change } from './trial';

export interface FactsInUse {
  readonly name: string;
  /** `none`: nothing was chosen yet, so that only the scheme can be looked at. */
  readonly origin: 'demonstration' | 'office' | 'file' | 'example' | 'none';
  /** The day on which the demonstration, or the office's year, is looked at. */
  readonly asOn?: string | undefined;
  /** Whether a reload of the page shows a chosen file again. */
  readonly kept?: boolean | undefined;
  /** The facts as they are scored: with the readings asked for and what is being tried. */
  readonly tree: RawTree;
}

export interface AssessmentInUse {
  readonly folder: SchemeFolder;
  /** Whether the office issued the scheme itself: then it is asked for as its own. */
  readonly own?: boolean | undefined;
  readonly assessment: Assessment;
  readonly facts: FactsInUse;
  /** Present while observations are tried out: what was changed, and the assessment without it. */
  readonly trial?: { readonly changes: readonly Change[]; readonly before: Assessment } | undefined;
}

/** What a page may do to the facts in use; none of it is saved anywhere. */
export interface FactsActions {
  /** Facts made up by the program take the place of those in use. */
  readonly load: (name: string, tree: RawTree) => void;
  /** Tries observations out in the place of those stated; an empty list goes back. */
  readonly tryOut: (changes: readonly Change[]) => void;
}

export const FactsActionsContext = createContext<FactsActions | undefined>(undefined);

export function useFactsActions(): FactsActions {
  const actions = useContext(FactsActionsContext);
  if (!actions) throw new Error('no facts to act on: the page was drawn outside the shell');
  return actions;
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

/** The name under which a unit stands in the facts; an alias of the population's list is taken for the unit. */
export function unitNamed({ units }: Scheme['population'], name: string): string {
  return units.find(({ aliases }) => aliases?.includes(name))?.name ?? name;
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
  const english =
    scheme.gradeBands.find((one) => one.grade === grade)?.gradeEn ??
    scheme.vetoes.find((one) => one.grade === grade)?.gradeEn;
  return english ? `${grade} ${english}` : grade;
}

/** Whether only a veto that is still possible would give the unit a grade: the document sets none by score. */
export function isGradedOnlyIfVetoed({ bands }: Program, { decision }: AssessedUnit): boolean {
  return bands.length === 0 && decision.vetoes.length === 0;
}
