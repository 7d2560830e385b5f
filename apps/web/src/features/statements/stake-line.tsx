/** What is at stake in an appeal: score, grade and rank now, and if it is upheld. */
import type { Stake } from '@kaohe/api-contract';
import type { Scheme } from '@kaohe/scoring';
import { gradeLabel } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { scoreText } from '../reports/score-text';

interface StakeLineProps {
  readonly stake: Stake | null;
  readonly scheme: Scheme;
}

export function StakeLine({ stake, scheme }: StakeLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!stake) return <p className="stake">{t('statements.stake.byRegister')}</p>;
  const { now, ifUpheld } = stake;
  const rank = (whole: Stake['now']['whole']) =>
    whole?.rank ? [...new Set([whole.rank.least, whole.rank.most])].join('–') : '–';
  const grades = (whole: Stake['now']['whole']) =>
    (whole?.grades ?? []).map((grade) => gradeLabel(scheme, grade, language)).join(' / ') || '–';
  return (
    <p className="stake">
      <strong>{t('statements.stake.ifUpheld')}</strong>
      <Change what={t('statements.stake.sheet')} from={scoreText(now.sheetScore)} to={scoreText(ifUpheld.sheetScore)} />
      {now.whole && ifUpheld.whole ? (
        <>
          <Change
            what={t('statements.stake.total')}
            from={scoreText(now.whole.total)}
            to={scoreText(ifUpheld.whole.total)}
          />
          <Change what={t('statements.stake.grade')} from={grades(now.whole)} to={grades(ifUpheld.whole)} />
          <Change what={t('statements.stake.rank')} from={rank(now.whole)} to={rank(ifUpheld.whole)} />
        </>
      ) : (
        <small>{t('statements.stake.notYet')}</small>
      )}
    </p>
  );
}

function Change({ what, from, to }: { readonly what: string; readonly from: string; readonly to: string }) {
  const { t } = useTranslation();
  return (
    <span className={from === to ? 'stake-change' : 'stake-change moves-it'}>
      <small>{what}</small> {from === to ? t('statements.stake.same', { value: from }) : `${from} → ${to}`}
    </span>
  );
}
