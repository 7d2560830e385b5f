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
import { opensAs, useStageWords } from './stage-words';
import { SwitchOnForm } from './switch-on-form';

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
            <StageLine key={stage.stage} year={year} stage={stage} stages={stages} mayChange={mayChange} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Move = 'open' | 'close' | 'reopen' | 'takeBack' | 'switchOn' | 'switchOff';
/** Moves that ask for something first: a reason, or when the stage ends and whether it opens at once. */
const ASKING = ['reopen', 'takeBack', 'switchOn'] as const;
type Asking = (typeof ASKING)[number];
const TO: Readonly<Record<Exclude<Move, 'switchOn'>, State>> = {
  open: 'open',
  close: 'closed',
  reopen: 'open',
  takeBack: 'waiting',
  switchOff: 'off',
};

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

interface StageLineProps extends StagesTableProps {
  readonly stage: StageOfYear;
}

function StageLine({ year, stage, stages, mayChange }: StageLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = language === 'en' ? stage.nameEn : stage.name;
  const { holders } = useStageWords(stage, stages);
  const change = useStageChange(year, stage);
  const [asking, setAsking] = useState<Asking>();
  const send = (body: object) => {
    setAsking(undefined);
    void change.send(body);
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
          {mayChange && isOn(stage) && <NotOpenYet stage={stage} stages={stages} />}
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
        <td>{holders}</td>
        {mayChange && (
          <td className="row-buttons">
            {movesOf(stage).map((wanted) => (
              <MoveButton
                key={wanted}
                stage={stage}
                move={wanted}
                busy={change.busy}
                onClick={() => (isAsking(wanted) ? setAsking(wanted) : send({ state: TO[wanted] }))}
              />
            ))}
          </td>
        )}
      </tr>
      {(asking !== undefined || change.error !== undefined) && (
        <tr>
          <td colSpan={6}>
            <Asked {...{ stage, stages, asking, name, send }} change={change} onCancel={() => setAsking(undefined)} />
          </td>
        </tr>
      )}
    </>
  );
}

interface AskedProps extends Pick<StageLineProps, 'stage' | 'stages'> {
  readonly asking: Asking | undefined;
  readonly name: string;
  readonly change: Pick<ReturnType<typeof useStageChange>, 'busy' | 'error'>;
  readonly send: (body: object) => void;
  readonly onCancel: () => void;
}

/** What a move needs to be told first, and what the server said of the last one. */
function Asked({ stage, stages, asking, name, change: { busy, error }, send, onCancel }: AskedProps) {
  const { t } = useTranslation();
  const missing = missingOf(error);
  const label = t('closing.reasonFor', { name });
  return (
    <>
      {asking === 'switchOn' && <SwitchOnForm {...{ stage, stages, busy, onCancel }} onSwitchOn={send} />}
      {asking !== undefined && asking !== 'switchOn' && (
        <ReasonForm
          label={label}
          button={t(`closing.${asking}`)}
          onReason={(reason) => send({ state: TO[asking], reason })}
          onCancel={onCancel}
        />
      )}
      <Refusal error={error} />
      {missing && (
        <>
          <MissingList missing={missing} />
          <ReasonForm
            label={label}
            button={t('closing.closeAnyway')}
            onReason={(reason) => send({ state: TO.close, reason })}
          />
        </>
      )}
    </>
  );
}

const isAsking = (move: Move): move is Asking => ASKING.some((one) => one === move);

/** Switched on by the office, and not open yet: the moment at which people think it is. */
const isOn = ({ state, inNotice }: StageOfYear): boolean => state === 'waiting' && !inNotice;

function NotOpenYet({ stage, stages }: Pick<StageLineProps, 'stage' | 'stages'>) {
  const { t } = useTranslation();
  const { holders, waitsFor } = useStageWords(stage, stages);
  return (
    <small className="not-open-yet">
      {waitsFor === '' ? t('closing.notOpenYet', { holders }) : t('closing.opensAfter', { stages: waitsFor })}
    </small>
  );
}

interface MoveButtonProps {
  readonly stage: StageOfYear;
  readonly move: Move;
  readonly busy: boolean;
  readonly onClick: () => void;
}

function MoveButton({ stage, move, busy, onClick }: MoveButtonProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = move === 'open' ? t(`closing.opens.${opensAs(stage)}`) : t(`closing.${move}`);
  return (
    <Button
      size="small"
      type={move === 'open' && isOn(stage) ? 'primary' : 'default'}
      disabled={busy}
      aria-label={`${language === 'en' ? stage.nameEn : stage.name}：${words}`}
      onClick={onClick}
    >
      {words}
    </Button>
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
