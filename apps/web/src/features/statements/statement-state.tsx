/** The state of a statement in a sign and a word. */
import type { StatementState as State } from '@kaohe/api-contract';
import { useTranslation } from '../../shared/language/i18n';

const SIGNS: Readonly<Record<State, string>> = {
  none: '–',
  submitted: '○',
  withdrawn: '–',
  returned: '↩',
  accepted: '✓',
  upheld: '✓',
  rejected: '✕',
};

export function StatementState({ state }: { readonly state: State }) {
  const { t } = useTranslation();
  return (
    <span className={`statement-state is-${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {t(`statements.states.${state}`)}
    </span>
  );
}
