/** The days recorded at a unit; one may be changed, or withdrawn with a reason. */
import Button from 'antd/es/button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import { request } from '../../shared/office/client';
import type { IssuedYear } from '../../shared/office/issued-year';
import { Refusal } from '../../shared/office/refusal';
import { METHOD_KEYS } from './method-keys';
import { type EntryOf, visitsUrl } from './requests';

interface VisitTableProps {
  readonly issued: IssuedYear;
  readonly entries: readonly EntryOf<'visits'>[];
  readonly mayChange: boolean;
  readonly onEdit: (entry: EntryOf<'visits'>) => void;
  readonly onDone: () => void;
}

export function VisitTable({ issued, entries, mayChange, onEdit, onDone }: VisitTableProps) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState<EntryOf<'visits'>>();
  return (
    <div className="paper scroll visit-list">
      <table className="visit-days" aria-label={t('visits.days')}>
        <thead>
          <tr>
            <th scope="col">{t('visits.day')}</th>
            <th scope="col">{t('visits.methods')}</th>
            <th scope="col">{t('visits.places')}</th>
            <th scope="col">{t('visits.version')}</th>
            {mayChange && <th scope="col">{t('visits.actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.entry} className={entry.withdrawn ? 'withdrawn' : ''}>
              <th scope="row" className="day">
                {entry.body.on}
                {entry.body.halves.length === 1 &&
                  ` ${entry.body.halves.map((half) => t(`visits.half.${half}`)).join('')}`}
              </th>
              <td>
                {entry.body.methods.map((method) => t(`visits.method.${METHOD_KEYS[method]}`)).join(t('visits.comma'))}
              </td>
              <td>
                {entry.body.places.map(({ kind, name, finding, draw }) => (
                  <p key={`${kind}${name}`}>
                    <Quoted text={t('visits.placeOf', { name, kind: t(`visits.kinds.${kind}`) })} />
                    {draw !== undefined && ` ${t('visits.drawn')}`}
                    {finding && (
                      <small className="place-found" lang="zh-CN">
                        {finding}
                      </small>
                    )}
                  </p>
                ))}
              </td>
              <td>{entry.withdrawn ? `× ${t('visits.withdrawn')}` : entry.version}</td>
              {mayChange && (
                <td>
                  {!entry.withdrawn && (
                    <span className="visit-line">
                      <Button onClick={() => onEdit(entry)}>{t('visits.change')}</Button>
                      <Button onClick={() => setLeaving(entry)}>{t('visits.withdraw')}</Button>
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {leaving && (
        <WithdrawVisit
          url={`${visitsUrl(issued.year, 'visits')}/${leaving.entry}/withdraw`}
          version={leaving.version}
          onDone={() => {
            setLeaving(undefined);
            onDone();
          }}
        />
      )}
    </div>
  );
}

interface WithdrawVisitProps {
  readonly url: string;
  readonly version: number;
  readonly onDone: () => void;
}

function WithdrawVisit({ url, version, onDone }: WithdrawVisitProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Error>();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    request('POST', url, { body: { reason }, ifMatch: version }).then(onDone, setError);
  };
  return (
    <form className="visit-line visit-withdraw" onSubmit={onSubmit}>
      <label>
        {t('visits.reason')}{' '}
        <input value={reason} required maxLength={500} onChange={({ target }) => setReason(target.value)} />
      </label>
      <Button htmlType="submit" danger>
        {t('visits.withdrawNow')}
      </Button>
      {error && <Refusal error={error} />}
    </form>
  );
}
