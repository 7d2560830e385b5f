/** The stages of the year for whoever works on a part of it: what is going on, until when, and which stages are theirs. */
import type { StageOfYear } from '@kaohe/api-contract';
import { Fragment } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { useActing } from '../../shared/office/session';
import { StageState, stageSince } from './stage-state';
import './year-calendar.css';

export function YearCalendar({ stages }: { readonly stages: readonly StageOfYear[] }) {
  const { t } = useTranslation();
  return (
    <section className="paper year-calendar" aria-label={t('board.calendar')}>
      <h2>{t('board.calendar')}</h2>
      <table className="compact">
        <caption className="visually-hidden">{t('board.calendar')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.stage')}</th>
            <th scope="col">{t('board.state')}</th>
            <th scope="col">{t('board.since')}</th>
            <th scope="col">{t('board.due')}</th>
            <th scope="col">{t('board.holder')}</th>
          </tr>
        </thead>
        <tbody>
          {stages
            .filter(({ state }) => state !== 'off')
            .map((stage) => (
              <CalendarLine key={stage.stage} stage={stage} />
            ))}
        </tbody>
      </table>
    </section>
  );
}

function CalendarLine({ stage }: { readonly stage: StageOfYear }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { role } = useActing().acting;
  return (
    <tr>
      <th scope="row">
        {language === 'en' ? stage.nameEn : stage.name}
        {!stage.inNotice && <small className="chosen"> {t('board.chosen')}</small>}
      </th>
      <td>
        <StageState state={stage.state} />
      </td>
      <td className="day">{stageSince(stage)}</td>
      <td className={stage.late ? 'day is-late' : 'day'}>
        {stage.dueOn ?? '–'}
        {stage.late && <strong> {t('board.late')}</strong>}
      </td>
      <td>
        {stage.holders.map((holder, index) => (
          <Fragment key={holder}>
            {index > 0 && (language === 'en' ? ', ' : '、')}
            {holder === role ? (
              <strong>
                {t(`role.${holder}`)}
                {t('board.you')}
              </strong>
            ) : (
              t(`role.${holder}`)
            )}
          </Fragment>
        ))}
      </td>
    </tr>
  );
}
