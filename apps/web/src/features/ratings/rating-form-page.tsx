/** One rating form: for its rater, for the head who signs it, and for the counting clerk who enters it from paper. */
import type { RatingFormJson } from '@kaohe/api-contract';
import type { RatingForm } from '@kaohe/scoring';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { FilledForm } from './filled-form';
import { PaperEntry } from './paper-entry';
import './ratings.css';
import { formRequest } from './requests';
import { ShownForm } from './shown-form';

export function RatingFormPage() {
  const { form = '', rater = '' } = useParams({ strict: false });
  usePrintAlone();
  return (
    <WithIssuedYear>{(issued) => <OneForm key={`${form}/${rater}`} {...{ issued, form, rater }} />}</WithIssuedYear>
  );
}

/** While the page is open, printing prints the form alone. */
function usePrintAlone(): void {
  useEffect(() => {
    document.body.classList.add('prints-form');
    return () => document.body.classList.remove('prints-form');
  }, []);
}

export interface FormInUse {
  readonly issued: IssuedYear;
  readonly printed: RatingForm;
  readonly loaded: RatingFormJson;
  /** Shows what the server answered to a step. */
  readonly onAnswer: (answer: RatingFormJson) => void;
}

interface OneFormProps {
  readonly issued: IssuedYear;
  readonly form: string;
  readonly rater: string;
}

function OneForm({ issued, form, rater }: OneFormProps) {
  const { t } = useTranslation();
  const { role } = useActing().acting;
  const queries = useQueryClient();
  const asked = formRequest({ year: issued.year, form, rater });
  const { data, error } = useQuery(asked);
  const printed = issued.scheme.forms.find(({ id }) => id === form);
  if (!data) return <Unread error={error} />;
  if (!printed) return <p className="no-facts">{t('ratings.noForms')}</p>;
  const inUse: FormInUse = {
    issued,
    printed,
    loaded: data,
    onAnswer: (answer) => queries.setQueryData(asked.queryKey, answer),
  };
  const isRater = role === 'rating-leader' || role === 'rating-division';
  return (
    <>
      {isRater && data.mayFill && <FilledForm {...inUse} />}
      {isRater && !data.mayFill && <ShownForm {...inUse} />}
      {role === 'division-head' && <ShownForm {...inUse} />}
      {role === 'counting-clerk' && <PaperEntry {...inUse} />}
    </>
  );
}
