/** A rater's own form while it may be filled: typed, saved by itself, submitted once. */
import Button from 'antd/es/button';
import { useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { ConfirmStep } from './confirm-step';
import { ConflictChoice } from './conflict-choice';
import { DigestPanel } from './digest-panel';
import { FormSum } from './form-sum';
import { MarkField } from './mark-fields';
import { marksOf } from './marks';
import { PrintedForm } from './printed-form';
import type { FormInUse } from './rating-form-page';
import { formUrl } from './requests';
import { useRatingDraft } from './use-rating-draft';

export function FilledForm({ issued, printed, loaded, onAnswer }: FormInUse) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { login } = useActing();
  const [current, setCurrent] = useState<string>();
  const url = formUrl({ year: issued.year, ...loaded });
  const place = { login, noun: 'rating', id: `${issued.year}/${loaded.form}/${loaded.rater}` };
  const draft = useRatingDraft(loaded, { url, place, form: printed });
  const marks = marksOf(draft.typed, printed);
  const submit = async () => {
    const version = await draft.flush();
    if (version !== undefined) onAnswer(await request('POST', `${url}/submit`, { ifMatch: version }));
  };
  return (
    <div className="rating-page">
      <section className="paper rating-sheet" aria-label={language === 'en' ? printed.titleEn : printed.title}>
        <div className="form-tools">
          <span lang="zh-CN">{t('ratings.ofRater', { name: loaded.raterName })}</span>
          <span className={`save-state ${draft.state}`} role="status">
            {t(`ratings.saves.${draft.state}`)}
          </span>
          <span className="stretch" />
          <span className="key-hint">{t('ratings.keys')}</span>
          <Button onClick={() => window.print()}>{t('ratings.print')}</Button>
        </div>
        {draft.error && <Refusal error={draft.error} />}
        {draft.conflict && <ConflictChoice units={loaded.units} conflict={draft.conflict} onSettle={draft.settle} />}
        <PrintedForm
          scheme={issued.scheme}
          form={printed}
          units={loaded.units}
          marks={marks}
          current={current}
          cell={(unit) => (
            <MarkField
              form={printed}
              unit={unit}
              typed={draft.typed[unit] ?? ''}
              disabled={draft.conflict !== undefined}
              onChange={(text) => draft.change(unit, text)}
              onFocus={() => setCurrent(unit)}
            />
          )}
        />
        <div className="form-foot">
          <FormSum units={loaded.units} marks={marks} />
          <span className="stretch" />
          <ConfirmStep
            className="after-marks"
            label={t('ratings.submit')}
            title={t('ratings.submitTitle', { count: loaded.units.length })}
            hint={t('ratings.submitHint')}
            confirm={t('ratings.confirm')}
            disabled={loaded.units.some((unit) => marks[unit] === undefined) || draft.conflict !== undefined}
            units={loaded.units}
            marks={marks}
            onConfirm={submit}
          />
        </div>
      </section>
      <DigestPanel issued={issued} unit={current ?? loaded.units[0]} units={loaded.units} />
    </div>
  );
}
