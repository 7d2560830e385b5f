/** Reads assessment documents: text → items, clauses and rules, and what must be asked. */
export { importDocument } from './import-document.js';
export type {
  ClauseStatus,
  ImportedBand,
  ImportedClause,
  ImportedItem,
  ImportedRule,
  ImportedScheme,
  ImportedVeto,
  ImportProblem,
  Rung,
} from './imported.js';
export { type ParsedClause, parseSentence } from './parse-sentence.js';
export { printRule } from './print.js';
export { PATTERN_NAMES } from './sentences/patterns/table.js';
