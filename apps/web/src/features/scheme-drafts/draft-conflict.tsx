/** Two versions of one draft: how many clauses differ, and which to go on with. */
import { clausesOf, type SchemeDraft } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import type { DraftConflict } from './use-draft-editor';

interface DraftConflictChoiceProps {
  readonly own: SchemeDraft;
  readonly conflict: DraftConflict;
  readonly onSettle: (keep: 'mine' | 'theirs') => void;
}

export function DraftConflictChoice({ own, conflict: { body, changedBy }, onSettle }: DraftConflictChoiceProps) {
  const { t } = useTranslation();
  const theirs = new Map(clausesOf(body).map((clause) => [clause.key, JSON.stringify(clause)]));
  const differing = clausesOf(own).filter((clause) => theirs.get(clause.key) !== JSON.stringify(clause));
  return (
    <section className="conflict" role="alert" aria-label={t('drafts.conflict.title')}>
      <strong>⚠ {t('drafts.conflict.title')}</strong>
      <p>
        <Quoted text={t('drafts.conflict.why', { by: changedBy })} />{' '}
        {t('drafts.conflict.differs', { count: differing.length })}
      </p>
      <ul lang="zh-CN">
        {differing.slice(0, 10).map(({ key, row, quote }) => (
          <li key={key}>
            {row} {quote}
          </li>
        ))}
      </ul>
      <Button onClick={() => onSettle('mine')}>{t('drafts.conflict.mine')}</Button>{' '}
      <Button onClick={() => onSettle('theirs')}>{t('drafts.conflict.theirs')}</Button>
    </section>
  );
}
