/** Before a stage of the office's own choice is switched on: what that does, its last day, and whether it opens at once. */
import type { StageOfYear } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { DayField } from '../../shared/office/day-field';
import { opensAs, useStageWords } from './stage-words';

interface SwitchOnFormProps {
  readonly stage: StageOfYear;
  readonly stages: readonly StageOfYear[];
  readonly busy: boolean;
  readonly onSwitchOn: (change: { state: 'open' | 'waiting'; dueOn: string | null }) => void;
  readonly onCancel: () => void;
}

export function SwitchOnForm({ stage, stages, busy, onSwitchOn, onCancel }: SwitchOnFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = language === 'en' ? stage.nameEn : stage.name;
  const { holders, waitsFor } = useStageWords(stage, stages);
  const [dueOn, setDueOn] = useState(stage.dueOn ?? '');
  const mayOpen = waitsFor === '';
  const send = (form: HTMLFormElement | null, state: 'open' | 'waiting') => {
    if (form?.reportValidity()) onSwitchOn({ state, dueOn: dueOn === '' ? null : dueOn });
  };
  return (
    <form
      className="switch-on"
      aria-label={t('closing.switchOnOf', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget, mayOpen ? 'open' : 'waiting');
      }}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <p>{t('closing.switchOnWhat', { name, holders })}</p>
      {!mayOpen && <p className="rows-open">{t('closing.opensAfter', { stages: waitsFor })}</p>}
      <div className="row-buttons">
        <span>{t('closing.dueOnAsked')}</span>
        <DayField autoFocus size="small" aria-label={t('closing.dueOn', { name })} value={dueOn} onChange={setDueOn} />
        {mayOpen && (
          <Button type="primary" htmlType="submit" disabled={busy}>
            {t(`closing.switchOnOpen.${opensAs(stage)}`)}
          </Button>
        )}
        {mayOpen ? (
          <Button disabled={busy} onClick={({ currentTarget }) => send(currentTarget.closest('form'), 'waiting')}>
            {t('closing.switchOnOnly')}
          </Button>
        ) : (
          <Button type="primary" htmlType="submit" disabled={busy}>
            {t('closing.switchOnOnly')}
          </Button>
        )}
        <Button onClick={onCancel}>{t('closing.cancel')}</Button>
      </div>
    </form>
  );
}
