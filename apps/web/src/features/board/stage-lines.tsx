/** One line a stage: who holds it, since when, until when, how much is done, who is next. Stages that are off are left out. */
import type { BoardStage } from '@kaohe/api-contract';
import { Link } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { StageState, stageSince } from './stage-state';

export function StageLines({ stages }: { readonly stages: readonly BoardStage[] }) {
  const { t } = useTranslation();
  const shown = stages.filter(({ state }) => state !== 'off');
  return (
    <section className="paper stage-lines" aria-label={t('board.stages')}>
      <table className="compact">
        <caption className="visually-hidden">{t('board.stages')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.stage')}</th>
            <th scope="col">{t('board.state')}</th>
            <th scope="col">{t('board.holder')}</th>
            <th scope="col">{t('board.since')}</th>
            <th scope="col">{t('board.due')}</th>
            <th scope="col" className="number">
              {t('board.progress')}
            </th>
            <th scope="col">{t('board.next')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((stage) => (
            <StageLine key={stage.stage} stage={stage} all={stages} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StageLine({ stage, all }: { readonly stage: BoardStage; readonly all: readonly BoardStage[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = (one: BoardStage | undefined) => (language === 'en' ? one?.nameEn : one?.name) ?? '';
  const next = all.find((one) => one.stage === stage.next);
  return (
    <tr className={`stage-${stage.state}`}>
      <th scope="row">
        <Link to="/office/closing" search={keepInOffice}>
          {nameOf(stage)}
        </Link>
        {!stage.inNotice && <small className="chosen"> {t('board.chosen')}</small>}
      </th>
      <td title={stage.reason ?? undefined}>
        <StageState state={stage.state} />
        {stage.reason !== null && (
          <small className="kept-reason"> {t('board.reasonKept', { reason: stage.reason })}</small>
        )}
      </td>
      <td className="holders">
        {stage.holders.map((role) => t(`role.${role}`)).join(language === 'en' ? ', ' : '、')}
      </td>
      <td className="day">{stageSince(stage)}</td>
      <td className={stage.late ? 'due is-late' : 'due'}>
        {stage.dueOn ?? '–'}
        {stage.late && <strong> {t('board.late')}</strong>}
      </td>
      <td className="number">{stage.total === null ? '–' : `${stage.done ?? 0}/${stage.total}`}</td>
      <td>{nameOf(next) || '–'}</td>
    </tr>
  );
}
