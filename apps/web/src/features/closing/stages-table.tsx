/** The stages with what the office may do to each; what is missing is listed before a stage closes without it. */
import type { StageOfYear, StageState as State } from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { RequestRefused, request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { StageState, stageSince } from '../board/stage-state';
import { DueField } from './due-field';
import { type Missing, MissingList } from './missing-list';
import { ReasonForm } from './reason-form';
import { yearUrl } from './requests';

interface StagesTableProps {
  readonly year: string;
  readonly stages: readonly StageOfYear[];
  readonly mayChange: boolean;
}

export function StagesTable({ year, stages, mayChange }: StagesTableProps) {
  const { t } = useTranslation();
  return (
    <section className="paper closing-part" aria-label={t('closing.stages')}>
      <table className="compact">
        <caption className="visually-hidden">{t('closing.stages')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.stage')}</th>
            <th scope="col">{t('board.state')}</th>
            <th scope="col">{t('board.since')}</th>
            <th scope="col">{t('board.due')}</th>
            <th scope="col">{t('board.holder')}</th>
            {mayChange && <th scope="col">{t('closing.acts')}</th>}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <StageLine key={stage.stage} year={year} stage={stage} mayChange={mayChange} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Move = 'open' | 'close' | 'reopen' | 'takeBack' | 'switchOn' | 'switchOff';
const TO: Readonly<Record<Move, State>> = {
  open: 'open',
  close: 'closed',
  reopen: 'open',
  takeBack: 'waiting',
  switchOn: 'waiting',
  switchOff: 'off',
};
const NEEDS_REASON: readonly Move[] = ['reopen', 'takeBack'];

function movesOf({ state, inNotice }: StageOfYear): Move[] {
  switch (state) {
    case 'off':
      return ['switchOn'];
    case 'waiting':
      return inNotice ? ['open'] : ['open', 'switchOff'];
    case 'open':
      return ['close', 'takeBack'];
    case 'closed':
      return ['reopen'];
  }
}

interface StageLineProps {
  readonly year: string;
  readonly stage: StageOfYear;
  readonly mayChange: boolean;
}

function StageLine({ year, stage, mayChange }: StageLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = language === 'en' ? stage.nameEn : stage.name;
  const change = useStageChange(year, stage);
  const [asking, setAsking] = useState<Move>();
  const missing = missingOf(change.error);
  const move = (wanted: Move, reason?: string) => {
    setAsking(undefined);
    void change.send({ state: TO[wanted], ...(reason !== undefined && { reason }) });
  };
  return (
    <>
      <tr>
        <th scope="row">
          {name}
          {!stage.inNotice && <small className="chosen"> {t('board.chosen')}</small>}
        </th>
        <td>
          <StageState state={stage.state} />
          {stage.reason !== null && (
            <small className="kept-reason"> {t('board.reasonKept', { reason: stage.reason })}</small>
          )}
        </td>
        <td className="day">{stageSince(stage)}</td>
        <td className={stage.late ? 'is-late' : undefined}>
          {mayChange && stage.state !== 'off' ? (
            <DueField
              key={stage.dueOn}
              label={t('closing.dueOn', { name })}
              dueOn={stage.dueOn}
              onChange={(dueOn) => change.send({ dueOn })}
            />
          ) : (
            (stage.dueOn ?? '–')
          )}
          {stage.late && <strong> {t('board.late')}</strong>}
        </td>
        <td>{stage.holders.map((role) => t(`role.${role}`)).join(language === 'en' ? ', ' : '、')}</td>
        {mayChange && (
          <td className="row-buttons">
            {movesOf(stage).map((wanted) => (
              <Button
                key={wanted}
                size="small"
                disabled={change.busy}
                aria-label={`${name}：${t(`closing.${wanted}`)}`}
                onClick={() => (NEEDS_REASON.includes(wanted) ? setAsking(wanted) : move(wanted))}
              >
                {t(`closing.${wanted}`)}
              </Button>
            ))}
          </td>
        )}
      </tr>
      {(asking !== undefined || change.error !== undefined) && (
        <tr>
          <td colSpan={6}>
            {asking !== undefined && (
              <ReasonForm
                label={t('closing.reasonFor', { name })}
                button={t(`closing.${asking}`)}
                onReason={(reason) => move(asking, reason)}
                onCancel={() => setAsking(undefined)}
              />
            )}
            <Refusal error={change.error} />
            {missing && (
              <>
                <MissingList missing={missing} />
                <ReasonForm
                  label={t('closing.reasonFor', { name })}
                  button={t('closing.closeAnyway')}
                  onReason={(reason) => move('close', reason)}
                />
              </>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

function useStageChange(year: string, stage: StageOfYear) {
  const queries = useQueryClient();
  const { busy, error, run } = useWork();
  const send = (body: object) =>
    run(async () => {
      try {
        await request('PATCH', `${yearUrl(year)}/stages/${stage.stage}`, { body, ifMatch: stage.version });
      } finally {
        await queries.invalidateQueries({ queryKey: ['office', year] });
      }
    });
  return { busy, error, send };
}

/** What the server listed as missing before the stage may close. */
function missingOf(error: unknown): readonly Missing[] | undefined {
  if (!(error instanceof RequestRefused) || !Array.isArray(error.problem.missing)) return undefined;
  return error.problem.missing.length > 0 ? (error.problem.missing as Missing[]) : undefined;
}
