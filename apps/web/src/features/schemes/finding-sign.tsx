/** ▲ in red for a defect, in amber for a risk, △ for a note: always with its word. */
import type { FindingSeverity } from '@kaohe/scoring';

const SIGNS = { defect: '▲', risk: '▲', note: '△' } as const;

export function FindingSign({ severity }: { readonly severity: FindingSeverity }) {
  return (
    <span className={`finding-sign ${severity}`} aria-hidden="true">
      {SIGNS[severity]}
    </span>
  );
}
