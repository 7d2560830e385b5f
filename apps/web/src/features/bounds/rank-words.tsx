/** `3`, or `2–4` while others may still change it; no rank under a veto. */
import type { RankRange } from '@kaohe/scoring';
import { useTranslation } from '../../shared/language/i18n';

export function RankWords({ rank }: { readonly rank: RankRange | undefined }) {
  const { t } = useTranslation();
  if (!rank) return <>{t('unit.noRank')}</>;
  return <>{[...new Set([rank.least, rank.most])].join('–')}</>;
}
