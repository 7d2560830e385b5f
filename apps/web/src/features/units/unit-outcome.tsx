/** A unit's outcome in one strip: total, grade, rank, sheet and bonus, parts, veto, award. */
import type { AssessedUnit, AwardDecision, ExplanationKind, Interval } from '@kaohe/scoring';
import type { ReactNode } from 'react';
import { WhyLink } from '../../shared/address/why-link';
import { unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { GradeWords } from '../../shared/assessment/grade-words';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import { decimalsOf, formatScore } from '../../shared/scores/format-score';
import { ScoreBar } from '../../shared/scores/score-bar';

export function UnitOutcome({ unit }: { readonly unit: AssessedUnit }) {
  const { t } = useTranslation();
  const { program } = useAssessment().assessment;
  const { scored, rank } = unit;
  const language = useLanguage();
  const name = scored.facts.unit;
  const ranks = rank && [...new Set([rank.least, rank.most])].join('–');
  const composed = scored.parts.length > 1; // a sheet alone is its own total
  const digits = composed ? 2 : 0;
  const [least, most = least] = formatScore(scored.total, digits).split('–');
  return (
    <div className="paper outcome">
      <div className="outcome-line">
        <dl>
          <Entry term={t('results.total')} wide>
            <Score unit={name} kind="total" id={name} value={scored.total} what={t('results.total')} digits={digits} />
          </Entry>
          {unit.decision.grades.length > 0 && (
            <Entry term={t('results.grade')}>
              <GradeWords unit={unit} program={program} />
            </Entry>
          )}
          <Entry term={t('unit.rank')}>{ranks ?? t('unit.noRank')}</Entry>
          {composed && <PartEntries unit={unit} />}
          <Entry term={t('unit.sheetScore')}>
            <Score
              unit={name}
              kind="sheet"
              id={scored.facts.sheet}
              value={scored.sheetScore}
              what={t('unit.sheetScore')}
              digits={composed ? 1 : 0}
            />
          </Entry>
          <Entry term={t('unit.bonus')}>
            <Score unit={name} kind="bonus" id="bonus" value={scored.bonus.score} what={t('unit.bonus')} digits={0} />
          </Entry>
          {unit.decision.awards.map((decision, _index, all) => (
            <Entry key={decision.award.id} term={all.length > 1 ? nameOf(decision.award, language) : t('unit.award')}>
              <AwardWords decision={decision} />
            </Entry>
          ))}
        </dl>
        <div className="outcome-bar">
          <ScoreBar
            total={scored.total}
            fullMarks={program.fullMarks}
            bands={program.bands}
            parts={composed ? scored.parts.map(({ compiled, score }) => ({ id: compiled.part.id, score })) : undefined}
            label={t('results.interval', { least, most })}
          />
        </div>
      </div>
      <VetoLines unit={unit} />
    </div>
  );
}

function PartEntries({ unit: { scored } }: { readonly unit: AssessedUnit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      {scored.parts.map(({ compiled: { part }, score, rating }) => {
        const term = nameOf(part, language);
        return (
          <Entry key={part.id} term={t('results.weighted', { name: term, weight: part.weight })}>
            <Score
              unit={scored.facts.unit}
              kind="part"
              id={part.id}
              value={score}
              what={term}
              digits={rating ? 0 : 2}
            />
          </Entry>
        );
      })}
    </>
  );
}

interface EntryProps {
  readonly term: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

function Entry({ term, wide, children }: EntryProps) {
  return (
    <div className={wide ? 'entry wide' : 'entry'}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface ScoreProps {
  readonly unit: string;
  readonly kind: ExplanationKind;
  readonly id: string;
  readonly value: Interval;
  readonly what: string;
  readonly digits: number;
}

function Score({ unit, kind, id, value, what, digits }: ScoreProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const text = formatScore(value, decimalsOf([value], digits));
  return (
    <WhyLink
      target={{ unit, kind, id }}
      label={t('results.why', { value: text, unit: unitLabel(scheme, unit, language), what })}
    >
      {text}
    </WhyLink>
  );
}

function AwardWords({ decision: { eligible, why } }: { readonly decision: AwardDecision }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = why.map((ground) => ground[language]).join(language === 'zh' ? '、' : ', ');
  if (eligible === 'yes') return <>{t('unit.awardYes')}</>;
  return <>{eligible === 'no' ? t('unit.awardNo', { why: words }) : t('unit.awardUndecided', { why: words })}</>;
}

function VetoLines({ unit: { decision } }: { readonly unit: AssessedUnit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      {decision.vetoes.map(({ veto, why }) => (
        <p key={veto.id} className="veto-line">
          <strong>■ {t('results.veto')}</strong>
          {t('app.colon')}
          {why[language]} <q lang="zh-CN">{veto.quote}</q>
        </p>
      ))}
      {decision.possibleVetoes.map(({ veto, why }) => (
        <p key={veto.id} className="possible-veto-line">
          <strong>□ {t('results.possibleVeto')}</strong>
          {t('app.colon')}
          {why[language]} <q lang="zh-CN">{veto.quote}</q>
        </p>
      ))}
    </>
  );
}
