/** @kaohe/office-files: facts as CSV and workbook. Pure: bytes to data and back. */

export { allProblems } from './checked-facts.js';
export { renderCsv } from './csv/render-csv.js';
export { FILE_KINDS, type FileKind, kindOfFile } from './documents/kind-of-file.js';
export { MOST_DOCUMENT_BYTES, readDocument } from './documents/read-document.js';
export { emptyFacts } from './empty-facts.js';
export { type SchemeWords, schemeWords } from './facts/vocabulary.js';
export { type FactsRead, isFactsCsv, readFactsCsv, writeFactsCsv } from './facts-csv.js';
export { writeFactsWorkbook } from './facts-workbook.js';
export { markCsv } from './mark-csv.js';
export { markWorkbook } from './mark-workbook.js';
export { type AssessmentReportData, assessmentReport } from './papers/assessment-report.js';
export { type CircularAward, type CircularData, type CircularUnit, circular } from './papers/circular.js';
export type { IssuedDocument } from './papers/issued/issued-document.js';
export { issuedPaper } from './papers/issued/issued-paper.js';
export { issuedText } from './papers/issued/issued-text.js';
export { issuedWorkbook } from './papers/issued/issued-workbook.js';
export { importedDocument, type ReadScheme, readImported } from './papers/issued/of-import.js';
export { schemeDocument } from './papers/issued/of-scheme.js';
export { documentBytes } from './papers/layout/document.js';
export type { Paper, PaperVerification } from './papers/layout/paper.js';
export { pdfBytes } from './papers/layout/pdf.js';
export type { PdfFonts } from './papers/layout/pdf-parts.js';
export type { Days } from './papers/layout/words.js';
export {
  type PrintedItem,
  type PrintedRow,
  type PrintedSheet,
  printedSheet,
  type SheetFilling,
} from './papers/printed-sheet.js';
export { type RatingFormPaperData, type RatingFormRow, ratingFormPaper } from './papers/rating-form-paper.js';
export { readPaperStatement, type StatedPaper } from './papers/read-statement.js';
export {
  type DeductionRow,
  deductionRows,
  type ScoreLine,
  type SummaryUnit,
  scoreLines,
  scoreText,
  summaryUnits,
} from './papers/result-rows.js';
export { type ScoringSheetPaperData, scoringSheetPaper } from './papers/scoring-sheet-paper.js';
export { type SummaryPart, type SummaryWorkbookData, summaryWorkbook } from './papers/summary-workbook.js';
export { type RectificationRow, type UnitFeedbackData, unitFeedback } from './papers/unit-feedback.js';
export { type UnitSheetWorkbookData, unitSheetWorkbook } from './papers/unit-sheet-workbook.js';
export type { PersonRow, RoleWord } from './people/people.js';
export { type InitialPassword, passwordWorkbook, peopleTemplate } from './people/people-workbook.js';
export type { OwnPopulation, PopulationWords } from './people/population.js';
export { type PeopleRead, type PeopleWords, readPeople } from './people/read-people.js';
export { type PopulationRead, readPopulation } from './people/read-population.js';
export { unreadableFile, unwritableFile } from './problems/file-refusals.js';
export { type CellPlace, cellName, type OfficeProblem } from './problems/office-problem.js';
export { isOfficeFile, readFactsWorkbook } from './read-facts-workbook.js';
export { type ResultWorkbookData, resultWorkbook } from './result-workbook/result-workbook.js';
export { Untranslatable } from './result-workbook/scale.js';
export { templateCsv } from './template-csv.js';
