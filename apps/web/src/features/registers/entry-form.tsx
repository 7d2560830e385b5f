/** The form row above the table: a new entry, or a version of one. What is typed stays in this browser until it is entered. */
import type { RegisterEntry } from '@kaohe/api-contract';
import { SEVERITY_TEXT } from '@kaohe/scoring';
import Button from 'antd/es/button';
import { type FormEvent, useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { RequestRefused } from '../../shared/office/client';
import { useDraft } from '../../shared/office/draft';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { typedSeverity, typedWindow } from './accident-words';
import { sentOf, valuesOf } from './entry-body';
import { fieldsOf, type Values } from './entry-fields';
import { FieldControl } from './field-control';
import { indicatorsFor, ratioText } from './indicators';
import type { RegisterInUse } from './registers-page';
import { addEntry, changeEntry } from './requests';
import { StaleChoice } from './stale-choice';

interface EntryFormProps extends RegisterInUse {
  /** The entry another version is made of; left out: a new one. */
  readonly edited: RegisterEntry | undefined;
  readonly onDone: () => void;
}

export function EntryForm({ edited, onDone, ...inUse }: EntryFormProps) {
  const { issued, register, onChanged } = inUse;
  const { t } = useTranslation();
  const language = useLanguage();
  const { login } = useActing();
  const place = { year: issued.year, register };
  const id = `${issued.year}/${register}/${edited?.entry ?? 'new'}`;
  const [draft, setDraft] = useDraft<Values>({ login, noun: 'register', id });
  const [error, setError] = useState<Error>();
  const values = draft ?? (edited ? valuesOf(register, edited) : startOf(inUse));
  const fields = fieldsOf(register, { scheme: issued.scheme, language, values });
  const send = async (over: RegisterEntry | undefined) => {
    setError(undefined);
    try {
      const sent = sentOf(register, { fields, values, before: over });
      await (over ? changeEntry(place, over, sent) : addEntry(place, sent));
      setDraft(undefined);
      onChanged();
      onDone();
    } catch (failure) {
      setError(failure as Error);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(edited);
  };
  const current = staleOf(error);
  const leave = () => {
    setDraft(undefined);
    onDone();
  };
  return (
    <form className="paper entry-form" aria-label={t('registers.form')} onSubmit={onSubmit}>
      <div className="entry-fields">
        {fields.map((field) => (
          <FieldControl
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            onChange={(value) => setDraft({ ...values, [field.name]: value })}
          />
        ))}
        <span className="entry-buttons">
          <Button type="primary" htmlType="submit">
            {t(edited ? 'registers.save' : 'registers.enter')}
          </Button>
          {(edited || draft) && <Button onClick={leave}>{t(edited ? 'registers.leave' : 'registers.clear')}</Button>}
        </span>
      </div>
      <Computed {...inUse} values={values} />
      {edited && <p className="count">{t('registers.editing', { version: edited.version + 1 })}</p>}
      {error && !current && <Refusal error={error} />}
      {current && (
        <StaleChoice
          own={sentOf(register, { fields, values, before: current }).body}
          current={current}
          onOwn={() => void send(current)}
          onTheirs={() => {
            onChanged();
            leave();
          }}
        />
      )}
    </form>
  );
}

/** A new accident carries the next number. */
function startOf({ register, entries }: Pick<RegisterInUse, 'register' | 'entries'>): Values {
  if (register !== 'accidents') return {};
  const last = Math.max(0, ...entries.map(({ body }) => Number(/^A-(\d+)$/.exec(String(body.id))?.[1] ?? 0)));
  return { id: `A-${`${last + 1}`.padStart(2, '0')}`, responsible: 'yes' };
}

/** What is there now, where somebody else changed it after it was opened. */
function staleOf(error: Error | undefined): RegisterEntry | undefined {
  if (!(error instanceof RequestRefused) || error.problem.code !== 'stale-edit') return undefined;
  return error.problem.current as RegisterEntry;
}

/** What follows from the numbers while they are typed. */
function Computed({
  issued,
  register,
  values,
}: Pick<RegisterInUse, 'issued' | 'register'> & { readonly values: Values }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { deaths = '', seriousInjuries = '', directEconomicLossYuan = '', on = '', industry = '' } = values;
  if (register === 'accidents' && `${deaths}${seriousInjuries}${directEconomicLossYuan}` !== '') {
    const severity = typedSeverity({ deaths, seriousInjuries, directEconomicLossYuan });
    const until = typedWindow(on, industry);
    if (!severity) return null;
    return (
      <p className="computed" role="status">
        {t('registers.levelNow', { level: SEVERITY_TEXT[severity][language] })}{' '}
        {until && t(until >= issued.overview.today ? 'registers.windowOpen' : 'registers.windowOver', { until })}
      </p>
    );
  }
  if (register !== 'indicators') return null;
  const quantity = indicatorsFor(issued.scheme, values.unit).find(({ name }) => name === values.indicator);
  const ratio = ratioText(values.numerator ?? '', values.denominator ?? '', quantity);
  return ratio === undefined ? null : (
    <p className="computed" role="status">
      {t('registers.ratioNow', { ratio })}
    </p>
  );
}
