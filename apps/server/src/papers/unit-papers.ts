/** The papers of one unit: its report, the feedback it gets, and its sheet as a form and as a workbook. */
import type { PaperForm, ReportJson } from '@kaohe/api-contract';
import {
  assessmentReport,
  type Days,
  deductionRows,
  type PrintedSheet,
  printedSheet,
  scoreLines,
  scoreText,
  scoringSheetPaper,
  unitFeedback,
} from '@kaohe/office-files';
import type { RawTree, Scheme, UnitJson } from '@kaohe/scoring';
import { programOf } from '../facts/compiled.js';
import type { FileAnswer } from '../http/act-route.js';
import { wrongState } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { type ReportFiling, reportFiling } from '../reports/filing.js';
import { selfScores } from '../statements/self-scores.js';
import { stageDueOn, stagesOf } from '../years/service.js';
import { type Document, dayOf, documentFiles, workbookFile, yearOf } from './files.js';
import { currentFacts } from './verification.js';

interface Of extends ReportFiling {
  readonly work: Work;
  readonly year: string;
  readonly scheme: Scheme;
  /** What the codes of the papers vouch for. */
  readonly facts: RawTree;
}

type UnitPaper = 'report' | 'feedback' | 'sheet' | 'sheet-workbook';

export async function unitPaper(
  work: Work,
  at: { year: string; unit: string },
  { paper, format }: { paper: UnitPaper; format: PaperForm },
): Promise<FileAnswer> {
  const [file] = await unitPapers(work, at, { papers: [paper], formats: [format] });
  if (!file) throw new Error('a paper was asked for');
  return file;
}

/** Several papers of one unit, each in several forms; the unit is scored once for all of them. */
export async function unitPapers(
  work: Work,
  at: { year: string; unit: string },
  { papers, formats }: { papers: readonly UnitPaper[]; formats: readonly PaperForm[] },
): Promise<FileAnswer[]> {
  const { scheme } = await programOf(work, at.year);
  const of: Of = {
    ...(await reportFiling(work, at)),
    work,
    year: at.year,
    scheme,
    facts: await currentFacts(work, at.year, at.unit),
  };
  const files: FileAnswer[] = [];
  for (const paper of papers) {
    if (paper === 'sheet-workbook') files.push(await sheetWorkbook(of));
    else files.push(...(await documentFiles(work, await DOCUMENTS[paper](of), formats)));
  }
  return files;
}

const DOCUMENTS = { report, feedback, sheet };

async function sheetWorkbook(of: Of): Promise<FileAnswer> {
  const { unit } = of.report;
  const data = { madeOn: of.work.today, unit, sheet: await sheetOf(of) };
  return await workbookFile(of.work, `${unit}评分表`, { form: 'unit-sheet', data });
}

async function sheet(of: Of): Promise<Document> {
  const { work, report: one, year, unit } = of;
  const signed = one.signedAt === null ? {} : { signedOn: dayOf(one.signedAt) };
  const data = { madeOn: work.today, sheet: await sheetOf(of), unit: one.unit, team: one.team.name, ...signed };
  return {
    name: `${one.unit}评分表`,
    paper: scoringSheetPaper(data),
    of: { year, paper: 'sheet', unit: one.unit, facts: of.facts, score: scoreText(unit.sheetScore) },
  };
}

async function sheetOf({ work, year, report: one, scheme, unit, notes }: Of): Promise<PrintedSheet> {
  const own = await selfScores(work, { year, unit: one.unit }, { scheme, sheet: unit.sheet });
  const sheet = printedSheet(scheme, unit.sheet, { unit, notes, selfScores: own });
  if (!sheet) throw new Error(`the scheme has no sheet ${unit.sheet}`);
  return sheet;
}

/** The days of the visits; where none are registered, the document's own days for going on site. */
function assessedOn({ visits }: ReportJson, { calendar, period }: Scheme): Days {
  const [from] = visits.days;
  if (from !== undefined) return { from, to: visits.days[visits.days.length - 1] ?? from };
  const site = calendar.find(({ stage }) => stage === 'on-site');
  return site ? { from: site.from ?? site.to, to: site.to } : period;
}

async function report({ work, year, report: one, scheme, unit, facts }: Of): Promise<Document> {
  if (one.body === null)
    throw wrongState('这个单位还没有考核报告。', 'There is no report on this unit yet.', { state: 'none' });
  const { narrative, problems, suggestions } = one.body;
  const paper = assessmentReport({
    madeOn: work.today,
    year: yearOf(scheme),
    unit: one.unit,
    team: one.team.name,
    leader: one.team.leader,
    period: scheme.period,
    assessed: assessedOn(one, scheme),
    methods: one.visits.methods,
    places: one.visits.places.map(({ name, isDrawn }) => (isDrawn ? `${name}（抽取）` : name)),
    draws: one.visits.draws.map(drawLine),
    situation: narrative.split('\n').filter((line) => line.trim() !== ''),
    findings: problems,
    suggestions,
    items: scoreLines(unit, scheme),
    score: scoreText(unit.sheetScore),
    fullMarks: scheme.sheets.find(({ id }) => id === unit.sheet)?.fullMarks ?? scheme.fullMarks,
    notes: reportNotes(one, unit),
    ...(one.signedAt !== null && { signedOn: dayOf(one.signedAt) }),
  });
  const of = { year, paper: 'report', unit: one.unit, facts, score: scoreText(unit.sheetScore) };
  return { name: `${one.unit}考核报告`, paper, of };
}

/** One draw, with what anybody needs to repeat it. */
function drawLine({ number, on, by, seed, list, count, drawn, reason }: ReportJson['visits']['draws'][number]): string {
  const why = reason === null ? '' : `再抽的理由：${reason}。`;
  return `第${number}次，${on}，${by}。种子“${seed}”，从${list.length}个中抽${count}个，抽中${drawn.join('、')}。名单：${list.join('、')}。${why}`;
}

/** What a reader of the score must know. */
function reportNotes(
  { body, visits, alsoRated, openRows, foreignOpen, scoreNow }: ReportJson,
  { provisional }: UnitJson,
): string[] {
  return [
    ...(body?.noVisitReason ? [`没有现场考核：${body.noVisitReason}`] : []),
    ...(visits.warnings.length > 0
      ? [`现场考核：${visits.warnings.map(({ zh }) => zh).join('；')}。理由：${body?.visitReason ?? ''}`]
      : []),
    ...(openRows.length > 0 ? [`还有${openRows.length}行没有核，得分为区间`] : []),
    ...(foreignOpen.length > 0
      ? [
          `其他单位提供的还没有核，得分因此为区间：${foreignOpen.map(({ line, supplier }) => `${line.split('/')[1] ?? line}（${supplier.zh}）`).join('、')}`,
        ]
      : []),
    ...(scoreNow ? [`签署以后其他单位又核了一些行，现在得分 ${scoreText(scoreNow)}`] : []),
    ...(provisional.length > 0 ? ['所用事故的伤亡数仍可能变化，得分暂定'] : []),
    ...(alsoRated.length > 0 ? [`既参加领导评分又在本考核组的：${alsoRated.join('、')}`] : []),
  ];
}

/** The unit is told of everything found until now, what others supplied after the signature too. */
async function feedback({ work, year, report: one, scheme, unitNow: unit, notes, facts }: Of): Promise<Document> {
  if (one.state !== 'received')
    throw wrongState('考核报告接收后才能出情况反馈。', 'The feedback is made once the report is received.', {
      state: one.state,
    });
  const appeals = (await stagesOf(work, year)).get('appeal') !== 'off';
  const appealDueOn = appeals ? await stageDueOn(work, year, 'appeal') : null;
  const paper = unitFeedback({
    madeOn: work.today,
    year: yearOf(scheme),
    unit: one.unit,
    team: one.team.name,
    assessed: assessedOn(one, scheme),
    score: scoreText(unit.sheetScore),
    fullMarks: scheme.sheets.find(({ id }) => id === unit.sheet)?.fullMarks ?? scheme.fullMarks,
    deductions: deductionRows(unit, scheme, notes),
    suggestions: one.body?.suggestions ?? [],
    // The day is written by hand: the office sets it with the unit.
    rectifications: (one.body?.problems ?? []).map((what) => ({ what, dueOn: '' })),
    ...(appealDueOn !== null && { appealDueOn }),
    sender: `${scheme.issuer ?? ''}办公室`,
  });
  const of = { year, paper: 'feedback', unit: one.unit, facts, score: scoreText(unit.sheetScore) };
  return { name: `${one.unit}考核情况反馈`, paper, of };
}
