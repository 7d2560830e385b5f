/** The papers of the office: the circular with grades only, and the summary of the scores for the office itself. */
import type { OfficePaper, PaperForm } from '@kaohe/api-contract';
import { type CircularUnit, circular, summaryUnits } from '@kaohe/office-files';
import { factsOfPaper } from '@kaohe/scheme-files';
import type { Scheme, UnitJson } from '@kaohe/scoring';
import { programOf } from '../facts/compiled.js';
import type { FileAnswer } from '../http/act-route.js';
import { wrongState } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { getResult, keptFacts, type ResultRow } from '../results/service.js';
import { type Document, documentFile, workbookFile, yearOf } from './files.js';

export async function officePaper(
  work: Work,
  year: string,
  { paper, format }: { paper: OfficePaper; format: PaperForm },
): Promise<FileAnswer> {
  const { scheme } = await programOf(work, year);
  const row = await getResult(work, year);
  if (paper === 'summary') return await summary(work, { scheme, row });
  return await documentFile(work, circularPaper(work, year, { scheme, row }), format);
}

interface Of {
  readonly scheme: Scheme;
  readonly row: ResultRow;
}

async function summary(work: Work, { scheme, row }: Of): Promise<FileAnswer> {
  const parts = new Map(
    scheme.sheets.flatMap((sheet) => sheet.parts.map(({ id, name }) => [id, { id, name }] as const)),
  );
  const title = `${yearOf(scheme)}年度安全生产目标考核汇总表`;
  const data = {
    madeOn: work.today,
    title: `${title}${row.state === 'computed' ? '（未冻结）' : ''}`,
    parts: [...parts.values()],
    units: summaryUnits(row.result.result, scheme),
    bonusBase: scheme.bonus.base,
    ...(scheme.bonus.ceiling === 'full-marks' && { ceiling: scheme.fullMarks }),
  };
  return await workbookFile(work, title, { form: 'summary', data });
}

/** Only what was approved is circulated: one grade a unit, the awards chosen, the vetoes by name. */
function circularPaper(work: Work, at: string, { scheme, row }: Of): Document {
  if (row.state !== 'approved' && row.state !== 'published')
    throw wrongState('结果审定后才能出通报。', 'The circular is made once the result is approved.', {
      state: row.state,
    });
  const { units } = row.result.result;
  const year = yearOf(scheme);
  const paper = circular({
    madeOn: row.circular?.on ?? work.today,
    issuer: scheme.issuer ?? '',
    documentNumber: row.circular?.number,
    year,
    opening: [
      `根据《${scheme.title}》${scheme.documentNumber ? `（${scheme.documentNumber}）` : ''}，对${year}年度安全生产目标完成情况进行了考核。经审定，现将考核情况通报如下`,
    ],
    grades: scheme.gradeBands.map(({ grade }) => grade),
    units: units.map((unit) => gradedUnit(unit, scheme)),
    awards: scheme.awards.map(({ id, name }) => ({
      name,
      units: row.awards.find(({ award }) => award === id)?.units ?? [],
    })),
    vetoed: units.filter(({ vetoes }) => vetoes.length > 0).map(({ unit }) => unit),
    closing: ['各单位要对照反馈的问题认真整改'],
  });
  const of = { year: at, paper: 'circular', facts: factsOfPaper(keptFacts(row), '') };
  return { name: `关于${year}年度安全生产目标考核情况的通报`, paper, of };
}

function gradedUnit({ unit, grades }: UnitJson, { population }: Scheme): CircularUnit {
  const [grade = '', other] = grades;
  if (other !== undefined)
    throw wrongState(`${unit}的等次还没有定，不能出通报。`, `The grade of ${unit} is not settled.`, {
      undecided: [unit],
    });
  const unitClass = population.units.find(({ name }) => name === unit)?.class ?? 'district';
  return { unit, class: unitClass, grade };
}
