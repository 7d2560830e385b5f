/** Cites a file for the clause it was chosen for as soon as it has arrived, whichever row is in hand by then. */
import { isRawObject, type RawObject } from '@kaohe/scoring';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { settleUpload, type Upload } from '../../shared/evidence/uploads';
import { useUploads } from '../../shared/evidence/use-uploads';
import { citedIn } from './clause-editor';
import { withClause, withRemark } from './observed';
import { evidenceRequest } from './sheet-requests';
import type { SheetState } from './use-sheet';

/** The files on their way for the sheet. */
export function useCiteUploads(year: string, state: SheetState): readonly Upload[] {
  const client = useQueryClient();
  const { unit } = state.sheet;
  const items = useUploads({ year, unit, purpose: 'row' });
  useEffect(() => {
    // One at a time: the next is cited over what this one has changed.
    const arrived = items.find(({ isUsed, progress }) => !isUsed && progress.state === 'done');
    if (arrived?.progress.state !== 'done') return;
    cite(state, arrived.target, arrived.progress.evidence.id);
    settleUpload(arrived.id);
    void client.invalidateQueries({ queryKey: evidenceRequest(year, unit).queryKey });
  }, [items, state, client, year, unit]);
  return items;
}

function cite({ lines, assessment, change }: SheetState, target: string, evidence: string): void {
  const line = lines.find(({ json }) => json.mayChange && json.clauses.includes(target));
  const program = [...assessment.program.clauses.values()].find(({ clause }) => clause.id === target);
  if (!line || !program) return;
  const stated = line.observations[target];
  const observation: RawObject = isRawObject(stated) ? stated : {};
  const cited = [...citedIn(observation).filter((id) => id !== evidence), evidence];
  const observations = withClause(line.observations, program.clause, withRemark(observation, { evidence: cited }));
  change(line.line, { closed: line.closed, observations });
}
