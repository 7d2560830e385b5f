/** One line a stage: how much of it is done, counted from what it is made of. */
import type { BoardStage, RatingProgress, Stage, StatementJson, StatementState } from '@kaohe/api-contract';
import type { Work } from '../office/office.js';
import { progressOf } from '../ratings/service.js';
import { reportStates } from '../reports/state.js';
import { awardsOf } from '../results/awards.js';
import { latestState } from '../results/state.js';
import { statementsOf } from '../statements/service.js';
import { stagesOfYear } from '../years/overview.js';
import { unitsOf } from '../years/service.js';

interface Counted {
  readonly done: number | null;
  readonly total: number | null;
}

export async function boardStages(work: Work, year: string): Promise<BoardStage[]> {
  const { forms } = await progressOf(work, year);
  const reports = [...(await reportStates(work, year)).values()];
  const units = (await unitsOf(work, year)).length;
  const result = await latestState(work, year);
  const { statements: assessed } = await statementsOf(work, { year, stage: 'self-assessment' });
  const { statements: appeals } = await statementsOf(work, { year, stage: 'appeal' });
  const reached = (...states: string[]): Counted => ({
    done: result !== undefined && states.includes(result) ? 1 : 0,
    total: 1,
  });
  const awards = await awardsOf(work, year);
  const count = (stage: Stage): Counted => {
    switch (stage) {
      case 'routine':
      case 'leaders':
        return rated(forms, stage);
      case 'year-end':
        return { done: reports.filter((state) => state === 'received').length, total: units };
      case 'composite':
        return reached('frozen', 'approved', 'published');
      case 'approval':
        return reached('approved', 'published');
      case 'circular':
        return reached('published');
      case 'awards':
        return { done: awards.filter(({ chosen }) => chosen.length > 0).length, total: awards.length };
      case 'self-assessment':
        return { done: new Set(assessed.map(({ unit }) => unit)).size, total: units };
      case 'review':
        return answered(assessed, 'accepted');
      case 'appeal':
        return answered(appeals, 'upheld', 'rejected');
    }
  };
  return (await stagesOfYear(work, year)).map((stage) => ({ ...stage, ...count(stage.stage) }));
}

function answered(statements: readonly StatementJson[], ...states: StatementState[]): Counted {
  const standing = statements.filter(({ state }) => state !== 'withdrawn');
  return { done: standing.filter(({ state }) => states.includes(state)).length, total: standing.length };
}

function rated(forms: RatingProgress['forms'], stage: Stage): Counted {
  const own = forms.filter((form) => form.stage === stage);
  const add = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  return { done: add(own.map(({ counted }) => counted)), total: add(own.map(({ raters }) => raters.length)) };
}
