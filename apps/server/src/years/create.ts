/** A new year: the issued scheme is kept as it is now, and its stages, teams, units and raters become rows. */
import { postOfForm, STAGES, stagesIn } from '@kaohe/api-contract';
import type { OwnPopulation } from '@kaohe/office-files';
import { chooseReadings, type SchemeFolder } from '@kaohe/scheme-files';
import type { Population, Scheme, Team } from '@kaohe/scoring';
import { compiledOf } from '../facts/compiled.js';
import { invalid, noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { insertYear, keepScheme, type NewYear } from './repo.js';
import { suppliedIn } from './supplied.js';

export interface YearWanted {
  readonly year: string;
  readonly title: string;
  /** Id of an issued scheme. */
  readonly scheme: string;
}

/** The team of units that no team of the document names: the office itself assesses them. */
const OFFICE_TEAM: Omit<Team, 'units'> = {
  id: 'office',
  name: '安委办考核组',
  nameEn: 'Team of the committee office',
  leader: '安委办考核组组长',
  leaderEn: 'Leader of the team of the committee office',
};

/** Creates the year; refused where the scheme is not there or the year exists. */
export async function createYear(work: Work, wanted: YearWanted, own: OwnPopulation = {}): Promise<void> {
  await createYearOf(work, wanted, { folder: issuedScheme(work.schemes, wanted.scheme), own });
}

/** The same after a scheme at hand: one of the office's own is not among those that came with the program. */
export async function createYearOf(
  work: Work,
  wanted: YearWanted,
  { folder, own }: { folder: SchemeFolder; own: OwnPopulation },
): Promise<void> {
  const scheme = adoptedScheme(folder);
  const { trx, acting, now } = work;
  await keepScheme(trx, { folder, title: scheme.title, at: now });
  const year: NewYear = {
    tenant: acting.tenant,
    yearId: wanted.year,
    title: wanted.title,
    folder,
    at: now,
    ...rowsOf(scheme, own),
    own: own.population,
    supplied: suppliedIn(compiledOf(folder)),
  };
  if (!(await insertYear(trx, year)))
    throw invalid(`年度“${wanted.year}”已经有了。`, `The year “${wanted.year}” exists already.`);
  work.note({ after: wanted });
}

/** An issued scheme by its id, or a refusal. */
export function issuedScheme(schemes: readonly SchemeFolder[], wanted: string): SchemeFolder {
  const folder = schemes.find(({ id }) => id === wanted);
  if (!folder) throw noSuch(`方案“${wanted}”`, `scheme “${wanted}”`);
  return folder;
}

/** The scheme under the readings it adopts. */
export function adoptedScheme(folder: SchemeFolder): Scheme {
  const chosen = chooseReadings(folder.tree, {});
  if ('problems' in chosen) throw new Error(`the issued scheme ${folder.id} has problems`);
  return chosen.scheme;
}

/** What belongs to a year of that scheme, with what the office names in place of the document's own. */
export function rowsOf(
  scheme: Scheme,
  own: OwnPopulation = {},
): Pick<NewYear, 'stages' | 'teams' | 'units' | 'raters'> {
  const population = own.population ?? scheme.population;
  return {
    stages: STAGES.map((stage) => {
      const stated = stagesIn(scheme).find((one) => one.stage === stage);
      const last = scheme.calendar.find((entry) => entry.stage === stated?.due);
      return { stage, state: stated ? 'waiting' : 'off', dueOn: last?.to ?? null };
    }),
    ...placedUnits(population),
    // Without units there is nobody to rate: raters come with them.
    raters: population.units.length > 0 ? ratersOf(scheme, own) : [],
  };
}

function placedUnits({ units, teams }: Population): Pick<NewYear, 'teams' | 'units'> {
  const teamOf = new Map(teams.flatMap((team) => team.units.map((unit) => [unit, team.id] as const)));
  const all = units.every(({ name }) => teamOf.has(name)) ? teams : [...teams, { ...OFFICE_TEAM, units: [] }];
  return { teams: all, units: units.map((unit) => ({ ...unit, team: teamOf.get(unit.name) ?? OFFICE_TEAM.id })) };
}

function ratersOf({ forms }: Scheme, { raters }: OwnPopulation): NewYear['raters'] {
  return forms.flatMap((printed) => {
    const { id: form, raters: most } = printed;
    const named = raters?.filter((one) => one.form === form).map(({ name }) => name);
    const posts = Array.from({ length: Number(most) }, (_, index) => `${postOfForm(printed)}${twoDigits(index + 1)}`);
    return (named ?? posts).map((name, index) => ({ form, id: `${form}-${twoDigits(index + 1)}`, name }));
  });
}

const twoDigits = (number: number): string => `${number}`.padStart(2, '0');
