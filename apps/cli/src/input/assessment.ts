/** Scheme, facts and readings of a call → the assessment, its notices told. */
import { assessTree, type SchemeFolder } from '@kaohe/scheme-files';
import { type Assessment, isRawObject, type RawTree, type ReadingChoice, readingsAsked } from '@kaohe/scoring';
import { type ExitCode, reportProblems } from '../output/terminal.js';
import { openFacts } from './facts.js';
import { refuseFacts } from './refused-table.js';
import { loadScheme, readReadings } from './scheme.js';

export interface AssessedCall {
  readonly scheme: SchemeFolder;
  readonly assessment: Assessment;
  /** The facts file as it was. */
  readonly facts: Uint8Array;
}

export interface AssessmentCall {
  readonly scheme: string;
  readonly facts: string;
  readonly readings: readonly string[];
  /** Where a refused table goes, with what is wrong in it. */
  readonly errors?: string | undefined;
}

export async function loadAssessment(call: AssessmentCall): Promise<AssessedCall | ExitCode> {
  const scheme = await loadScheme(call.scheme);
  if (typeof scheme === 'number') return scheme;
  const readings = readReadings(scheme, call.readings);
  if (typeof readings === 'number') return readings;
  const facts = await openFacts(call.facts, scheme);
  if (typeof facts === 'number') return facts;
  const assessment = assessTree(scheme, withReadings(facts.tree, readings));
  const problems = 'problems' in assessment ? assessment.problems : [];
  if ('problems' in assessment || (facts.table?.problems.length ?? 0) > 0) return refuseFacts(facts, problems, call);
  reportProblems(assessment.facts.notices, facts.source);
  return { scheme, assessment, facts: facts.bytes };
}

/** The call's readings over those the file asks for. */
function withReadings(tree: RawTree, readings: ReadingChoice): RawTree {
  if (!isRawObject(tree) || Object.keys(readings).length === 0) return tree;
  return { ...tree, readings: { ...readingsAsked(tree), ...readings } };
}
