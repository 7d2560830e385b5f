/** A scoring sentence of the printed sheet: pointing at it shows its rule, choosing it puts it into the address. */
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import type { ChosenClause } from './sheets-section';

interface SentenceButtonProps {
  readonly chosen: ChosenClause;
  readonly onPoint: (chosen: ChosenClause) => void;
}

export function SentenceButton({ chosen, onPoint }: SentenceButtonProps) {
  const { show } = useAddress();
  const change = useChangeAddress();
  const { clause } = chosen;
  const readings = [...(clause.readings ?? []), ...clause.rules.flatMap((rule) => rule.readings ?? [])];
  const point = () => onPoint(chosen);
  return (
    <>
      <a
        href={`?show=${clause.id}`}
        className={`sentence${show === clause.id ? ' chosen' : ''}`}
        aria-current={show === clause.id ? 'true' : undefined}
        onMouseEnter={point}
        onFocus={point}
        onClick={(event) => {
          event.preventDefault();
          change({ show: clause.id });
        }}
      >
        {clause.quote}
      </a>
      {readings.length > 0 && (
        <span className="reading-sign" aria-hidden="true">
          ◆
        </span>
      )}
    </>
  );
}
