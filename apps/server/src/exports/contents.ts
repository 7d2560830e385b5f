/** What an export packs, step by step: each step is a unit or something of the whole office, and is told as progress. */
import { REGISTERS, type Register, STATEMENT_STAGES } from '@kaohe/api-contract';
import { printTree } from '@kaohe/scheme-files';
import { evidenceOf, readEvidence } from '../evidence/service.js';
import { yearFacts } from '../facts/service.js';
import type { FileAnswer } from '../http/act-route.js';
import type { Work } from '../office/office.js';
import { officePaper } from '../papers/office-papers.js';
import { resultWorkbookOrReason } from '../papers/result-workbook.js';
import { unitPapers } from '../papers/unit-papers.js';
import { entriesOf } from '../registers/service.js';
import { listOfReports } from '../reports/service.js';
import { latestResult } from '../results/service.js';
import { statementsOf } from '../statements/service.js';
import { schemeOf, unitsOf } from '../years/service.js';
import { safeName } from './safe-names.js';
import { schemeFiles } from './scheme-files.js';

export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type Step = () => AsyncIterable<PackedFile>;

/** The steps of an export. Everything is read as the one who asked may read it. */
export async function stepsOf(
  work: Work,
  { kind, year }: { kind: 'papers' | 'archive'; year: string },
): Promise<Step[]> {
  const { reports } = await listOfReports(work, year);
  const order = (await unitsOf(work, year)).map(({ unit_id }) => unit_id);
  const ofUnits = reports.map(({ unit, state }): Step => {
    const number = String(order.indexOf(unit) + 1).padStart(2, '0');
    const at: UnitAt = { year, unit, state, folder: `units/${number} ${safeName(unit)}` };
    return () => (kind === 'papers' ? documents(work, at) : wholeUnit(work, at));
  });
  return kind === 'papers' ? ofUnits : [() => ofOffice(work, year), ...ofUnits];
}

interface UnitAt {
  readonly year: string;
  readonly unit: string;
  readonly state: string;
  readonly folder: string;
}

const FORMATS = ['docx', 'pdf'] as const;

const inFolder = (folder: string, { name, bytes }: FileAnswer): PackedFile => ({
  path: `${folder}/${safeName(name)}`,
  bytes,
});
const json = (path: string, value: unknown): PackedFile => textFile(path, `${JSON.stringify(value, null, 2)}\n`);

export function textFile(path: string, text: string): PackedFile {
  return { path, bytes: Buffer.from(text, 'utf8') };
}

/** The report, where it is begun, and the feedback, where the report is received. */
function papersAt(state: string): ('report' | 'feedback')[] {
  if (state === 'none') return [];
  return state === 'received' ? ['report', 'feedback'] : ['report'];
}

async function* documents(work: Work, at: UnitAt): AsyncIterable<PackedFile> {
  const papers = papersAt(at.state);
  if (papers.length === 0) return;
  for (const file of await unitPapers(work, at, { papers, formats: FORMATS })) yield inFolder(at.folder, file);
}

async function* wholeUnit(work: Work, at: UnitAt): AsyncIterable<PackedFile> {
  const { year, unit, folder } = at;
  const papers = [...papersAt(at.state), 'sheet', 'sheet-workbook'] as const;
  for (const file of await unitPapers(work, at, { papers, formats: FORMATS })) yield inFolder(folder, file);
  for (const stage of STATEMENT_STAGES) {
    const { statements } = await statementsOf(work, { year, stage });
    const own = statements.filter((one) => one.unit === unit);
    if (own.length > 0) yield json(`${folder}/${stage}.json`, own);
  }
  for (const purpose of ['row', 'statement'] as const)
    for (const { id } of await evidenceOf(work, { year, unit, purpose }))
      yield inFolder(`${folder}/evidence`, await readEvidence(work, { year, evidence: id }));
}

async function* ofOffice(work: Work, year: string): AsyncIterable<PackedFile> {
  yield textFile('facts.yaml', printTree(await yearFacts(work, year)));
  for (const [path, text] of Object.entries(schemeFiles(await schemeOf(work, year))))
    yield textFile(`scheme/${path}`, text);
  for (const register of Object.keys(REGISTERS) as Register[])
    yield json(`registers/${register}.json`, await entriesOf(work, year, register));
  const { result } = await latestResult(work, year);
  if (result === null) return;
  yield json('result/result.json', result);
  yield inFolder('result', await officePaper(work, year, { paper: 'summary', format: 'docx' }));
  yield await resultWorkbook(work, year);
  if (result.state !== 'approved' && result.state !== 'published') return;
  for (const format of FORMATS) yield inFolder('result', await officePaper(work, year, { paper: 'circular', format }));
}

/** Whatever becomes of it, the rest of the year is packed. */
async function resultWorkbook(work: Work, year: string): Promise<PackedFile> {
  const made = await resultWorkbookOrReason(work, year);
  if (!('reason' in made)) return inFolder('result', made);
  const { zh, en } = made.reason;
  return textFile(
    'result/复核工作簿.txt',
    `复核工作簿没有做成，档案里别的都在。原因：${zh}\nThe result workbook could not be made; the rest of the archive is whole. Why: ${en}\n`,
  );
}
