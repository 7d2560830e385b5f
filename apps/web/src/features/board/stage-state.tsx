/** The state of a stage in a sign and a word. */
import type { StageState as State } from '@kaohe/api-contract';
import { useTranslation } from '../../shared/language/i18n';
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
