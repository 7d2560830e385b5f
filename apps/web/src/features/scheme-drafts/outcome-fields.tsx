/** What can be changed of a veto, a grade, and the bonus as a whole. */
import type { DraftBand, DraftCondition, SchemeDraft } from '@kaohe/clauses';
import { useTranslation } from '../../shared/language/i18n';
import { Choice, Typed } from './rule-form';

const KINDS = ['other', 'accidents', 'talks', 'score-below'] as const;
type Kind = (typeof KINDS)[number];
const BLANK: Readonly<Record<Kind, DraftCondition | null>> = {
  other: null,
  accidents: { kind: 'accidents', atLeast: 'serious', count: '1' },
  talks: { kind: 'talks', by: '', count: '1' },
  'score-below': { kind: 'score-below', value: '60' },
};
const LEVELS = ['ordinary', 'relatively-serious', 'serious', 'particularly-serious'] as const;

interface VetoFieldsProps {
  readonly when: DraftCondition | null;
  readonly onChange: (when: DraftCondition | null) => void;
}

export function VetoFields({ when, onChange }: VetoFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        label={t('drafts.vetoes.kind')}
        value={when?.kind ?? 'other'}
        options={KINDS}
        words={(one) => t(`drafts.vetoes.${one as Kind}`)}
        onChange={(next) => onChange(BLANK[next as Kind])}
      />
      {when && <ConditionFields when={when} onChange={onChange} />}
    </>
  );
}

interface ConditionFieldsProps {
  readonly when: DraftCondition;
  readonly onChange: (when: DraftCondition) => void;
}

function ConditionFields({ when, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation();
  if (when.kind === 'score-below')
    return (
      <Typed label={t('drafts.vetoes.value')} value={when.value} onChange={(value) => onChange({ ...when, value })} />
    );
  return (
    <>
      {when.kind === 'accidents' ? (
        <Choice
          label={t('drafts.vetoes.atLeast')}
          value={when.atLeast}
          options={LEVELS}
          words={(one) => t(`drafts.options.${one as (typeof LEVELS)[number]}`)}
          onChange={(atLeast) => onChange({ ...when, atLeast: atLeast as (typeof LEVELS)[number] })}
        />
      ) : (
        <Typed label={t('drafts.vetoes.by')} value={when.by} onChange={(by) => onChange({ ...when, by })} />
      )}
      <Typed label={t('drafts.vetoes.count')} value={when.count} onChange={(count) => onChange({ ...when, count })} />
    </>
  );
}

interface BandFieldsProps {
  readonly band: DraftBand;
  readonly onChange: (band: DraftBand) => void;
}

export function BandFields({ band, onChange }: BandFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {(['from', 'grade'] as const).map((field) => (
        <Typed
          key={field}
          label={t(`drafts.bands.${field}`)}
          value={band[field]}
          onChange={(value) => onChange({ ...band, [field]: value })}
        />
      ))}
    </>
  );
}

type Bonus = SchemeDraft['bonus'];
interface BonusFieldsProps {
  readonly bonus: Bonus;
  readonly onChange: (bonus: Bonus) => void;
}

export function BonusFields({ bonus, onChange }: BonusFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Typed label={t('drafts.bonus.cap')} value={bonus.cap} onChange={(cap) => onChange({ ...bonus, cap })} />
      {(['highestOnly', 'withinFullMarks'] as const).map((field) => (
        <label key={field} className="draft-choice">
          <input
            type="checkbox"
            checked={bonus[field]}
            onChange={({ target }) => onChange({ ...bonus, [field]: target.checked })}
          />
          {t(`drafts.bonus.${field}`)}
        </label>
      ))}
    </>
  );
}
