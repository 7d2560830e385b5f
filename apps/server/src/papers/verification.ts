/** The code a paper bears, kept with the facts it was made of; and whether the data of today still give it. */
import type { Verification } from '@kaohe/api-contract';
import { type PaperVerification, scoreText } from '@kaohe/office-files';
import {
  changedFacts,
  factsHash,
  factsOfPaper,
  type PaperStatement,
  readCode,
  verificationCode,
} from '@kaohe/scheme-files';
import type { RawTree } from '@kaohe/scoring';
import { asSystem } from '../database/transaction.js';
import { assessFacts, resultOfUnit, yearFacts } from '../facts/service.js';
import { noSuch } from '../http/refusal.js';
import type { Trx, Work } from '../office/office.js';
import { getUnit, schemeOf } from '../years/service.js';
import { type CodeRow, findCode, keepCode } from './code-repo.js';

/** What a paper is made of, for its code. */
export interface MadeOf {
  readonly year: string;
  readonly paper: string;
  /** Absent: a paper on no single unit. */
  readonly unit?: string;
  /** Absent: the facts of the unit as they are now; null for a blank form. */
  readonly facts?: RawTree | null;
  readonly score?: string;
  /** A form somebody filled: known by its version, and its code is on the paper alone. */
  readonly isPersonal?: true;
}

const MOST_CHANGES = 100;

export async function verificationOf(work: Work, of: MadeOf, on: string): Promise<PaperVerification> {
  const { year, paper, unit = '', score = null } = of;
  const facts = of.facts === undefined ? await currentFacts(work, year, unit) : of.facts;
  const statement: PaperStatement = {
    paper,
    year,
    unit,
    on,
    scheme: (await schemeOf(work, year)).edition,
    facts: facts === null ? '' : factsHash(facts),
  };
  const code = verificationCode(statement);
  if (!of.isPersonal) {
    const place =
      unit === ''
        ? { unit_id: null, team_id: null }
        : { unit_id: unit, team_id: (await getUnit(work, { year, unit })).team_id };
    const made = { made_at: work.now, made_by: work.acting.displayName };
    const row = { code, ...place, statement, facts: facts ?? {}, score, ...made };
    const keep = (trx: Trx) => keepCode(trx, { tenant: work.acting.tenant, year }, row);
    if (work.later) work.later(keep);
    else await keep(work.trx);
  }
  return {
    line: `核验码 ${code}　核对：本系统“文书”页，或 kaohe verify`,
    statement: { ...statement, code },
  };
}

/** The same for every role: what a paper is made of does not depend on who prints it. */
export async function currentFacts(work: Work, year: string, unit: string): Promise<RawTree> {
  const units = unit === '' ? undefined : [unit];
  const facts = await asSystem(work.trx, work.acting, () => yearFacts(work, year, units));
  return factsOfPaper(facts, unit);
}

/** What the paper of a code is, and what has changed since it was made. */
export async function verifyCode(work: Work, at: { year: string; code: string }): Promise<Verification> {
  const code = readCode(at.code);
  const row = code && (await findCode(work.trx, { tenant: work.acting.tenant, year: at.year }, code));
  if (!row) throw noSuch(`这一年带核验码 ${at.code} 的文书`, `paper of this year with the code ${at.code}`);
  const { statement } = row;
  const [zh, en] = nameOf(statement.paper);
  const changes =
    statement.facts === '' ? [] : changedFacts(row.facts, await currentFacts(work, at.year, statement.unit));
  const { edition } = await schemeOf(work, at.year);
  return {
    code: row.code,
    paper: statement.paper,
    zh,
    en,
    unit: statement.unit,
    on: statement.on,
    madeAt: row.made_at.toISOString(),
    madeBy: row.made_by,
    edition: statement.scheme,
    editionStands: edition === statement.scheme,
    factsStand: changes.length === 0,
    score: row.score === null ? null : [row.score, await scoreNow(work, at.year, row)],
    changes: changes.slice(0, MOST_CHANGES),
    more: Math.max(0, changes.length - MOST_CHANGES),
  };
}

async function scoreNow(work: Work, year: string, { statement: { unit } }: CodeRow): Promise<string> {
  const assessment = await assessFacts(work, year, await yearFacts(work, year, [unit]));
  return scoreText(resultOfUnit(assessment, unit).sheetScore);
}

const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  report: ['考核报告', 'Report'],
  feedback: ['情况反馈', 'Feedback'],
  sheet: ['评分表', 'Scoring sheet'],
  circular: ['考核通报', 'Circular'],
};

function nameOf(paper: string): readonly [zh: string, en: string] {
  return NAMES[paper] ?? ['空白表', 'Blank form'];
}
