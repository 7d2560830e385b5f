/** The interval as it stands now on one wide line, and in words: total, grades, rank, and what its ends are. */
import type { Interval } from '@kaohe/scoring';
import { GradeWords } from '../../shared/assessment/grade-words';
import { useTranslation } from '../../shared/language/i18n';
import { decimalsOf, formatScore } from '../../shared/scores/format-score';
import type { Narrowed } from './assumptions';
import type { Domain } from './domain';
import { DomainScale, IntervalLine } from './interval-line';
import { RankWords } from './rank-words';

interface IntervalNowProps {
  readonly now: Narrowed;
  readonly before: Interval;
  readonly domain: Domain;
}

export function IntervalNow({ now: { unit, assessment }, before, domain }: IntervalNowProps) {
  const { t } = useTranslation();
  const { program } = assessment;
  const { total, exact } = unit.scored;
  const score = formatScore(total, decimalsOf([total, before], 0));
  const [least, most = least] = score.split('–');
  return (
    <section className="paper interval-now" aria-live="polite">
      <dl>
        <div>
          <dt>{t('bounds.interval')}</dt>
          <dd className="score">{score}</dd>
        </div>
        {unit.decision.grades.length > 0 && (
          <div>
            <dt>{t('bounds.grades')}</dt>
            <dd>
              <GradeWords unit={unit} program={program} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('bounds.ranks')}</dt>
          <dd>
            <RankWords rank={unit.rank} />
          </dd>
        </div>
      </dl>
      <div className="wide-line">
        <IntervalLine
          domain={domain}
          interval={total}
          before={before}
          bands={program.bands}
          label={t('bounds.line', { what: t('bounds.interval'), least, most })}
        />
        <DomainScale domain={domain} bands={program.bands} />
      </div>
      <p className="bound-words">
        {t(exact ? 'bounds.exact' : 'bounds.outer')}
        <span className="nothing-saved">{t('bounds.nothingSaved')}</span>
      </p>
    </section>
  );
}
