/** One row changed: over the version that was seen, as far as the engine takes it, and with what it did to the score. */
import { isToldScores, type RowChange, type RowChanged } from '@kaohe/api-contract';
import type { SheetProgram } from '@kaohe/scoring';
import { checkCited } from '../evidence/service.js';
import { assessFacts, resultOfUnit, yearFacts } from '../facts/service.js';
import { invalid, noSuch, staleEdit, wrongState } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { reportStateHeld } from '../reports/state.js';
import { requireOpen } from '../years/service.js';
import { checkRow, citedIn } from './check-row.js';
import { divisionOf, isOfTeam, linesOf, type SheetLine } from './lines.js';
import { placedUnit } from './placed-unit.js';
import { listRows, type PaperRow, type SheetRow, writeRow } from './repo.js';
import { rowJson } from './row-json.js';
import { isOpenTo } from './service.js';
import { standingOf } from './standing.js';

interface RowAt {
  readonly year: string;
  readonly unit: string;
  readonly row: string;
}

export async function changeRow(work: Work, { row, ...place }: RowAt, change: RowChange): Promise<RowChanged> {
  const { acting } = work;
  const { unit, sheet } = await placedUnit(work, place);
  const line = lineAt(sheet, { sheet: unit.sheet, row });
  const at = { ...place, row: line.id };
  const team = unit.team_id;
  const entered = await findRow(work, at);
  const observations = checkRow(change, line, { acting, team });
  if (isOfTeam(line)) await requireAssessing(work, at);
  await checkCited(work, { year: at.year, unit: at.unit, ids: citedIn(observations) });
  const shown = (entry: SheetRow | undefined) => rowJson({ line, entered: entry, acting, team, changing: true });
  const seen = work.ifMatch ?? 0;
  const before = await standing(work, at);
  const by = { by: acting.displayName, role: acting.role, at: work.now, division: divisionOf(line) };
  const paper = await paperOf(work, at, change);
  const written = { ...at, team, closed: change.closed && !paper, observations, paper, ...by };
  const isWritten = await writeRow(work.trx, acting.tenant, { seen, written });
  const current = await findRow(work, at);
  if (!isWritten || !current) throw staleEdit(shown(current), change);
  work.note({
    subject: `${at.year}/${at.unit}/${at.row}`,
    before: entered && { closed: entered.closed, observations: entered.observations },
    after: { closed: change.closed, observations, ...(paper && { scan: paper.scan }) },
  });
  return { version: current.version, row: shown(current), before, after: await standing(work, at) };
}

/** What a counting clerk enters stands on the team's paper, and closes nothing before a second clerk has checked it. */
async function paperOf(work: Work, { year, unit }: RowAt, { scan, closed }: RowChange): Promise<PaperRow | null> {
  const { role, accountId } = work.acting;
  if (role !== 'counting-clerk') return null;
  if (scan === undefined)
    throw invalid(
      '代考核组录入要附签字的纸质表的扫描件。请先上传，再录入。',
      'What is entered for a team stands on its signed paper. Upload the scan first.',
      { needs: 'scan' },
    );
  await checkCited(work, { year, unit, ids: [scan] });
  return { scan, closes: closed, enteredBy: accountId, checkedBy: null };
}

/** A second clerk confirms that a row is as the paper says: now it counts as closed. */
export async function checkPaperRow(work: Work, { row, ...place }: RowAt): Promise<RowChanged> {
  const { acting, trx } = work;
  const { unit, sheet } = await placedUnit(work, place);
  const line = lineAt(sheet, { sheet: unit.sheet, row });
  const at = { ...place, row: line.id };
  await requireAssessing(work, at);
  const entered = await findRow(work, at);
  if (!entered?.paper || entered.paper.checkedBy !== null)
    throw wrongState('这一行没有等待复核的纸质录入。', 'Nothing entered from paper waits to be checked in this row.');
  if (entered.paper.enteredBy === acting.accountId)
    throw wrongState(
      '录入的人不能自己复核，请由另一位计票员复核。',
      'Whoever entered the row may not check it; another clerk must.',
    );
  const before = await standing(work, at);
  const seen = work.ifMatch ?? 0;
  const paper = { ...entered.paper, checkedBy: acting.displayName };
  const kept = { by: entered.changed_by, role: entered.changed_role, at: work.now, division: divisionOf(line) };
  const { observations } = entered;
  const written = { ...at, team: unit.team_id, closed: paper.closes, observations, paper, ...kept };
  const isWritten = await writeRow(trx, acting.tenant, { seen, written });
  const current = await findRow(work, at);
  const shown = rowJson({ line, entered: current, acting, team: unit.team_id, changing: true });
  if (!isWritten || !current) throw staleEdit(shown, {});
  work.note({ subject: `${at.year}/${at.unit}/${at.row}`, after: { closed: paper.closes, scan: paper.scan } });
  return { version: current.version, row: shown, before, after: await standing(work, at) };
}

/** `row` is the row as printed (`38a`), a clause somebody else supplies (`10.1`), or what is closed by name (`bonus`). */
function lineAt(sheet: SheetProgram, { sheet: id, row }: { sheet: string; row: string }): SheetLine {
  const line = linesOf(sheet).find((one) => one.id === `${id}/${row}` || one.id === row);
  if (!line) throw noSuch(`行“${row}”`, `row “${row}”`);
  return line;
}

async function findRow({ trx, acting }: Work, { year, unit, row }: RowAt): Promise<SheetRow | undefined> {
  const rows = await listRows(trx, acting.tenant, { year, units: [unit] });
  return rows.find(({ row_id }) => row_id === row);
}

/** Where the unit stands on its facts as they are in this transaction; refuses facts the engine does not take. */
async function standing(work: Work, { year, unit }: RowAt) {
  const assessment = await assessFacts(work, year, await yearFacts(work, year, [unit]));
  return isToldScores(work.acting.role) ? standingOf(resultOfUnit(assessment, unit)) : null;
}

/** The team's rows change while it assesses; its signed report is about them as they were. */
async function requireAssessing(work: Work, at: RowAt): Promise<void> {
  await requireOpen(work, { year: at.year, stage: 'year-end' });
  if (isOpenTo(await reportStateHeld(work, at))) return;
  throw wrongState(
    '这个单位的考核报告已经签署，考核组的行不能再改。要改，请安委办退回重开报告。',
    'The report on this unit is signed; the rows of its team can no longer change. Ask the committee office to reopen the report.',
  );
}
