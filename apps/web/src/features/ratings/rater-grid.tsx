/** The raters of a form, dense: each post with its state in shape and in words. */
import { isSignedByHead, type RatingProgress } from '@kaohe/api-contract';
import { Link } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { useActing } from '../../shared/office/session';

type Rater = RatingProgress['forms'][number]['raters'][number];

interface RaterGridProps {
  readonly form: Pick<RatingProgress['forms'][number], 'form' | 'stage' | 'raters'>;
  readonly title: string;
}

export function RaterGrid({ form: { form, stage, raters }, title }: RaterGridProps) {
  const { t } = useTranslation();
  const isClerk = useActing().acting.role === 'counting-clerk';
  return (
    <ul className="rater-grid" aria-label={t('ratings.raters', { title })}>
      {raters.map((rater) => {
        const state = (
          <span className={`rater-state ${kindOf(rater)}`}>
            <span aria-hidden="true">{SHAPES[kindOf(rater)]}</span>{' '}
            {t(`ratings.states.${wordsOf(rater, isSignedByHead({ stage }))}`)}
          </span>
        );
        return (
          <li key={rater.rater}>
            {isClerk ? (
              <Link to="/office/ratings/$form/$rater" params={{ form, rater: rater.rater }} search={keepInOffice}>
                <span lang="zh-CN">{rater.name}</span>
              </Link>
            ) : (
              <span lang="zh-CN">{rater.name}</span>
            )}
            {state}
            {rater.late && <strong className="is-late">{t('ratings.late')}</strong>}
          </li>
        );
      })}
    </ul>
  );
}

const SHAPES = { counts: '●', waits: '◐', draft: '○', none: '–' } as const;

function kindOf({ counts, state }: Rater): keyof typeof SHAPES {
  if (counts) return 'counts';
  return state === 'none' ? 'none' : state === 'draft' ? 'draft' : 'waits';
}

function wordsOf({ state, fromPaper, checked }: Rater, signed: boolean) {
  if (fromPaper) return checked ? 'checked' : 'unchecked';
  return state === 'submitted' && signed ? 'unsigned' : state;
}
