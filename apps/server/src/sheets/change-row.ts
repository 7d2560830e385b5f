/** One row changed: over the version that was seen, as far as the engine takes it, and with what it did to the score. */
import type { RowChange, RowChanged } from '@kaohe/api-contract';
import { checkCited } from '../evidence/service.js';
import { assessFacts, resultOfUnit, yearFacts } from '../facts/service.js';
import { noSuch, staleEdit, wrongState } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { reportStateHeld } from '../reports/state.js';
import { requireOpen } from '../years/service.js';
import { checkRow, citedIn } from './check-row.js';
import { divisionOf, isOfTeam, linesOf } from './lines.js';
import { placedUnit } from './placed-unit.js';
import { listRows, type SheetRow, writeRow } from './repo.js';
import { rowJson } from './row-json.js';
import { isOpenTo } from './service.js';
import { standingOf } from './standing.js';

interface RowAt {
  readonly year: string;
  readonly unit: string;
  readonly row: string;
}

/** `row` is the row as printed (`38a`), a clause somebody else supplies (`10.1`), or what is closed by name (`bonus`). */
export async function changeRow(work: Work, { row, ...place }: RowAt, change: RowChange): Promise<RowChanged> {
  const { acting } = work;
  const { unit, sheet } = await placedUnit(work, place);
  const line = linesOf(sheet).find((one) => one.id === `${unit.sheet}/${row}` || one.id === row);
  if (!line) throw noSuch(`行“${row}”`, `row “${row}”`);
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
  const written = { ...at, team, closed: change.closed, observations, ...by };
  const isWritten = await writeRow(work.trx, acting.tenant, { seen, written });
  const current = await findRow(work, at);
  if (!isWritten || !current) throw staleEdit(shown(current), change);
  work.note({
    subject: `${at.year}/${at.unit}/${at.row}`,
    before: entered && { closed: entered.closed, observations: entered.observations },
    after: { closed: change.closed, observations },
  });
  return { version: current.version, row: shown(current), before, after: await standing(work, at) };
}

async function findRow({ trx, acting }: Work, { year, unit, row }: RowAt): Promise<SheetRow | undefined> {
  const rows = await listRows(trx, acting.tenant, { year, units: [unit] });
  return rows.find(({ row_id }) => row_id === row);
}

/** Where the unit stands on its facts as they are in this transaction; refuses facts the engine does not take. */
async function standing(work: Work, { year, unit }: RowAt) {
  const assessment = await assessFacts(work, year, await yearFacts(work, year, [unit]));
  return standingOf(resultOfUnit(assessment, unit));
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
