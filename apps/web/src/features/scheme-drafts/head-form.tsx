/** What the scheme is called, from when to when it counts, and its full marks. */
import type { DraftHead } from '@kaohe/clauses';
import { useTranslation } from '../../shared/language/i18n';
import type { DraftFormProps } from './draft-form';
import { Typed } from './rule-form';

const FIELDS: readonly (keyof DraftHead)[] = [
  'id',
  'fullMarks',
  'title',
  'titleEn',
  'documentNumber',
  'issuer',
  'from',
  'to',
];

export function HeadForm({ draft, onChange }: DraftFormProps) {
  const { t } = useTranslation();
  return (
    <section className="paper block head-form" aria-label={t('drafts.sections.head')}>
      {FIELDS.map((field) => (
        <Typed
          key={field}
          label={t(`drafts.head.${field}`)}
          value={draft.head[field]}
          onChange={(value) => onChange({ ...draft, head: { ...draft.head, [field]: value } })}
        />
      ))}
    </section>
  );
}
