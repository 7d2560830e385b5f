/** Two versions of one form side by side: only the units where they differ. */
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import type { Conflict } from './use-rating-draft';

interface ConflictChoiceProps {
  readonly units: readonly string[];
  readonly conflict: Conflict;
  readonly onSettle: (keep: 'own' | 'theirs') => void;
}

export function ConflictChoice({ units, conflict, onSettle }: ConflictChoiceProps) {
  const { t } = useTranslation();
  const { own, current } = conflict;
  const differing = units.filter((unit) => (own[unit] ?? '') !== (current.marks[unit] ?? ''));
  return (
    <section className="conflict" role="alert" aria-label={t('ratings.conflict')}>
      <strong>⚠ {t('ratings.conflict')}</strong>
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">{t('ratings.unit')}</th>
            <th scope="col">{t('ratings.own')}</th>
            <th scope="col">{t('ratings.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((unit) => (
            <tr key={unit}>
              <th scope="row" lang="zh-CN">
                {unit}
              </th>
              <td>{own[unit] || '–'}</td>
              <td>{current.marks[unit] ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={() => onSettle('own')}>{t('ratings.keepOwn')}</Button>{' '}
      <Button onClick={() => onSettle('theirs')}>{t('ratings.keepTheirs')}</Button>
    </section>
  );
}
