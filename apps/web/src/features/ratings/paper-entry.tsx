/** The counting clerk's view: a form signed on paper is entered with its scan, and checked by another clerk. */
import type { RatingFormJson } from '@kaohe/api-contract';
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { keepInOffice } from '../../shared/address/use-address';
import { UploadField } from '../../shared/evidence/upload-field';
import { useUploads } from '../../shared/evidence/use-uploads';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { FormSum } from './form-sum';
import { MarkField } from './mark-fields';
import { marksOf } from './marks';
import { PrintedForm } from './printed-form';
import type { FormInUse } from './rating-form-page';
import { formUrl, scanUrl } from './requests';
import { hasPaperDraft, usePaperDraft } from './use-paper-draft';

export function PaperEntry(inUse: FormInUse) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { issued, printed, loaded, onAnswer } = inUse;
  const { login } = useActing();
  const [again, setAgain] = useState(() => hasPaperDraft(login, issued.year, loaded));
  const [error, setError] = useState<Error>();
  const isOnline = loaded.version > 0 && !loaded.fromPaper;
  const isEntered = loaded.fromPaper && !again;
  if (!isOnline && !isEntered)
    return (
      <EnteredForm
        {...inUse}
        onAnswer={(answer) => {
          setAgain(false);
          onAnswer(answer);
        }}
      />
    );
  const check = async () =>
    onAnswer(await request('POST', `${formUrl({ year: issued.year, ...loaded })}/check`, { ifMatch: loaded.version }));
  return (
    <section className="paper rating-sheet" aria-label={language === 'en' ? printed.titleEn : printed.title}>
      <div className="form-tools">
        <span lang="zh-CN">{t('ratings.ofRater', { name: loaded.raterName })}</span>
        <span role="status">
          {t(isOnline ? 'ratings.paper.online' : loaded.checked ? 'ratings.paper.checked' : 'ratings.paper.saved')}
        </span>
        <span className="stretch" />
        <BackToRaters />
        {loaded.scan && (
          <a href={scanUrl(issued.year, loaded.scan)} target="_blank" rel="noreferrer">
            {t('ratings.paper.open')}
          </a>
        )}
      </div>
      {error && <Refusal error={error} />}
      <PrintedForm
        scheme={issued.scheme}
        form={printed}
        units={loaded.units}
        marks={loaded.marks}
        cell={(unit) => <span className="given-mark">{loaded.marks[unit] ?? ''}</span>}
      />
      <div className="form-foot">
        <FormSum units={loaded.units} marks={loaded.marks} />
        <span className="stretch" />
        {loaded.fromPaper && <Button onClick={() => setAgain(true)}>{t('ratings.paper.again')}</Button>}
        {loaded.fromPaper && !loaded.checked && (
          <Button type="primary" onClick={() => void check().catch(setError)}>
            {t('ratings.paper.check')}
          </Button>
        )}
      </div>
    </section>
  );
}

function EnteredForm({ issued, printed, loaded, onAnswer }: FormInUse) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = { year: issued.year, unit: '', purpose: 'ballot' } as const;
  const target = `${loaded.form}/${loaded.rater}`;
  const items = useUploads(place).filter((item) => item.target === target);
  const { typed, scan, type, settle } = usePaperDraft(issued.year, loaded, items);
  const [error, setError] = useState<Error>();
  const marks = marksOf(typed, printed);
  const isComplete = loaded.units.every((unit) => marks[unit] !== undefined);
  const save = async () => {
    const url = `${formUrl({ year: issued.year, ...loaded })}/paper`;
    const answer = await request<RatingFormJson>('PUT', url, { body: { marks, scan }, ifMatch: loaded.version });
    settle();
    onAnswer(answer);
  };
  return (
    <section className="paper rating-sheet" aria-label={language === 'en' ? printed.titleEn : printed.title}>
      <p>
        <strong>{t('ratings.paper.title')}</strong> {t('ratings.paper.hint')}
      </p>
      <div className="form-tools">
        <span lang="zh-CN">{t('ratings.ofRater', { name: loaded.raterName })}</span>
        <UploadField
          place={place}
          target={target}
          items={items}
          label={t('ratings.paper.scan')}
          accept="application/pdf,image/png,image/jpeg"
          isSingle
        />
        <span className="stretch" />
        <BackToRaters />
      </div>
      {error && <Refusal error={error} />}
      <PrintedForm
        scheme={issued.scheme}
        form={printed}
        units={loaded.units}
        marks={marks}
        cell={(unit) => (
          <MarkField form={printed} unit={unit} typed={typed[unit] ?? ''} onChange={(text) => type(unit, text)} />
        )}
      />
      <div className="form-foot">
        <FormSum units={loaded.units} marks={marks} />
        <span className="stretch" />
        {!scan && <span className="missing">{t('ratings.paper.needScan')}</span>}
        <Button
          type="primary"
          className="after-marks"
          disabled={!isComplete || !scan}
          onClick={() => void save().catch(setError)}
        >
          {t('ratings.paper.save')}
        </Button>
      </div>
    </section>
  );
}

function BackToRaters() {
  const { t } = useTranslation();
  return (
    <Link to="/office/ratings" search={keepInOffice}>
      {t('ratings.back')}
    </Link>
  );
}
