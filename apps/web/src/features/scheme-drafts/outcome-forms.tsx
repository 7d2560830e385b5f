/** Bonus, vetoes and grades: lists that can be edited. */
import { type DraftBand, isOpen, queueOf } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import type { DraftFormProps } from './draft-form';
import { EntryList } from './entry-list';
import { withoutKey } from './entry-words';
import { BonusFields } from './outcome-fields';
import { VetoesForm } from './vetoes-form';

export function OutcomeForms({ draft, onChange, onGo }: DraftFormProps & { readonly onGo: (key: string) => void }) {
  return (
    <>
      <BonusForm draft={draft} onChange={onChange} onGo={onGo} />
      <VetoesForm draft={draft} onChange={onChange} />
      <BandsForm draft={draft} onChange={onChange} />
    </>
  );
}

function BonusForm({ draft, onChange, onGo }: DraftFormProps & { readonly onGo: (key: string) => void }) {
  const { t } = useTranslation();
  const { bonus } = draft;
  const keys = new Set(bonus.clauses.map(({ key }) => key));
  const entries = queueOf(draft).filter(({ key }) => keys.has(key));
  return (
    <section className="paper block" aria-label={t('drafts.bonus.title')}>
      <h2>{t('drafts.bonus.title')}</h2>
      {entries.length === 0 && <p className="hint">{t('drafts.bonus.none')}</p>}
      {entries.length > 0 && (
        <div className="rule-form">
          <BonusFields bonus={bonus} onChange={(next) => onChange({ ...draft, bonus: next })} />
        </div>
      )}
      {entries.length > 0 && <EntryList entries={entries} chosen={undefined} onSelect={onGo} />}
    </section>
  );
}

function BandsForm({ draft, onChange }: DraftFormProps) {
  const { t } = useTranslation();
  const { bands } = draft;
  const put = (at: number, part: Partial<DraftBand>) =>
    onChange({ ...draft, bands: bands.map((band, index) => (index === at ? { ...band, ...part } : band)) });
  return (
    <section className="paper block draft-table" aria-label={t('drafts.bands.title')}>
      <h2>{t('drafts.bands.title')}</h2>
      <table>
        <thead>
          <tr>
            {(['grade', 'from', 'quote'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`drafts.bands.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {bands.map((band, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place while it is typed
            <tr key={index}>
              {(['grade', 'from', 'quote'] as const).map((field) => (
                <td key={field}>
                  <input
                    value={band[field]}
                    lang="zh-CN"
                    className={field === 'quote' ? undefined : 'short'}
                    aria-label={`${t(`drafts.bands.${field}`)} ${index + 1}`}
                    onChange={({ target }) => put(index, { [field]: target.value })}
                  />
                </td>
              ))}
              <td>
                <div className="row-buttons">
                  {isOpen({ kind: 'band', key: '', band }) && (
                    <Button size="small" type="primary" onClick={() => put(index, { decision: 'accepted' })}>
                      ◆ {withoutKey(t('drafts.accept'))}
                    </Button>
                  )}
                  <Button
                    size="small"
                    aria-label={t('drafts.bands.remove', { grade: band.grade })}
                    onClick={() => onChange({ ...draft, bands: bands.filter((_, at) => at !== index) })}
                  >
                    ×
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        size="small"
        onClick={() =>
          onChange({ ...draft, bands: [...bands, { grade: '', from: '', quote: '', decision: 'accepted' }] })
        }
      >
        {t('drafts.bands.add')}
      </Button>
    </section>
  );
}
