/** The bytes of a paper or a workbook out of plain data: nothing here knows the database, so another thread can do it. */
import {
  documentBytes,
  type Paper,
  pdfBytes,
  type ResultWorkbookData,
  resultWorkbook,
  type SummaryWorkbookData,
  summaryWorkbook,
  type UnitSheetWorkbookData,
  Untranslatable,
  unitSheetWorkbook,
} from '@kaohe/office-files';
import { assessTree, parseText, type SchemeFolder } from '@kaohe/scheme-files';
import { type Problem, problemJson } from '@kaohe/scoring';
import { invalid, type Refusal } from '../http/refusal.js';
import { pdfFonts } from './fonts.js';

export type Rendering =
  | { readonly form: 'docx' | 'pdf'; readonly paper: Paper }
  | { readonly form: 'unit-sheet'; readonly data: UnitSheetWorkbookData }
  | { readonly form: 'summary'; readonly data: SummaryWorkbookData }
  /** Scored anew where it is rendered: an assessment holds functions, its facts and scheme are text and data. */
  | {
      readonly form: 'result-workbook';
      readonly scheme: SchemeFolder;
      readonly facts: string;
      readonly made: Omit<ResultWorkbookData, 'assessment'>;
    };

export type Render = (what: Rendering) => Promise<Uint8Array>;

/** Renders where it is called. */
export const renderHere: Render = async (what) => {
  switch (what.form) {
    case 'docx':
      return await documentBytes(what.paper);
    case 'pdf':
      return await pdfBytes(what.paper, await pdfFonts());
    case 'unit-sheet':
      return await unitSheetWorkbook(what.data);
    case 'summary':
      return await summaryWorkbook(what.data);
    case 'result-workbook':
      return await scoredWorkbook(what);
  }
};

async function scoredWorkbook({
  scheme,
  facts,
  made,
}: Extract<Rendering, { form: 'result-workbook' }>): Promise<Uint8Array> {
  const parsed = parseText(facts);
  const assessment = 'problems' in parsed ? parsed : assessTree(scheme, parsed.tree);
  if ('problems' in assessment) throw notScored(assessment.problems);
  try {
    return await resultWorkbook({ ...made, assessment });
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    const { zh, en } = error.text;
    throw invalid(`这一年的结果译不成带公式的工作簿：${zh}。`, `This result has no workbook of formulas: ${en}.`);
  }
}

/** The engine's own words. */
function notScored(found: readonly Problem[]): Refusal {
  const problems = found.map(problemJson);
  return invalid(
    problems.map(({ message }) => message).join(' '),
    problems.map(({ messageEn }) => messageEn).join(' '),
    { problems },
  );
}
