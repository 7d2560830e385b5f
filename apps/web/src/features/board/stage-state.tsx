/** The state of a stage in a sign and a word, and since when it is in it. */
import type { StageOfYear, StageState as State } from '@kaohe/api-contract';
import { useTranslation } from '../../shared/language/i18n';
import { dayOf } from '../../shared/office/day-of';
import './stage-state.css';

const SIGNS: Readonly<Record<State, string>> = { off: '–', waiting: '○', open: '●', closed: '✓' };

export function StageState({ state }: { readonly state: State }) {
  const { t } = useTranslation();
  return (
    <span className={`stage-state is-${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {t(`board.stateWords.${state}`)}
    </span>
  );
}

/** A stage that has not begun has been waiting since nothing in particular. */
export function stageSince({ state, since }: Pick<StageOfYear, 'state' | 'since'>): string {
  return state === 'open' || state === 'closed' ? dayOf(since) : '–';
}
