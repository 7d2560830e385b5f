/** A FACTS file against a scheme folder: the whole way from bytes to an assessment, or every problem with its place. */
import {
  type Assessment,
  assess,
  compile,
  type Facts,
  type Problem,
  type Program,
  type RawObject,
  type RawTree,
  type ReadingChoice,
  readFacts,
  readingsAsked,
} from '@kaohe/scoring';
import { withClauseHint } from './clause-hints.js';
import { type ParsedText, parseBytes } from './parse-text.js';
import { plainFacts } from './plain-facts.js';
import { chooseReadings, type SchemeFolder } from './scheme-folder.js';

export interface ScoredFile {
  readonly assessment: Assessment;
  readonly edition: string;
}

export type Refused = { readonly problems: readonly Problem[]; readonly locate?: ParsedText['locate'] | undefined };

/** Scores the bytes of a FACTS file. */
export function scoreFile(folder: SchemeFolder, bytes: Uint8Array): ScoredFile | Refused {
  const parsed = parseBytes(bytes);
  if ('problems' in parsed) return parsed;
  const assessment = assessTree(folder, parsed.tree);
  return 'problems' in assessment ? { ...assessment, locate: parsed.locate } : { assessment, edition: folder.edition };
}

/** Scores FACTS already parsed. */
export function assessTree(
  folder: SchemeFolder,
  tree: RawTree,
): Assessment | { readonly problems: readonly Problem[] } {
  const read = readTree(folder, tree);
  return 'problems' in read ? read : assess(read.program, read.facts);
}

/** FACTS already parsed, read under the readings they ask for; nothing is scored yet. */
export function readTree(
  folder: SchemeFolder,
  tree: RawTree,
): { readonly program: Program; readonly facts: Facts } | { readonly problems: readonly Problem[] } {
  const program = programUnder(folder, readingsAsked(tree));
  if ('problems' in program) return program;
  const facts = readUnder(program, tree);
  return 'problems' in facts ? facts : { program, facts };
}

/** FACTS already parsed, read under a program. */
export function readUnder(program: Program, tree: RawTree): Facts | { readonly problems: readonly Problem[] } {
  const facts = readFacts(program, plainFacts(tree));
  if (!('problems' in facts)) return facts;
  return { problems: facts.problems.map((found) => withClauseHint(program, tree, found)) };
}

/** Programs kept for a scheme: a year is scored under one again and again, and flipping readings goes through many once. */
const MOST_KEPT = 4;
const kept = new WeakMap<RawObject, Map<string, Program>>();

/** The scheme compiled under the adopted readings, with those asked for in their place; compiled once while it is in use. */
export function programUnder(
  folder: SchemeFolder,
  asked: ReadingChoice,
): Program | { readonly problems: readonly Problem[] } {
  const key = JSON.stringify(Object.entries(asked).sort());
  const programs = kept.get(folder.tree) ?? new Map<string, Program>();
  kept.set(folder.tree, programs);
  const known = programs.get(key);
  const program = known ?? compiledUnder(folder, asked);
  if ('problems' in program) return program;
  programs.delete(key); // the last used stands last
  programs.set(key, program);
  for (const old of programs.keys()) {
    if (programs.size <= MOST_KEPT) break;
    programs.delete(old);
  }
  return program;
}

function compiledUnder(folder: SchemeFolder, asked: ReadingChoice): ReturnType<typeof compile> {
  const chosen = chooseReadings(folder.tree, asked);
  return 'problems' in chosen ? chosen : compile(chosen.scheme, chosen.readings);
}
