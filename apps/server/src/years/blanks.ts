/** What would stay blank if a stage closed now: nothing closes silently. */
import type { Stage, StatementStage } from '@kaohe/api-contract';
import type { Work } from '../office/office.js';
import { progressOf } from '../ratings/service.js';
import { reportStates } from '../reports/state.js';
import { awardsOf } from '../results/awards.js';
import { latestState } from '../results/state.js';
import { statementsOf } from '../statements/service.js';
import { unitsOf } from './service.js';

export interface Blank {
  readonly zh: string;
  readonly en: string;
}

/** What is missing before the stage can be called done; empty where nothing is. */
export async function blanksOf(work: Work, year: string, stage: Stage): Promise<Blank[]> {
  switch (stage) {
    case 'routine':
    case 'leaders':
      return await missingRaters(work, year, stage);
    case 'year-end':
      return await missingReports(work, year);
    case 'self-assessment':
    case 'review':
      return await unanswered(work, year, 'self-assessment');
    case 'appeal':
      return await unanswered(work, year, 'appeal');
    case 'composite':
      return await missingResult(work, year, { states: ['frozen', 'approved', 'published'], blank: NOT_FROZEN });
    case 'approval':
      return await missingResult(work, year, { states: ['approved', 'published'], blank: NOT_APPROVED });
    case 'awards':
      return await missingAwards(work, year);
    case 'circular':
      return await missingResult(work, year, { states: ['published'], blank: NOT_PUBLISHED });
    default:
      return [];
  }
}

const NOT_FROZEN: Blank = { zh: '结果还没有冻结', en: 'The result is not frozen' };
const NOT_APPROVED: Blank = { zh: '结果还没有审定', en: 'The result is not approved' };
const NOT_PUBLISHED: Blank = { zh: '通报还没有印发', en: 'The circular is not published' };

async function missingRaters(work: Work, year: string, stage: Stage): Promise<Blank[]> {
  const { forms } = await progressOf(work, year);
  const own = forms.filter((form) => form.stage === stage);
  return own.flatMap(({ raters }) =>
    raters
      .filter(({ counts }) => !counts)
      .map(({ name }) => ({ zh: `${name}：评价表没有计入`, en: `${name}: the form does not count` })),
  );
}

const OF_STATE: Readonly<Record<string, readonly [zh: string, en: string] | undefined>> = {
  none: ['没有考核报告', 'no report'],
  draft: ['考核报告没有签署', 'report not signed'],
  signed: ['考核报告没有接收', 'report not received'],
};

async function missingReports(work: Work, year: string): Promise<Blank[]> {
  const states = await reportStates(work, year);
  const units = await unitsOf(work, year);
  return units.flatMap(({ unit_id, name_en }) => {
    const words = OF_STATE[states.get(unit_id) ?? 'none'];
    return words ? [{ zh: `${unit_id}：${words[0]}`, en: `${name_en}: ${words[1]}` }] : [];
  });
}

/** What is answered neither way, and what came back and was not stated again. */
async function unanswered(work: Work, year: string, stage: StatementStage): Promise<Blank[]> {
  const { statements } = await statementsOf(work, { year, stage });
  return statements
    .filter(({ state }) => state === 'submitted' || state === 'returned')
    .map(({ unit, unitEn, row, state }) =>
      state === 'returned'
        ? {
            zh: `${unit}：第 ${row} 行自评退回后没有重交`,
            en: `${unitEn}: row ${row} came back and was not stated again`,
          }
        : { zh: `${unit}：第 ${row} 行还没有答复`, en: `${unitEn}: row ${row} is not answered` },
    );
}

/** Awards somebody may have and nobody was chosen for. */
async function missingAwards(work: Work, year: string): Promise<Blank[]> {
  const unchosen = (await awardsOf(work, year)).filter(
    ({ eligible, chosen }) => eligible.length > 0 && chosen.length === 0,
  );
  return unchosen.map(({ name, nameEn, eligible }) => ({
    zh: `${name}：${eligible.length} 个单位可以评，还没有评选`,
    en: `${nameEn}: ${eligible.length} units are eligible, none is chosen`,
  }));
}

async function missingResult(
  work: Work,
  year: string,
  { states, blank }: { states: readonly string[]; blank: Blank },
): Promise<Blank[]> {
  const state = await latestState(work, year);
  return state !== undefined && states.includes(state) ? [] : [blank];
}
