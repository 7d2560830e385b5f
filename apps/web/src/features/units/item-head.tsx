/** The line above an item on a unit's sheet: what it has got, what is still possible, how many rows are closed. */
import { isPoint, type ScoredClause, type ScoredItem } from '@kaohe/scoring';
import { WhyLink } from '../../shared/address/why-link';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { decimalsOf, formatFixed, formatScore } from '../../shared/scores/format-score';
import { rowState } from './row-state';

interface ItemHeadProps {
  readonly unit: string;
  readonly item: ScoredItem;
  readonly rows: ReadonlyMap<string, readonly ScoredClause[]>;
  /** Whether it says what the item has got. */
  readonly isTold?: boolean;
}

export function ItemHead({ unit, item, rows, isTold = true }: ItemHeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, name, nameEn, fullMarks, rows: criteria } = item.compiled.item;
  const closed = criteria.filter((row) => rowState(rows.get(row.id) ?? []) !== 'open').length;
  const digits = decimalsOf([item.score], 0);
  const score = t('unit.obtained', { score: formatFixed(item.score.most, digits), full: fullMarks });
  const shown = language === 'zh' ? name : nameEn;
  return (
    <div className="item-line" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <strong>{shown}</strong>
      {isTold && (
        <WhyLink target={{ unit, kind: 'item', id }} label={`${shown} ${score}`} className="item-score">
          {score}
        </WhyLink>
      )}
      {isTold && !isPoint(item.score) && (
        <span className="possible">{t('unit.possible', { score: formatScore(item.score, digits) })}</span>
      )}
      <span className={closed === criteria.length ? 'rows-closed' : 'rows-open'}>
        {closed === criteria.length ? '✓ ' : '● '}
        {t('unit.closedRows', { closed, all: criteria.length })}
      </span>
    </div>
  );
}
