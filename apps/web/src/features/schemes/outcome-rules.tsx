/** What follows from a score: grades, bonus, vetoes, awards; each with its sentence and readings. */
import { type Scheme, SEVERITY_TEXT } from '@kaohe/scoring';
import type { ReactNode } from 'react';
import { gradeLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import { ReadingMarks } from '../../shared/readings/reading-marks';

export function OutcomeRules() {
  const { t } = useTranslation();
  const { scheme } = useAssessment().assessment.program;
  return (
    <div className="outcome-rules">
      <Block title={t('scheme.bands')}>
        <Bands scheme={scheme} />
      </Block>
      <Block title={t('scheme.bonus')}>
        <Bonus scheme={scheme} />
      </Block>
      <Block title={t('scheme.vetoes')}>
        <Vetoes scheme={scheme} />
      </Block>
      <Block title={t('scheme.awards')}>
        <Awards scheme={scheme} />
      </Block>
    </div>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="paper block">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface SchemeProps {
  readonly scheme: Scheme;
}

function Bands({ scheme }: SchemeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (scheme.gradeBands.length === 0) return <p className="hint">{t('scheme.noBands')}</p>;
  return (
    <table className="compact">
      <tbody>
        {scheme.gradeBands.map(({ grade, from, quote }, index) => {
          const below = scheme.gradeBands[index - 1]?.from;
          const range =
            from === undefined
              ? t('scheme.below', { below })
              : below === undefined
                ? t('scheme.from', { from })
                : t('scheme.between', { from, below });
          return (
            <tr key={grade} title={quote}>
              <th scope="row">{gradeLabel(scheme, grade, language)}</th>
              <td>{range}</td>
              <td lang="zh-CN">{quote}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Bonus({ scheme: { bonus } }: SchemeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const points = (levels: Readonly<Record<string, string>>) =>
    Object.entries(levels)
      .map(([level, amount]) => `${t(`scheme.level.${level as 'nation' | 'province' | 'city'}`)} ${amount}`)
      .join(' · ');
  return (
    <>
      <table className="compact">
        <tbody>
          {bonus.kinds.map((deed) => (
            <tr key={deed.kind} title={deed.quote}>
              <th scope="row">{nameOf(deed, language)}</th>
              <td>
                {deed.judgement && t('scheme.marked')}
                {deed.levels && points(deed.levels)}
                {deed.amount !== undefined && `${t('scheme.anyLevel')} ${deed.amount}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('scheme.cap', { cap: bonus.cap })} · {t(`scheme.base.${bonus.base}`)}
      </p>
      <p className="clause-quote" lang="zh-CN">
        <q>{bonus.quote}</q>
      </p>
      <ReadingMarks names={bonus.readings ?? []} />
    </>
  );
}

type Condition = Scheme['vetoes'][number]['when'];

function useConditionWords(): (condition: Condition) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (condition) => {
    switch (condition.kind) {
      case 'accidents':
        return t('scheme.condition.accidents', {
          count: condition.count,
          level: SEVERITY_TEXT[condition.atLeast][language],
        });
      case 'talks':
        return t('scheme.condition.talks', {
          count: condition.count,
          by: condition.by.join(language === 'zh' ? '、' : ', '),
        });
      case 'score-below':
        return t(`scheme.condition.${condition.of}`, { value: condition.value });
    }
  };
}

function Vetoes({ scheme }: SchemeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useConditionWords();
  return (
    <ul className="rules-list">
      {scheme.vetoes.map((veto) => (
        <li key={veto.id}>
          <strong>{nameOf(veto, language)}</strong>
          {t('app.colon')}
          {words(veto.when)} →{' '}
          {veto.grade
            ? t('scheme.effect.own', { grade: gradeLabel(scheme, veto.grade, language) })
            : t(`scheme.effect.${veto.effect}`)}
          <p className="clause-quote" lang="zh-CN">
            <q>{veto.quote}</q>
          </p>
          <ReadingMarks
            names={[...(veto.readings ?? []), ...('readings' in veto.when ? (veto.when.readings ?? []) : [])]}
          />
        </li>
      ))}
    </ul>
  );
}

function Awards({ scheme }: SchemeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useConditionWords();
  if (scheme.awards.length === 0) return <p className="hint">{t('scheme.noAwards')}</p>;
  return (
    <ul className="rules-list">
      {scheme.awards.map((award) => (
        <li key={award.id}>
          <strong>{nameOf(award, language)}</strong>
          {t('app.colon')}
          {t('scheme.grades', { grades: award.grades.map((grade) => gradeLabel(scheme, grade, language)).join('、') })}
          <p className="clause-quote" lang="zh-CN">
            <q>{award.quote}</q>
          </p>
          {award.disqualified.map((ground) => (
            <p key={ground.id} title={ground.quote}>
              {t('scheme.disqualified')}
              {t('app.colon')}
              {words(ground.when)}
            </p>
          ))}
          <ReadingMarks names={award.readings ?? []} />
        </li>
      ))}
    </ul>
  );
}
