/** Places drawn by a published seed: a list is pasted, the server draws, this browser repeats it, and so can anybody. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { dayOf } from '../../shared/office/day-of';
import { Refusal } from '../../shared/office/refusal';
import { Unread } from '../../shared/office/unread';
import type { Drawn, Place } from './place-fields';
import { type Draw, placesIn, repeatCommand, repeatDraw } from './repeat-draw';
import { type EntryOf, visitsRequest, visitsUrl } from './requests';
import type { UnitVisits } from './visit-page';

interface DrawPanelProps extends UnitVisits {
  readonly onUse: (drawn: Drawn) => void;
}

export function DrawPanel({ issued, unit, onUse }: DrawPanelProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const asked = visitsRequest(issued.year, 'draws');
  const { data, error } = useQuery(asked);
  const draws = (data?.entries ?? [])
    .filter((entry) => entry.unit === unit)
    .sort((one, other) => (one.body.number ?? 1) - (other.body.number ?? 1));
  return (
    <section className="paper draw-panel" aria-label={t('visits.draw.title')}>
      <h2>{t('visits.draw.title')}</h2>
      {data?.mayChange && (
        <DrawForm
          {...{ issued, unit, draws }}
          onDone={() => void queries.invalidateQueries({ queryKey: asked.queryKey })}
        />
      )}
      {!data && <Unread error={error} />}
      {data && draws.length === 0 && <p className="no-facts">{t('visits.draw.none')}</p>}
      {draws.map((entry) => (
        <OneDraw key={entry.entry} entry={entry} mayUse={data?.mayChange ?? false} onUse={onUse} />
      ))}
    </section>
  );
}

interface DrawFormProps extends UnitVisits {
  readonly draws: readonly EntryOf<'draws'>[];
  readonly onDone: () => void;
}

function DrawForm({ issued, unit, draws, onDone }: DrawFormProps) {
  const { t } = useTranslation();
  const [list, setList] = useState('');
  const [seed, setSeed] = useState('');
  const [count, setCount] = useState('2');
  const [error, setError] = useState<Error>();
  const [reason, setReason] = useState('');
  const places = placesIn(list);
  const isAgain = draws.some(({ body }) => body.places.some((place) => places.includes(place)));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      on: issued.overview.today,
      seed: seed.trim(),
      places,
      count: Number(count),
      drawn: [],
      ...(isAgain && { reason: reason.trim() }),
    };
    request('POST', visitsUrl(issued.year, 'draws'), { body: { unit, body } }).then(() => {
      setList('');
      setReason('');
      setError(undefined);
      onDone();
    }, setError);
  };
  return (
    <form className="draw-form" aria-label={t('visits.draw.title')} onSubmit={onSubmit}>
      <label className="visit-field">
        {t('visits.draw.list', { count: places.length })}
        <textarea rows={4} required value={list} onChange={({ target }) => setList(target.value)} />
      </label>
      <label className="visit-field">
        {t('visits.draw.seed')}
        <input required value={seed} onChange={({ target }) => setSeed(target.value)} />
        <span className="count">{t('visits.draw.seedHint')}</span>
      </label>
      <label className="visit-field">
        {t('visits.draw.count')}
        <input
          type="number"
          min={1}
          max={Math.max(1, Math.min(50, places.length))}
          required
          value={count}
          onChange={({ target }) => setCount(target.value)}
        />
      </label>
      {isAgain && (
        <label className="visit-field">
          {t('visits.draw.reason')}
          <input required maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
      )}
      <Button type="primary" htmlType="submit">
        {t('visits.draw.now')}
      </Button>
      {error && <Refusal error={error} />}
    </form>
  );
}

interface OneDrawProps {
  readonly entry: EntryOf<'draws'>;
  readonly mayUse: boolean;
  readonly onUse: (drawn: Drawn) => void;
}

function OneDraw({ entry, mayUse, onUse }: OneDrawProps) {
  const { t } = useTranslation();
  const { number = 1, seed, places, count, drawn, on, reason } = entry.body;
  const use = (kind: Place['kind']) =>
    onUse({ draw: entry.entry, places: drawn.map((name) => ({ kind, name, draw: entry.entry })) });
  return (
    <article className="one-draw">
      <p>
        {t('visits.draw.drawn', { number, on, all: places.length, count })}{' '}
        <strong lang="zh-CN">{drawn.join('、')}</strong> <Repeated draw={entry.body} />
      </p>
      <p>
        {t('visits.draw.seedWas')} <code>{seed}</code>
      </p>
      {reason !== undefined && <p>{t('visits.draw.reasonWas', { reason })}</p>}
      <p className="count">{t('visits.draw.by', { by: entry.changedBy, at: dayOf(entry.changedAt) })}</p>
      <details>
        <summary>{t('visits.draw.listWas', { count: places.length })}</summary>
        <p lang="zh-CN">{places.join('、')}</p>
      </details>
      {mayUse && (
        <p className="visit-line">
          <Button onClick={() => use('township')}>{t('visits.draw.useTownship')}</Button>
          <Button onClick={() => use('enterprise')}>{t('visits.draw.useEnterprise')}</Button>
        </p>
      )}
      <details>
        <summary>{t('visits.draw.how')}</summary>
        <p>{t('visits.draw.method')}</p>
        <pre lang="zh-CN">{repeatCommand({ seed, places, count })}</pre>
      </details>
    </article>
  );
}

/** Whether this browser draws the same. */
function Repeated({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'same' | 'other' | 'cannot'>();
  useEffect(() => {
    let isShown = true;
    void repeatDraw(draw).then((again) => {
      if (isShown) setState(!again ? 'cannot' : again.join('\n') === draw.drawn.join('\n') ? 'same' : 'other');
    });
    return () => {
      isShown = false;
    };
  }, [draw]);
  return state === undefined ? null : (
    <span className={`repeated ${state}`} role="status">
      {t(`visits.draw.${state}`)}
    </span>
  );
}
