/** Under the row in hand: its sentences, as far as the role acting supplies them. */
import type { ScoredClause } from '@kaohe/scoring';
import { isRawObject } from '@kaohe/scoring';
import { useTranslation } from '../../shared/language/i18n';
import { ClauseEditor } from './clause-editor';
import { isNotApplicable, withClause } from './observed';
import type { SheetLineState, SheetState } from './use-sheet';

interface RowEditorProps {
  readonly state: SheetState;
  readonly lines: readonly SheetLineState[];
  readonly clauses: readonly ScoredClause[];
}

export function RowEditor({ state, lines, clauses }: RowEditorProps) {
  const { t } = useTranslation();
  const typed = lines.flatMap((line) => line.json.clauses.map((id) => ({ line, id })));
  return (
    <div className="sheet-editor">
      {typed.map(({ line, id }) => {
        const scored = clauses.find(({ compiled }) => compiled.clause.id === id);
        const stated = line.observations[id];
        const observation = isRawObject(stated) ? stated : {};
        if (!scored) return null;
        if (scored.notApplicable && !isNotApplicable(observation))
          return (
            <p key={id} className="hint">
              <span className="clause-number">{id.split('/')[1]}</span> {t('trial.doesNotApply')}
            </p>
          );
        const { clause } = scored.compiled;
        return (
          <ClauseEditor
            key={id}
            clause={clause}
            observation={observation}
            problems={(state.problems.get(line.line) ?? []).filter(({ at }) => at.includes(id))}
            onChange={(next) =>
              state.change(line.line, {
                closed: line.closed,
                observations: withClause(line.observations, clause, next),
              })
            }
          />
        );
      })}
    </div>
  );
}
