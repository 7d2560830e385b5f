/** What moved: total, grade and rank as before → after, only what is not the same. */
import { gradeLabel, useAssessment } from '../assessment/assessment';
import { useLanguage, useTranslation } from '../language/i18n';

export interface Moved {
  readonly total: readonly [string, string];
  readonly grades: readonly [string, string];
  readonly rank: readonly [string, string];
}

export function Moves({ moved: { total, grades, rank } }: { readonly moved: Moved }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const named = (text: string) =>
    text
      .split(' / ')
      .map((grade) => gradeLabel(scheme, grade, language))
      .join(' / ');
  return (
    <span className="moves">
      <Move what={t('results.total')} from={total[0]} to={total[1]} />
      <Move what={t('results.grade')} from={named(grades[0])} to={named(grades[1])} strong />
      <Move what={t('results.rank')} from={rank[0]} to={rank[1]} />
    </span>
  );
}

interface MoveProps {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly strong?: boolean;
}

function Move({ what, from, to, strong }: MoveProps) {
  const { t } = useTranslation();
  if (from === to) return null;
  return (
    <span className={strong ? 'move strong' : 'move'}>
      <small>{what}</small> {from === '' ? t('results.none') : from} → {to === '' ? t('results.none') : to}
    </span>
  );
}
