/** One day at a unit: the methods used and the places seen. What is typed stays in this browser until it is entered. */
import { HALF_DAYS, type RegisterBody, VISIT_METHODS } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { DayField } from '../../shared/office/day-field';
import { useDraft } from '../../shared/office/draft';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { METHOD_KEYS } from './method-keys';
import { type Drawn, PlaceFields } from './place-fields';
import { type EntryOf, visitsUrl } from './requests';
import type { UnitVisits } from './visit-page';

type Body = RegisterBody<'visits'>;

interface VisitFormProps extends UnitVisits {
  readonly drawn: Drawn | undefined;
  readonly edited: EntryOf<'visits'> | undefined;
  readonly onDone: () => void;
}

export function VisitForm({ issued, unit, drawn, edited, onDone }: VisitFormProps) {
  const { t } = useTranslation();
  const { login } = useActing();
  const id = `${issued.year}/${unit}/${edited?.entry ?? 'new'}/${drawn?.draw ?? ''}`;
  const [draft, setDraft] = useDraft<Body>({ login, noun: 'visit', id });
  const [error, setError] = useState<Error>();
  const dayId = useId();
  const start: Body = edited?.body ?? {
    on: issued.overview.today,
    halves: [...HALF_DAYS],
    methods: [],
    places: [],
  };
  const body: Body = draft ?? withDrawn(start, drawn);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const sent = { unit, body: { ...body, places: body.places.filter(({ name }) => name.trim() !== '') } };
    const url = visitsUrl(issued.year, 'visits');
    const written = edited
      ? request('PUT', `${url}/${edited.entry}`, { body: sent, ifMatch: edited.version })
      : request('POST', url, { body: sent });
    written.then(() => {
      setDraft(undefined);
      onDone();
    }, setError);
  };
  const leave = () => {
    setDraft(undefined);
    onDone();
  };
  return (
    <form className="paper visit-form" aria-label={t('visits.form')} onSubmit={onSubmit}>
      <div className="visit-line">
        <div className="visit-field">
          <label htmlFor={dayId}>{t('visits.day')}</label>
          <DayField id={dayId} required value={body.on} onChange={(on) => setDraft({ ...body, on })} />
        </div>
        <fieldset className="methods">
          <legend>{t('visits.halves')}</legend>
          {HALF_DAYS.map((half) => (
            <label key={half}>
              <input
                type="checkbox"
                checked={body.halves.includes(half)}
                onChange={({ target }) =>
                  setDraft({
                    ...body,
                    halves: HALF_DAYS.filter((one) => (one === half ? target.checked : body.halves.includes(one))),
                  })
                }
              />{' '}
              {t(`visits.half.${half}`)}
            </label>
          ))}
        </fieldset>
        <fieldset className="methods">
          <legend>{t('visits.methods')}</legend>
          {VISIT_METHODS.map((method) => (
            <label key={method}>
              <input
                type="checkbox"
                checked={body.methods.includes(method)}
                onChange={({ target }) =>
                  setDraft({
                    ...body,
                    methods: VISIT_METHODS.filter((one) =>
                      one === method ? target.checked : body.methods.includes(one),
                    ),
                  })
                }
              />{' '}
              {t(`visits.method.${METHOD_KEYS[method]}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <PlaceFields places={body.places} onChange={(places) => setDraft({ ...body, places: [...places] })} />
      {body.places.some(({ draw }) => draw !== undefined) && <p className="count">{t('visits.fromDraw')}</p>}
      {error && <Refusal error={error} />}
      <div className="visit-line">
        <Button type="primary" htmlType="submit">
          {t(edited ? 'visits.save' : 'visits.enter')}
        </Button>
        {(edited || draft || drawn) && <Button onClick={leave}>{t('visits.leave')}</Button>}
      </div>
    </form>
  );
}

function withDrawn(body: Body, drawn: Drawn | undefined): Body {
  return drawn ? { ...body, places: [...body.places, ...drawn.places] } : body;
}
