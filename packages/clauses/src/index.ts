/** Reads assessment documents: text → items, clauses and rules, and what must be asked. */
export { addClause } from './draft/add-clause.js';
export { type Answer, acceptedOf, answersOf, openQuestions, withRule } from './draft/answers.js';
export type * from './draft/draft.js';
export {
  DAY_KINDS,
  type DraftDay,
  type DraftDayKind,
  type DraftForm,
  type DraftNote,
  type DraftPart,
  type DraftPartKind,
  type DraftRow,
  type DraftSupplier,
  type NotePin,
} from './draft/draft-frame.js';
export { firstSize, type WorkedRule, workedExample } from './draft/example.js';
export { type FrameGap, type Gap, gap, gapWords, type RuleGap } from './draft/gaps.js';
export {
  addItem,
  changeItem,
  type Holder,
  holderOf,
  mergeItem,
  moveClause,
  removeItem,
  splitItem,
} from './draft/items.js';
export { pinnedRule } from './draft/pins.js';
export { plainText } from './draft/plain-text.js';
export { rowsOfItem, supplierOf, withSupplier } from './draft/printed-place.js';
export { acceptedEntry, BONUS_KEY, decidedEntry, isOpen, type QueueEntry, queueOf, withEntry } from './draft/queue.js';
export { startDraft } from './draft/start-draft.js';
export { isPinned, notesOver, PINS_OF } from './draft/start-notes.js';
export { type ClauseState, clausesOf, stateOf } from './draft/state.js';
export { type ToRule, toRule } from './draft/to-rule.js';
export { type AssessedUnits, assessedUnitsIn } from './frame/assessed-units.js';
export { importDocument } from './import-document.js';
export type {
  ClauseStatus,
  ImportedBand,
  ImportedClause,
  ImportedDate,
  ImportedItem,
  ImportedNote,
  ImportedPart,
  ImportedRule,
  ImportedScheme,
  ImportedVeto,
  ImportedWeight,
  ImportProblem,
  NoteKind,
  Rung,
} from './imported.js';
export { type ParsedClause, parseSentence } from './parse-sentence.js';
export { printRule } from './print.js';
export { PATTERN_NAMES } from './sentences/patterns/table.js';
export type { Span } from './text/span.js';
export type { LeftOut, LeftOutReason } from './to-scheme/left-out.js';
export { findingMark, unseenDefects } from './to-scheme/seen.js';
export { type SchemeOfDraft, toScheme } from './to-scheme/to-scheme.js';
