/** The vetoes, each with its condition; one no program can look up is left to the office, in words. */
import type { DraftCondition, DraftVeto } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import type { DraftFormProps } from './draft-form';
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

export function VetoesForm({ draft, onChange }: DraftFormProps) {
  const { t } = useTranslation();
  const { vetoes } = draft;
  const put = (at: number, veto: DraftVeto) =>
    onChange({ ...draft, vetoes: vetoes.map((one, index) => (index === at ? veto : one)) });
  return (
    <section className="paper block" aria-label={t('drafts.vetoes.title')}>
      <h2>{t('drafts.vetoes.title')}</h2>
      {vetoes.length === 0 && <p className="hint">{t('drafts.vetoes.none')}</p>}
      {vetoes.map((veto, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: vetoes keep their places
        <OneVeto key={index} veto={veto} onChange={(next) => put(index, next)} />
      ))}
    </section>
  );
}

const SIGN = { open: '◆', accepted: '✓', changed: '✓', 'not-scoring': '○', 'left-out': '■' } as const;

function OneVeto({ veto, onChange }: { readonly veto: DraftVeto; readonly onChange: (veto: DraftVeto) => void }) {
  const { t } = useTranslation();
  const { quote, when, decision, effect } = veto;
  const decide = (next: DraftVeto['decision']) => onChange({ ...veto, decision: next });
  const put = (condition: DraftCondition | null) => onChange({ ...veto, when: condition, decision: 'changed' });
  return (
    <div className="draft-veto">
      <p className="clause-quote">
        {SIGN[decision]} <q lang="zh-CN">{quote}</q> → {t(`drafts.vetoes.effects.${effect}`)}
      </p>
      <div className="rule-form">
        <Choice
          label={t('drafts.vetoes.kind')}
          value={when?.kind ?? 'other'}
          options={KINDS}
          words={(one) => t(`drafts.vetoes.${one as Kind}`)}
          onChange={(next) => put(BLANK[next as Kind])}
        />
        {when && <Condition when={when} onChange={put} />}
        <div className="row-buttons">
          <Button size="small" type="primary" disabled={when === null} onClick={() => decide('accepted')}>
            {t('drafts.vetoes.decided')}
          </Button>
          <Button size="small" onClick={() => decide('left-out')}>
            {t('drafts.leaveOut').replace(/[（(]L[）)]/, '')}
          </Button>
          <Button size="small" onClick={() => decide('not-scoring')}>
            {t('drafts.notScoring').replace(/[（(]X[）)]/, '')}
          </Button>
        </div>
      </div>
    </div>
  );
}

interface ConditionProps {
  readonly when: DraftCondition;
  readonly onChange: (when: DraftCondition) => void;
}

function Condition({ when, onChange }: ConditionProps) {
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
