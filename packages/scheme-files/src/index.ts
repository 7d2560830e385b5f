/** @kaohe/scheme-files: YAML and JSON text ↔ schemes and facts, strings only. */
export { type AccidentChange, asOf, type Movement, movedBetween } from './as-of.js';
export { type Asked, type AskedUnit, askedFacts } from './ask.js';
export type { Encoding } from './decode-bytes.js';
export { type Difference, diffEditions, type MovedUnit, movedByClause, rescore } from './diff-editions.js';
export { editionOf } from './edition.js';
export { type ExaminedFolder, examineFolder } from './examine-folder.js';
export { type Flip, type FlippedUnit, flipReadings, movedUnits } from './flip-readings.js';
export { MOST_BYTES, type ParsedText, parseBytes, parseText } from './parse-text.js';
export { printFolder } from './print-folder.js';
export { printTree } from './print-tree.js';
export { chooseReadings, isSchemeFile, readSchemeFolder, type SchemeFolder, SOURCE_FILE } from './scheme-folder.js';
export { schemeShape } from './scheme-shape.js';
export { assessTree, type Refused, readTree, type ScoredFile, scoreFile } from './score-file.js';
export {
  changedFacts,
  type FactChange,
  factsHash,
  factsOfPaper,
  type PaperStatement,
  readCode,
  verificationCode,
} from './verification.js';
export { type Change, type WhatIf, whatIf } from './what-if.js';
