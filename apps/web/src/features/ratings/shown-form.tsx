/** A form that is not being filled: submitted, waiting for a signature, signed, or before and after its stage. */
import { isSignedByHead, STAGE_DESCRIPTIONS, stageOfForm } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { ConfirmStep } from './confirm-step';
import { DigestPanel } from './digest-panel';
import { FormSum } from './form-sum';
import { markText } from './marks';
import { PrintedForm } from './printed-form';
import type { FormInUse } from './rating-form-page';
import { formUrl } from './requests';

export function ShownForm({ issued, printed, loaded, onAnswer }: FormInUse) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { role } = useActing().acting;
  const [error, setError] = useState<Error>();
  const url = formUrl({ year: issued.year, ...loaded });
  const isOpen = isStageOpen(issued, printed);
  const step = async (name: 'withdraw' | 'sign') =>
    onAnswer(await request('POST', `${url}/${name}`, { ifMatch: loaded.version }));
  const maySign = role === 'division-head' && loaded.state === 'submitted' && isOpen;
  const mayWithdraw = role !== 'division-head' && loaded.state === 'submitted' && isOpen && !loaded.fromPaper;
  return (
    <div className="rating-page">
      <section className="paper rating-sheet" aria-label={language === 'en' ? printed.titleEn : printed.title}>
        <div className="form-tools">
          <span lang="zh-CN">{t('ratings.ofRater', { name: loaded.raterName })}</span>
          <FormStage {...{ issued, printed, loaded }} isHead={role === 'division-head'} />
          <span className="stretch" />
          <Button onClick={() => window.print()}>{t('ratings.print')}</Button>
        </div>
        {error && <Refusal error={error} />}
        <PrintedForm
          scheme={issued.scheme}
          form={printed}
          units={loaded.units}
          marks={loaded.marks}
          cell={(unit) => <span className="given-mark">{markText(loaded.marks[unit], printed)}</span>}
        />
        <div className="form-foot">
          <FormSum units={loaded.units} marks={loaded.marks} />
          <span className="stretch" />
          {mayWithdraw && (
            <Button onClick={() => void step('withdraw').catch(setError)}>{t('ratings.withdraw')}</Button>
          )}
          {maySign && (
            <ConfirmStep
              label={t('ratings.sign')}
              title={t('ratings.signTitle')}
              confirm={t('ratings.confirmSign')}
              units={loaded.units}
              marks={loaded.marks}
              onConfirm={() => step('sign')}
            />
          )}
        </div>
      </section>
      <DigestPanel issued={issued} unit={loaded.units[0]} units={loaded.units} />
    </div>
  );
}

function isStageOpen({ overview }: FormInUse['issued'], printed: FormInUse['printed']): boolean {
  return overview.stages.some(({ stage, state }) => stage === stageOfForm(printed) && state === 'open');
}

interface FormStageProps extends Pick<FormInUse, 'issued' | 'printed' | 'loaded'> {
  readonly isHead: boolean;
}

/** Where the form stands, in words. */
function FormStage({ issued, printed, loaded, isHead }: FormStageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, nameEn } = STAGE_DESCRIPTIONS[stageOfForm(printed)];
  const closed = isStageOpen(issued, printed) ? '' : t('ratings.closed', { stage: language === 'en' ? nameEn : name });
  return (
    <span className={`form-stage ${loaded.counts ? 'counts' : ''}`} role="status">
      {loaded.counts ? '● ' : ''}
      {t(`ratings.${wordsOf(loaded, { isHead, printed })}`)} {closed}
    </span>
  );
}

function wordsOf(
  { state, counts, fromPaper }: FormInUse['loaded'],
  { isHead, printed }: Pick<FormStageProps, 'isHead' | 'printed'>,
) {
  if (fromPaper) return counts ? 'paper.checked' : 'paper.saved';
  if (state === 'signed') return 'signedNow';
  if (state === 'draft') return isHead ? 'waitsForDivision' : 'states.draft';
  return isSignedByHead(printed) ? 'waitsForHead' : 'submittedLeader';
}
