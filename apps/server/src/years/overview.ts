/** A year at a glance for whoever acts: its stages with who holds each and who is next, and what is theirs to do. */
import {
  actOf,
  FEEDING_REGISTERS,
  REGISTERS,
  type Register,
  type Scopes,
  STAGE_DESCRIPTIONS,
  type StageOfYear,
  stagesBefore,
  stagesIn,
  type YearOverview,
} from '@kaohe/api-contract';
import type { Population, Scheme } from '@kaohe/scoring';
import { programOf } from '../facts/compiled.js';
import type { Work } from '../office/office.js';
import { listStages, type StageRow, selectRaters, selectSupplied } from './repo.js';
import { PATROL_GROUPS } from './scopes.js';
import { getYear, ownPopulationOf, teamsOf, unitsOf } from './service.js';

export async function overviewOf(work: Work, year: string): Promise<YearOverview> {
  const { title, scheme_id, edition } = await getYear(work, year);
  const { scheme: issued } = await programOf(work, year);
  const population = await ownPopulationOf(work, year);
  return {
    year,
    title,
    scheme: scheme_id,
    edition,
    schemeTitle: issued.title,
    schemeTitleEn: issued.titleEn,
    today: work.today,
    stages: await stagesOfYear(work, year),
    units: issued.population.units.length,
    population: population ? shown(population) : null,
    mine: {
      units: await ownUnits(work, year),
      forms: await ownForms(work, year, issued),
      registers: await ownRegisters(work, year),
    },
  };
}

const shown = ({ units, teams }: Population): YearOverview['population'] => ({
  units: units.map(({ aliases: _, ...unit }) => unit),
  teams: teams.map((team) => ({ ...team, units: [...team.units] })),
});

/** The stages of a year with who holds each. */
export async function stagesOfYear(work: Work, year: string): Promise<StageOfYear[]> {
  const rows = await listStages(work.trx, work.acting.tenant, year);
  const { scheme } = await programOf(work, year);
  return rows.map((row, index) => stageJson(row, { scheme, following: rows.slice(index + 1), today: work.today }));
}

function stageJson(
  row: StageRow,
  { scheme, following, today }: { scheme: Scheme; following: readonly StageRow[]; today: string },
): StageOfYear {
  const { name, nameEn, holders } = STAGE_DESCRIPTIONS[row.stage];
  const next = following.find(({ stage, state }) => isNext(state) && stagesBefore(scheme, stage).includes(row.stage));
  return {
    stage: row.stage,
    state: row.state,
    since: row.since.toISOString(),
    dueOn: row.due_on,
    reason: row.reason,
    version: row.version,
    name,
    nameEn,
    holders: [...holders],
    inNotice: stagesIn(scheme).some(({ stage }) => stage === row.stage),
    after: stagesBefore(scheme, row.stage),
    next: next?.stage ?? null,
    late: row.due_on !== null && row.due_on < today && (row.state === 'waiting' || row.state === 'open'),
  };
}

const isNext = (state: StageRow['state']): boolean => state === 'waiting' || state === 'open';

async function ownUnits(work: Work, year: string): Promise<string[]> {
  const { role, scope } = work.acting;
  const units = await unitsOf(work, year);
  const own = units.filter(({ unit_id, team_id }) => {
    if (role === 'team-leader' || role === 'team-member') return team_id === scope;
    return role === 'assessed-unit' && unit_id === scope;
  });
  return own.map(({ unit_id }) => unit_id);
}

const RATERS = ['rating-leader', 'rating-division', 'division-head'];

async function ownForms(work: Work, year: string, scheme: Scheme): Promise<YearOverview['mine']['forms']> {
  const { role, scope, tenant } = work.acting;
  if (!RATERS.includes(role)) return [];
  const own = (await selectRaters(work.trx, tenant, year)).filter(({ rater_id }) => rater_id === scope);
  return own.map(({ form, rater_id }) => ({
    form,
    rater: rater_id,
    title: scheme.forms.find(({ id }) => id === form)?.title ?? form,
  }));
}

/** Row-level security draws the lines; this names the registers on this side of them, so that no page offers one that is always empty. */
async function ownRegisters({ trx, acting }: Work, year: string): Promise<Register[]> {
  const { role, scope, tenant } = acting;
  if (!actOf('register.read').roles.includes(role)) return [];
  if (role === 'assessed-unit') return [...FEEDING_REGISTERS];
  if (role === 'patrol-group') return ['patrol-findings', 'inspections'];
  const all = Object.keys(REGISTERS) as Register[];
  if (role !== 'supplying-division') return all;
  const supplied = await selectSupplied(trx, tenant, { year, division: scope });
  return all.filter((register) => supplied.includes(register));
}

/** Everything a role can be granted for in a year. */
export async function scopesOf(work: Work, year: string): Promise<Scopes> {
  const { scheme } = await programOf(work, year);
  const rows = scheme.sheets.flatMap(({ items }) => items.flatMap((item) => item.rows));
  const suppliers = rows.flatMap((row) => [row.supplier, ...row.clauses.flatMap(({ supplier }) => supplier ?? [])]);
  const divisions = suppliers.flatMap(({ by, name }) => (by === 'division' && name !== undefined ? [name] : []));
  const teams = await teamsOf(work, year);
  const units = await unitsOf(work, year);
  const raters = await selectRaters(work.trx, work.acting.tenant, year);
  return {
    teams: teams.map((team) => ({ id: team.team_id, name: team.name, nameEn: team.name_en, leader: team.leader })),
    units: units.map((unit) => ({ name: unit.unit_id, nameEn: unit.name_en, sheet: unit.sheet, team: unit.team_id })),
    raters: raters.map(({ form, rater_id, name }) => ({ form, id: rater_id, name })),
    divisions: [...new Set(divisions)],
    patrolGroups: [...PATROL_GROUPS],
  };
}
