/** The staircase: after each assumption the interval, drawn beneath the one before it, the grades and ranks still possible. */
import Button from 'antd/es/button';
import { useAssessment } from '../../shared/assessment/assessment';
import { GradeWords } from '../../shared/assessment/grade-words';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { decimalsOf, formatScore } from '../../shared/scores/format-score';
import type { Narrowed } from './assumptions';
import type { Domain } from './domain';
import { DomainScale, IntervalLine } from './interval-line';
import { RankWords } from './rank-words';
import { bestWords, openThing } from './what-is-open';

interface StepsTableProps {
  readonly stages: readonly Narrowed[];
  readonly domain: Domain;
  readonly onKeep: (count: number) => void;
}

export function StepsTable({ stages, domain, onKeep }: StepsTableProps) {
  const { t } = useTranslation();
  const graded = stages.some(({ unit }) => unit.decision.grades.length > 0);
  const digits = decimalsOf(
    stages.map(({ unit }) => unit.scored.total),
    0,
  );
  return (
    <div className="paper">
      <table className="steps">
        <caption>
          {t('bounds.steps')}
          {stages.length > 1 && (
            <Button size="small" onClick={() => onKeep(0)}>
              {t('bounds.reset')}
            </Button>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('bounds.step')}</th>
            <th scope="col" className="line">
              <span className="visually-hidden">{t('bounds.scale', { from: domain.from, to: domain.to })}</span>
              <DomainScale domain={domain} bands={[]} />
            </th>
            <th scope="col" className="number">
              {t('bounds.interval')}
            </th>
            {graded && <th scope="col">{t('bounds.grades')}</th>}
            <th scope="col">{t('bounds.ranks')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('bounds.undo')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, index) => (
            <StepRow
              key={stage.assumption?.id ?? ''}
              stages={{ stage, before: stages[index - 1] }}
              drawing={{ domain, digits, graded }}
              onUndo={() => onKeep(index - 1)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface StepRowProps {
  readonly stages: { readonly stage: Narrowed; readonly before: Narrowed | undefined };
  readonly drawing: { readonly domain: Domain; readonly digits: number; readonly graded: boolean };
  readonly onUndo: () => void;
}

function StepRow({ stages: { stage, before }, drawing: { domain, digits, graded }, onUndo }: StepRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { program } = useAssessment().assessment;
  const { unit, assumption } = stage;
  const { total } = unit.scored;
  const score = formatScore(total, digits);
  const [least, most = least] = score.split('–');
  const what = assumption ? openThing(stage, assumption.id, { t, language }).short : t('bounds.start');
  return (
    <tr>
      <th scope="row">
        {what}
        {assumption && (
          <small className={assumption.end}>
            {assumption.end === 'best' ? bestWords(assumption.id, t) : t('bounds.worst')}
          </small>
        )}
      </th>
      <td className="line">
        <IntervalLine
          domain={domain}
          interval={total}
          before={before?.unit.scored.total}
          bands={program.bands}
          label={t('bounds.line', { what, least, most })}
        />
      </td>
      <td className="number">{score}</td>
      {graded && (
        <td>
          <GradeWords unit={unit} program={program} />
        </td>
      )}
      <td className="rank">
        <RankWords rank={unit.rank} />
      </td>
      <td>
        {assumption && (
          <Button size="small" type="text" aria-label={`${t('bounds.undo')}${t('app.colon')}${what}`} onClick={onUndo}>
            ×
          </Button>
        )}
      </td>
    </tr>
  );
}
