/** The demonstration year on the third day on site: everything begun, half of it done. All of it is made up. */
import type { Register, Role } from '@kaohe/api-contract';
import type { RawObject } from '@kaohe/scoring';
import { inSystem } from '../database/transaction.js';
import { programOf, sheetOf } from '../facts/compiled.js';
import type { Office, SignedIn, Trx, Work } from '../office/office.js';
import { addEntry } from '../registers/service.js';
import { closingLines, divisionOf, linesOf, type SheetLine } from '../sheets/lines.js';
import { createYear } from '../years/create.js';
import { unitsOf } from '../years/service.js';
import { marksByRater } from './ballots.js';
import { type DemonstrationFacts, type DemonstrationUnit, readDemonstration } from './facts.js';
import { DEMONSTRATION, DEMONSTRATION_YEAR } from './file.js';
import { type Filling, insertForms, insertRows, insertTenant, type NewRow, setStage } from './repo.js';
import { enterFindings, enterVisits } from './seed-field.js';
import { type Cited, enterEvidence, enterPaperForm } from './seed-papers.js';
import { enterReports } from './seed-reports.js';

export const DEMONSTRATION_TENANT = '1';
/** What the office supplies, whoever keeps it. */
const OFFICE = { name: '安委办', role: 'office' } as const;
/** How far each form has come: the divisions are done and signed, some leaders still have to rate. */
const FORMS = {
  division: { raters: 18, submitted: 18, done: 'signed', stage: 'routine' },
  leader: { raters: 16, submitted: 13, done: 'submitted', stage: 'leaders' },
} as const;
/** A leader who handed in the form on paper. */
const ON_PAPER = { form: 'leader', rater: 'leader-15' } as const;
const STAGES = [
  { stage: 'routine', state: 'closed', since: '2020-01-10' },
  { stage: 'leaders', state: 'open', since: '2020-01-06' },
  { stage: 'year-end', state: 'open', since: '2020-01-14' },
];

/** Makes the demonstration office in an empty database. */
export async function seedDemonstration(office: Office): Promise<void> {
  const facts = await readDemonstration();
  await inSystem(office.database, DEMONSTRATION_TENANT, async (trx) => {
    const filling: Filling = {
      trx,
      tenant: DEMONSTRATION_TENANT,
      year: DEMONSTRATION_YEAR,
      at: new Date(`${DEMONSTRATION.date}T09:00:00+08:00`),
      newId: office.newId,
    };
    await insertTenant(filling, { name: '演示安委办', ownDate: DEMONSTRATION.date });
    const work = workOf(office, trx, filling.at);
    await createYear(work, { year: filling.year, title: '2019年度安全生产目标考核', scheme: DEMONSTRATION.scheme });
    for (const { stage, state, since } of STAGES)
      await setStage(filling, { stage, state, since: new Date(`${since}T09:00:00+08:00`) });
    await insertRows(filling, await rowsOfYear(work, facts, await enterEvidence(work, filling.year)));
    await insertForms(filling, formsOfYear(facts));
    await enterRegisters(work, facts);
    await enterPaperForm(work, { year: filling.year, ...ON_PAPER }, Object.keys(facts.ratings.leader ?? {}));
    await enterFindings(work, filling.year);
    await enterVisits(work, filling.year, lookedAt(facts));
    await enterReports(work, filling.year, facts.units);
  });
}

/** The system acting in the office's place. */
function workOf(office: Office, trx: Trx, now: Date): Work {
  const acting: SignedIn = {
    tenant: DEMONSTRATION_TENANT,
    accountId: '',
    login: '',
    displayName: OFFICE.name,
    role: OFFICE.role as Role,
    scope: '',
    year: null,
  };
  const { newId, schemes } = office;
  return { trx, acting, now, today: DEMONSTRATION.date, newId, schemes, ifMatch: undefined, note: () => undefined };
}

/** Units of which a team has seen something. */
function lookedAt({ units }: DemonstrationFacts): ReadonlySet<string> {
  const seen = Object.entries(units).filter(([, { observations = {} }]) => Object.keys(observations).length > 0);
  return new Set(seen.map(([unit]) => unit));
}

async function rowsOfYear(work: Work, facts: DemonstrationFacts, cited: Cited): Promise<NewRow[]> {
  const program = await programOf(work, DEMONSTRATION_YEAR);
  const units = await unitsOf(work, DEMONSTRATION_YEAR);
  return units.flatMap(({ unit_id: unit, sheet: sheetId, team_id: team }) => {
    const sheet = sheetOf(program, sheetId);
    const entered = facts.units[unit] ?? {};
    // A list that is stated is complete: whoever supplies it has closed it.
    const stated = [
      ...(entered.talks ? closingLines(sheet, 'talks') : []),
      ...(entered.bonus ? closingLines(sheet, 'bonus') : []),
    ];
    return linesOf(sheet).flatMap((line) => {
      const entry = entryOf(entered, line, cited[unit] ?? {});
      const closed = entry.closed || stated.includes(line.id);
      if (!closed && Object.keys(entry.observations).length === 0) return [];
      const byTeam = line.supplier.by === 'team';
      const by = byTeam ? { by: '考核组成员', role: 'team-member' } : { by: OFFICE.name, role: OFFICE.role };
      return [{ unit, team, row: line.id, ...entry, closed, ...by, division: divisionOf(line) }];
    });
  });
}

/** What was entered on one line; of the papers the made-up facts cite, those that have a file behind them. */
function entryOf(
  { observations = {}, closed = [] }: DemonstrationUnit,
  line: SheetLine,
  cited: Cited[string],
): Pick<NewRow, 'closed' | 'observations'> {
  const own = Object.entries(observations).filter(([clause]) => line.clauses.includes(clause));
  return {
    closed: closed === 'all' || closed.includes(line.row ?? line.id),
    observations: Object.fromEntries(
      own.map(([clause, { evidence: _none, ...observation }]) => {
        const evidence = cited[clause];
        return [clause, evidence ? { ...observation, evidence } : observation];
      }),
    ),
  };
}

function formsOfYear({ ratings }: DemonstrationFacts) {
  return Object.entries(FORMS).flatMap(([form, { raters, submitted, done }]) =>
    marksByRater(ratings[form] ?? {}, raters)
      .filter(({ rater }) => rater <= submitted)
      .map(({ rater, marks, complete }) => ({
        form,
        rater: `${form}-${`${rater + 1}`.padStart(2, '0')}`,
        state: complete && rater < submitted ? done : ('draft' as const),
        marks,
      })),
  );
}

async function enterRegisters(work: Work, { units, accidents }: DemonstrationFacts): Promise<void> {
  const add = async (register: Register, unit: string | undefined, body: Record<string, unknown>) => {
    await addEntry(work, { year: DEMONSTRATION_YEAR, register }, { unit, body });
  };
  for (const accident of accidents) await add('accidents', undefined, withNumbers(accident));
  for (const [unit, { indicators = {}, talks = [], bonus = [] }] of Object.entries(units)) {
    for (const [indicator, { notApplicable, ...measured }] of Object.entries(indicators))
      await add('indicators', unit, {
        indicator,
        ...measured,
        ...(notApplicable ? { notApplicable: true } : { source: '市统计局', edition: measured.edition ?? '初步核算' }),
      });
    for (const talk of talks) await add('talks', unit, talk);
    for (const { note, ...deed } of bonus) await add('commendations', unit, { ...deed, proof: note ?? '表彰文件' });
  }
}

/** Counts and yes or no as JSON has them: the file's words are text. */
function withNumbers({ deaths, seriousInjuries, responsible, versions, ...rest }: RawObject): Record<string, unknown> {
  return {
    ...rest,
    deaths: Number(deaths),
    seriousInjuries: Number(seriousInjuries),
    responsible: responsible === 'true',
    ...(Array.isArray(versions) && {
      versions: versions.map((one) => withoutResponsible(withNumbers(one as RawObject))),
    }),
  };
}

const withoutResponsible = ({ responsible: _dropped, ...counts }: Record<string, unknown>): Record<string, unknown> =>
  counts;
