/** Who has rated and who has not: posts and states, never what was given. A rater finds the own form here. */
import type { RatingProgress } from '@kaohe/api-contract';
import type { RatingForm } from '@kaohe/scoring';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { RaterGrid } from './rater-grid';
import './ratings.css';
import { Reminder } from './reminder';
import { progressRequest, totalsRequest } from './requests';
import { TotalsTable } from './totals-table';

const RATERS = ['rating-leader', 'rating-division', 'division-head'];

export function RatingsPage() {
  const { role } = useActing().acting;
  return (
    <WithIssuedYear>
      {(issued) => (RATERS.includes(role) ? <OwnForm issued={issued} /> : <Progress issued={issued} />)}
    </WithIssuedYear>
  );
}

function OwnForm({ issued }: { readonly issued: IssuedYear }) {
  const { t } = useTranslation();
  const [own] = issued.overview.mine.forms;
  if (!own) return <p className="no-facts">{t('ratings.noForms')}</p>;
  const { form, rater } = own;
  return <Navigate to="/office/ratings/$form/$rater" params={{ form, rater }} search={keepInOffice} replace />;
}

function Progress({ issued }: { readonly issued: IssuedYear }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(progressRequest(issued.year));
  if (!data) return <Unread error={error} />;
  return (
    <>
      <div className="toolbar">
        <h1>{t('ratings.title')}</h1>
        <span className="count">{t('ratings.legend')}</span>
      </div>
      {data.forms.map((progress) => (
        <OneForm key={progress.form} issued={issued} progress={progress} />
      ))}
      {data.forms.length === 0 && <p className="no-facts">{t('ratings.noForms')}</p>}
    </>
  );
}

interface OneFormProps {
  readonly issued: IssuedYear;
  readonly progress: RatingProgress['forms'][number];
}

function OneForm({ issued, progress }: OneFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const form = issued.scheme.forms.find(({ id }) => id === progress.form);
  const title = (language === 'en' ? progress.titleEn : progress.title).replace(
    /([\u4e00-\u9fff）]) (?=[\u4e00-\u9fff（])/g,
    '$1',
  );
  return (
    <section className="paper rating-progress" aria-label={title}>
      <div className="progress-head">
        <h2>{title}</h2>
        <strong>{t('ratings.counted', { counted: progress.counted, all: progress.raters.length })}</strong>
      </div>
      <RaterGrid form={progress} title={title} />
      <Reminder text={progress.reminder} />
      {form && <Totals issued={issued} form={form} />}
    </section>
  );
}

function Totals({ issued, form }: { readonly issued: IssuedYear; readonly form: RatingForm }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(totalsRequest(issued.year));
  if (!data) return <Unread error={error} />;
  const totals = data.forms.find((one) => one.form === form.id);
  if (!totals) return <p className="count later">{t('ratings.totalsLater')}</p>;
  return <TotalsTable scheme={issued.scheme} form={form} totals={totals} />;
}
