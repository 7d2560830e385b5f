/** The head of the 0–100 line: the grade limits, written where the bars have their marks. */
import { formatExact, type Program } from '@kaohe/scoring';
import { useTranslation } from '../../shared/language/i18n';
import { toPixels } from '../../shared/scores/format-score';

export function LimitScale({ bands, fullMarks }: Pick<Program, 'bands' | 'fullMarks'>) {
  const { t } = useTranslation();
  const limits = bands.flatMap(({ from }) => (from ? [from] : []));
  return (
    <>
      <span className="visually-hidden">{t('results.line')}</span>
      <span className="limit-scale" aria-hidden="true">
        <span className="from">0</span>
        {limits.map((limit) => (
          <span key={formatExact(limit)} style={{ left: `${(toPixels(limit) / toPixels(fullMarks)) * 100}%` }}>
            {formatExact(limit)}
          </span>
        ))}
        {limits.length === 0 && <span className="to">{formatExact(fullMarks)}</span>}
      </span>
    </>
  );
}
