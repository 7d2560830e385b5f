/** @kaohe/office-files: facts as CSV and workbook. Pure: bytes to data and back. */

export { allProblems } from './checked-facts.js';
export { emptyFacts } from './empty-facts.js';
export { type SchemeWords, schemeWords } from './facts/vocabulary.js';
export { type FactsRead, isFactsCsv, readFactsCsv, writeFactsCsv } from './facts-csv.js';
export { writeFactsWorkbook } from './facts-workbook.js';
export { markCsv } from './mark-csv.js';
export { markWorkbook } from './mark-workbook.js';
export { type CellPlace, cellName, type OfficeProblem } from './problems/office-problem.js';
export { isOfficeFile, readFactsWorkbook } from './read-facts-workbook.js';
export { templateCsv } from './template-csv.js';
