/** @kaohe/scoring: the scheme model and its exact scoring. Pure: no clock, no network, no files, no randomness. */
export type { Accident } from './accidents/accident.js';
export { type Casualties, isAtLeast, SEVERITIES, type Severity, severityOf } from './accidents/severity.js';
export { SEVERITY_TEXT } from './accidents/severity-text.js';
export { addDays, windowDays, windowUntil } from './accidents/window.js';
export { type DecimalText, decimalPlaces, findNumber, formatExact, getNumber } from './exact/decimal.js';
export { type Interval, isPoint, point } from './exact/interval.js';
export { compare, type Rational, rational, sum } from './exact/rational.js';
export { roundHalfUp } from './exact/round.js';
export { explain } from './explanation/explain.js';
export {
  type Explanation,
  type ExplanationKind,
  findNode,
  type Operation,
  reEvaluate,
} from './explanation/explanation.js';
export {
  type ExplanationJson,
  explanationJson,
  formatInterval,
  operationText,
  type RenderOptions,
  renderExplanation,
} from './explanation/render.js';
export type { BallotCount, Deed, Facts, ObservedClause, UnitFacts } from './facts/facts.js';
export { readFacts, readingsAsked } from './facts/read-facts.js';
export { indicatorsOf } from './facts/read-registers.js';
export { whereabouts } from './facts/whereabouts.js';
export type { Actual, Measured, Observation } from './observations/observation.js';
export { isRawObject, type RawObject, type RawTree } from './observations/raw-tree.js';
export { type AssessedUnit, type Assessment, assess } from './outcome/assess.js';
export type { AwardDecision, DecidedVeto, Decision } from './outcome/decide.js';
export { type RankRange, rank } from './outcome/ranking.js';
export {
  type ItemJson,
  isLost,
  type LostJson,
  openParts,
  openRows,
  type ProblemJson,
  problemJson,
  type ResultJson,
  resultJson,
  type ScoreJson,
  type UnitJson,
  type VetoJson,
} from './outcome/result.js';
export { renderPlace, renderProblem } from './problems/messages.js';
export { likely, type Named, nearest } from './problems/nearest.js';
export { notice, type Place, type Problem, type ProblemCode, type ProblemLevel, problem } from './problems/problem.js';
export { type ReachableGrade, reachableGrades } from './reasoning/ask/reachable-grades.js';
export { type Decided, type Deciding, decidingOf, stillDeciding } from './reasoning/deciding.js';
export { examine } from './reasoning/examine/examine.js';
export type {
  Counterexample,
  Examined,
  FindingSeverity,
  Outcome,
  SchemeFinding,
} from './reasoning/examine/finding.js';
export { FINDING_SEVERITIES, type FindingGroup, groupByKind, groupByPlace } from './reasoning/examine/groups.js';
export { FINDING_KINDS, type FindingCode } from './reasoning/examine/kinds.js';
export { type DocumentPlace, placesAt } from './reasoning/examine/places.js';
export { type End, type ExtremeFacts, extremeFacts, type Goal, scoreOf } from './reasoning/extremes.js';
export { type Margin, marginsOf, type Recoverable } from './reasoning/margins.js';
export type { CompiledRule, RegisterName, Talk } from './rules/compiled.js';
export { mostOf, type Quantity } from './rules/quantity.js';
export type { Rule } from './rules/rule.js';
export { ruleText } from './rules/words.js';
export { cellPieces, cellText, checkScheme } from './scheme/check.js';
export { type SheetColumn, type SheetColumnKind, sheetColumns, shownColumns } from './scheme/columns.js';
export { compile } from './scheme/compile.js';
export type * from './scheme/outcome.js';
export type * from './scheme/population.js';
export type {
  BonusProgram,
  ClauseProgram,
  FormProgram,
  ItemProgram,
  PartProgram,
  Program,
  SheetProgram,
} from './scheme/program.js';
export type * from './scheme/rating-form.js';
export { type ReadingChoice, readingsInForce, resolveReadings, undeclaredChoices } from './scheme/readings.js';
export type * from './scheme/scheme.js';
export type * from './scheme/sheet.js';
export { type SchemeStage, STAGE_IDS, type StageId } from './scheme/stages.js';
export { supplierNames } from './scheme/supplier-names.js';
export type { ScoredBonus } from './score/bonus.js';
export { clauseReason } from './score/clause-reason.js';
export type { ScoredClause, ScoredItem } from './score/item.js';
export type { ScoredRating } from './score/rating.js';
export type { ScoredPart, ScoredUnit } from './score/unit.js';
export type * from './wording/explained.js';
export { type Language, type Text, text } from './wording/text.js';
