/** Every reading of the scheme: first those that can be chosen, then the pinned ones. */

import { useAddress } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useTranslation } from '../../shared/language/i18n';
import { useShown } from '../../shared/printed-sheet/use-shown';
import { ReadingCard } from '../../shared/readings/reading-card';

export function ReadingsSection() {
  const { t } = useTranslation();
  const { show } = useAddress();
  const { readings } = useAssessment().assessment.program.scheme;
  useShown(show);
  const names = Object.keys(readings).sort((a, b) => Number(isPinned(readings[a])) - Number(isPinned(readings[b])));
  return (
    <>
      <p className="hint">{t('reading.changes')}</p>
      <div className="readings-list">
        {names.map((name) => (
          <div key={name} className="paper">
            <ReadingCard name={name} />
          </div>
        ))}
      </div>
    </>
  );
}

function isPinned(reading: { readonly alternatives: object } | undefined): boolean {
  return reading !== undefined && Object.keys(reading.alternatives).length === 1;
}
