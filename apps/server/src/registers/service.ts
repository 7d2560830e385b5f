/** The registers of a year: one place for each thing, every version kept, attributed to the units it concerns. */
import { REGISTERS, type Register, type RegisterBody, type RegisterEntry } from '@kaohe/api-contract';
import { likely, type Named } from '@kaohe/scoring';
import { programOf } from '../facts/compiled.js';
import { invalid, noSuch, notAllowed, staleEdit, wrongState } from '../http/refusal.js';
import { type ShapeIssue, wordsOf } from '../http/shape-words.js';
import type { Work } from '../office/office.js';
import { officeTime } from '../office/today.js';
import { getUnit, getYear, suppliersOf, unitsOf } from '../years/service.js';
import { accidentLevel } from './accident-level.js';
import { checkDrawn, drawnBody } from './drawing.js';
import { type EntryKey, type EntryRow, type EntryWritten, findEntry, listEntries, writeEntry } from './repo.js';
import { checkDay } from './visiting.js';

export type { EntryKey, EntryRow } from './repo.js';

export interface SentEntry {
  readonly unit?: string | undefined;
  readonly body: Record<string, unknown>;
}

/** Who enters which register beside the office and the supplying divisions. */
const ENTERED_BY: Readonly<Partial<Record<Register, readonly string[]>>> = {
  'patrol-findings': ['office', 'patrol-group'],
  visits: ['team-leader', 'team-member'],
  draws: ['team-leader', 'team-member'],
};
const BY_OFFICE = ['office', 'supplying-division'];

/** Whether the role acting enters a register: of the divisions, those that supply what it holds. */
export async function mayEnter(work: Work, { year, register }: Pick<EntryKey, 'year' | 'register'>): Promise<boolean> {
  const { role, scope } = work.acting;
  if (!(ENTERED_BY[register] ?? BY_OFFICE).includes(role)) return false;
  return role !== 'supplying-division' || (await suppliersOf(work, { year, register })).includes(scope);
}

/** The entries the role acting may see, withdrawn ones too. */
export async function entriesOf(work: Work, year: string, register: Register): Promise<RegisterEntry[]> {
  await getYear(work, year);
  const rows = await listEntries(work.trx, work.acting.tenant, { year, registers: [register] });
  const dayOf = ({ body }: EntryRow) => String(body.on ?? '');
  return rows.sort((one, other) => dayOf(one).localeCompare(dayOf(other))).map((row) => entryJson(row, work.today));
}

/** Entries in force of the registers that feed scores. */
export async function entriesFor(work: Work, year: string): Promise<EntryRow[]> {
  const registers = ['accidents', 'indicators', 'talks', 'commendations'] as const;
  const rows = await listEntries(work.trx, work.acting.tenant, { year, registers });
  return rows.filter(({ withdrawn }) => !withdrawn);
}

/** A new entry. */
export async function addEntry(
  work: Work,
  { year, register }: Pick<EntryKey, 'year' | 'register'>,
  sent: SentEntry,
): Promise<RegisterEntry> {
  const key = { year, register, entry: work.newId() };
  return await write(work, key, { ...(await attributed(work, key, sent)), withdrawn: false });
}

/** Another version of an entry; the version before stays. */
export async function changeEntry(work: Work, key: EntryKey, sent: SentEntry): Promise<RegisterEntry> {
  const row = await getEntry(work, key);
  if (row.withdrawn) throw wrongState('这一条已经撤销，不能再改。', 'The entry is withdrawn and stays as it is.');
  if (work.ifMatch !== row.version) throw staleEdit(entryJson(row, work.today), sent);
  if (key.register === 'draws') throw wrongState('抽取结果不能改，请另抽一次。', 'A draw is not changed; draw again.');
  const unit = sent.unit ?? row.unit_id;
  return await write(work, key, {
    before: row,
    ...(await attributed(work, key, { ...sent, unit })),
    withdrawn: false,
  });
}

/** Withdraws an entry; it stays in the register, struck out, with the reason in the log. */
export async function withdrawEntry(work: Work, key: EntryKey, reason: string): Promise<RegisterEntry> {
  const row = await getEntry(work, key);
  if (row.withdrawn) throw wrongState('这一条已经撤销。', 'The entry is withdrawn already.');
  if (key.register === 'draws')
    throw wrongState('抽取结果不能撤销，抽过的都留着。', 'A draw is not withdrawn: every draw is kept.');
  if (work.ifMatch !== undefined && work.ifMatch !== row.version)
    throw staleEdit(entryJson(row, work.today), { withdrawn: true });
  work.note({ reason });
  const { unit_id, team_id, also_unit_id, also_team_id, body } = row;
  const whose = { unit: unit_id, team: team_id, alsoUnit: also_unit_id, alsoTeam: also_team_id };
  return await write(work, key, { before: row, ...whose, body, withdrawn: true });
}

export async function getEntry(work: Work, key: EntryKey): Promise<EntryRow> {
  const row = await findEntry(work.trx, work.acting.tenant, key);
  if (!row) throw noSuch('这条记录', 'such entry');
  return row;
}

type Attributed = Pick<EntryWritten, 'unit' | 'team' | 'alsoUnit' | 'alsoTeam' | 'body'>;

/** Whose an entry is: an accident's by its place and its department, any other's by the unit named. */
async function attributed(
  work: Work,
  { year, register }: EntryKey,
  { unit, body: sent }: SentEntry,
): Promise<Attributed> {
  const body = readBody(register, sent);
  const units = await unitsOf(work, year);
  if (register === 'accidents') {
    const place = units.find(({ unit_id }) => unit_id === body.place);
    const department = units.find(({ unit_id, class: kind }) => unit_id === body.department && kind === 'department');
    if (body.department !== undefined && !department)
      throw noDepartment(String(body.department), await departmentsOf(work, year));
    if (!place || place.class === 'department')
      throw invalid(
        `事故发生地“${body.place}”不是本年度的区县、开发区。`,
        `The place “${body.place}” is no district of this year.`,
      );
    return {
      unit: place.unit_id,
      team: place.team_id,
      alsoUnit: department?.unit_id ?? '',
      alsoTeam: department?.team_id ?? '',
      body,
    };
  }
  const { unit_id, team_id } = await getUnit(work, { year, unit: unit ?? '' });
  const kept = await keptBody(work, { year, unit: unit_id, register }, body);
  return { unit: unit_id, team: team_id, alsoUnit: '', alsoTeam: '', body: kept };
}

/** The departments of the year, with what else the document calls them. */
async function departmentsOf(work: Work, year: string): Promise<readonly Named[]> {
  const { scheme } = await programOf(work, year);
  return scheme.population.units.filter(({ class: kind }) => kind === 'department');
}

/** An accident is never left without the department it was meant for. */
function noDepartment(named: string, departments: readonly Named[]) {
  const near = likely(named, departments);
  const [zh, en] = near.length > 0 ? [`相近的有：${near.join('、')}。`, ` Near it: ${near.join(', ')}.`] : ['', ''];
  return invalid(
    `行业主管部门“${named}”不是本年度的部门。${zh}不是本年度考核的部门，不填这一项。`,
    `“${named}” is no department of this year.${en} Leave it out where the department is not assessed.`,
    { field: 'department', near },
  );
}

/** The body as it is kept: what the system itself says of a draw stands in it, and what a visit says of draws is so. */
async function keptBody(
  work: Work,
  { register, ...at }: { year: string; unit: string; register: Register },
  body: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  if (register === 'draws') return await drawnBody(work, at, body as RegisterBody<'draws'>);
  if (register === 'visits') {
    await checkDay(work, at.year, body as RegisterBody<'visits'>);
    await checkDrawn(work, at, body as RegisterBody<'visits'>);
  }
  return body;
}

function readBody(register: Register, sent: Record<string, unknown>): Record<string, unknown> {
  const read = REGISTERS[register].safeParse(sent);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  const { detail, detailEn } = wordsOf(read.error.issues as readonly ShapeIssue[]);
  throw invalid(detail, detailEn, { issues });
}

async function write(
  work: Work,
  key: EntryKey,
  { before, withdrawn, ...whose }: Attributed & { before?: EntryRow; withdrawn: boolean },
): Promise<RegisterEntry> {
  const { acting } = work;
  if (!(await mayEnter(work, key))) throw notAllowed('登记这个台账', 'enter this register');
  if (BY_TEAM.includes(acting.role) && whose.team !== acting.scope)
    throw noSuch(`单位“${whose.unit}”`, `unit “${whose.unit}”`);
  checkGroup(acting, key.register, whose.body);
  const division = before ? before.division : await divisionOf(work, key);
  const seen = before?.version ?? 0;
  const at = officeTime(work);
  const entry: EntryWritten = { ...whose, withdrawn, division, at, by: acting.displayName, role: acting.role };
  if (!(await writeEntry(work.trx, acting.tenant, { key, seen, entry }))) {
    const current = await getEntry(work, key);
    throw staleEdit(entryJson(current, work.today), { body: whose.body });
  }
  work.note({ subject: `${key.year}/${key.register}/${key.entry}`, after: { ...whose, withdrawn } });
  return entryJson(await getEntry(work, key), work.today);
}

const BY_TEAM = ['team-leader', 'team-member'];

/** Whose a new entry is: the division's that enters it, else the one's that alone supplies the register. */
async function divisionOf(work: Work, at: Pick<EntryKey, 'year' | 'register'>): Promise<string | null> {
  if (work.acting.role === 'supplying-division') return work.acting.scope;
  const [only, ...others] = await suppliersOf(work, at);
  return others.length === 0 ? (only ?? null) : null;
}

/** A patrol group that is named enters what it found itself. */
function checkGroup({ role, scope }: Work['acting'], register: Register, { group }: Record<string, unknown>): void {
  if (role !== 'patrol-group' || register !== 'patrol-findings' || scope === '' || group === scope) return;
  throw invalid(
    `您是“${scope}”，只登记本组的发现；这一条写的是“${group}”。`,
    `You are “${scope}” and enter what your group found; this one says “${group}”.`,
    { field: 'group' },
  );
}

export function entryJson(row: EntryRow, today: string): RegisterEntry {
  return {
    entry: row.entry_id,
    unit: row.unit_id,
    alsoUnit: row.also_unit_id,
    version: row.version,
    withdrawn: row.withdrawn,
    body: row.body,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.changed_by,
    ...(row.register === 'accidents' && { level: accidentLevel(row.body as RegisterBody<'accidents'>, today) }),
  };
}
