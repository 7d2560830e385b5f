/** What the total is made of: the sheet, forms that raters fill, one mark for each unit; each with its share. */
import type { DraftForm, DraftPart, DraftPartKind } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import type { DraftFormProps } from './draft-form';
import { Choice, Typed } from './rule-form';

const KINDS: readonly DraftPartKind[] = ['open', 'sheet', 'rating', 'mark', 'left-out'];
const FORM: DraftForm = {
  scale: '',
  decimals: '1',
  raters: '',
  raterName: '',
  stage: 'routine',
  coefficient: '',
  rounding: '',
  missing: '',
};
const BLANK: DraftPart = { name: '', weight: '', quote: '', kind: 'open', form: FORM };
/** A mark for each unit is one ballot out of a hundred. */
const MARK: Partial<DraftForm> = { scale: '100', raters: '1', missing: 'plain-sum' };

export function CompositionForm({ draft, onChange }: DraftFormProps) {
  const { t } = useTranslation();
  const { composition } = draft;
  const put = (next: readonly DraftPart[]) => onChange({ ...draft, composition: next });
  const sum = composition.reduce((total, { weight }) => total + (Number(weight) || 0), 0);
  // The first part added beside a sheet that was the whole brings the sheet with it.
  const added = composition.length === 0 ? [{ ...BLANK, name: '年终考核', kind: 'sheet' as const }, BLANK] : [BLANK];
  return (
    <section className="paper block" aria-label={t('draftFrame.parts.title')}>
      <h2>{t('draftFrame.parts.title')}</h2>
      {composition.length === 0 && <p className="hint">{t('draftFrame.parts.none')}</p>}
      {composition.map((part, index) => (
        <PartFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place while it is typed
          key={index}
          part={part}
          number={index + 1}
          onChange={(next) => put(composition.map((one, at) => (at === index ? next : one)))}
          onRemove={() => put(composition.filter((_, at) => at !== index))}
        />
      ))}
      <p className="hint">
        <Button size="small" onClick={() => put([...composition, ...added])}>
          {t('draftFrame.parts.add')}
        </Button>{' '}
        {composition.length > 0 && t('draftFrame.parts.sum', { sum: Math.round(sum * 1e6) / 1e6 })}
      </p>
    </section>
  );
}

interface PartFieldsProps {
  readonly part: DraftPart;
  readonly number: number;
  readonly onChange: (part: DraftPart) => void;
  readonly onRemove: () => void;
}

function PartFields({ part, number, onChange, onRemove }: PartFieldsProps) {
  const { t } = useTranslation();
  const { name, weight, quote, kind, form } = part;
  const choose = (next: DraftPartKind) =>
    onChange({ ...part, kind: next, form: next === 'mark' ? { ...form, ...MARK } : form });
  const isRated = kind === 'rating' || kind === 'mark';
  return (
    <div className="draft-part">
      {quote !== '' && (
        <p className="clause-quote">
          <q lang="zh-CN">{quote}</q>
        </p>
      )}
      <div className="rule-form">
        <Typed label={t('draftFrame.parts.name')} value={name} onChange={(next) => onChange({ ...part, name: next })} />
        <Typed
          label={t('draftFrame.parts.weight')}
          value={weight}
          onChange={(next) => onChange({ ...part, weight: next })}
        />
        <Choice
          label={t('draftFrame.parts.kind')}
          value={kind}
          options={KINDS}
          words={(one) => t(`draftFrame.parts.kinds.${one as DraftPartKind}`)}
          onChange={(next) => choose(next as DraftPartKind)}
        />
        {isRated && <FormFields kind={kind} form={form} onChange={(next) => onChange({ ...part, form: next })} />}
        <Button size="small" aria-label={t('draftFrame.parts.remove', { row: number })} onClick={onRemove}>
          ×
        </Button>
      </div>
    </div>
  );
}

interface FormFieldsProps {
  readonly kind: 'rating' | 'mark';
  readonly form: DraftForm;
  readonly onChange: (form: DraftForm) => void;
}

function FormFields({ kind, form, onChange }: FormFieldsProps) {
  const { t } = useTranslation();
  const typed = kind === 'mark' ? (['raterName', 'scale'] as const) : (['raterName', 'raters', 'scale'] as const);
  return (
    <>
      {[...typed, ...(['decimals', 'coefficient', 'rounding'] as const)].map((field) => (
        <Typed
          key={field}
          label={t(`draftFrame.parts.${field}`)}
          value={form[field]}
          onChange={(value) => onChange({ ...form, [field]: value })}
        />
      ))}
      <Choice
        label={t('draftFrame.parts.stage')}
        value={form.stage}
        options={['routine', 'leaders']}
        words={(one) => t(`draftFrame.parts.stages.${one as DraftForm['stage']}`)}
        onChange={(stage) => onChange({ ...form, stage: stage as DraftForm['stage'] })}
      />
      {kind === 'rating' && (
        <Choice
          label={t('draftFrame.parts.missing')}
          value={form.missing}
          options={['', 'plain-sum', 'over-received']}
          words={(one) =>
            t(`draftFrame.parts.missings.${one === '' ? 'none' : (one as 'plain-sum' | 'over-received')}`)
          }
          onChange={(missing) => onChange({ ...form, missing: missing as DraftForm['missing'] })}
        />
      )}
    </>
  );
}
