/** The state of a report in a sign and a word. */
import type { ReportState as State } from '@kaohe/api-contract';
import { useTranslation } from '../../shared/language/i18n';

const SIGNS: Readonly<Record<State, string>> = { none: '–', draft: '○', signed: '●', received: '✓' };

export function ReportState({ state }: { readonly state: State }) {
  const { t } = useTranslation();
  return (
    <span className={`report-state is-${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {t(`board.reportState.${state}`)}
    </span>
  );
}
