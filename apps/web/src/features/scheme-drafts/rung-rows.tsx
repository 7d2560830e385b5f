/** The rungs of a ladder, each with its marks; of accidents also the levels of the ledger. */
import type { DraftRule, Rung } from '@kaohe/clauses';
import type { Severity } from '@kaohe/scoring';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';

interface RungRowsProps {
  readonly rule: DraftRule;
  readonly onChange: (rule: DraftRule) => void;
}

const LEVELS: readonly Severity[] = ['ordinary', 'relatively-serious', 'serious', 'particularly-serious'];
const CHOICES = {
  byHand: [],
  ordinary: LEVELS.slice(0, 1),
  'relatively-serious': LEVELS.slice(1, 2),
  serious: LEVELS.slice(2, 3),
  'particularly-serious': LEVELS.slice(3),
  'relatively-serious+': LEVELS.slice(1),
  'serious+': LEVELS.slice(2),
} as const satisfies Record<string, readonly Severity[]>;
type LevelChoice = keyof typeof CHOICES;

const choiceOf = (levels: readonly Severity[]): LevelChoice =>
  (Object.keys(CHOICES) as LevelChoice[]).find((one) => CHOICES[one].join() === levels.join()) ?? 'byHand';

export function RungRows({ rule, onChange }: RungRowsProps) {
  const { t } = useTranslation();
  const { said, pinned } = rule;
  if (said.kind !== 'ladder' && said.kind !== 'per-event-ladder') return null;
  const { rungs } = said;
  const put = (next: readonly Rung[], levels = pinned.levels) =>
    onChange({ said: { ...said, rungs: next }, pinned: levels === undefined ? pinned : { ...pinned, levels } });
  const levelsOf = (index: number) => pinned.levels?.[index] ?? [];
  return (
    <fieldset className="rule-rows">
      <legend>{t('drafts.fields.rungs')}</legend>
      {rungs.map((rung, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place while it is typed
        <div key={index} className="rule-row">
          <input
            value={rung.when}
            lang="zh-CN"
            aria-label={`${t('drafts.fields.when')} ${index + 1}`}
            onChange={({ target }) =>
              put(rungs.map((one, at) => (at === index ? { ...one, when: target.value } : one)))
            }
          />
          <input
            value={rung.amount}
            className="short"
            aria-label={`${t('drafts.fields.amount')} ${index + 1}`}
            onChange={({ target }) =>
              put(rungs.map((one, at) => (at === index ? { ...one, amount: target.value } : one)))
            }
          />
          {said.kind === 'per-event-ladder' && (
            <select
              value={choiceOf(levelsOf(index))}
              aria-label={`${t('drafts.fields.level')} ${index + 1}`}
              onChange={({ target }) =>
                put(
                  rungs,
                  rungs.map((_, at) => (at === index ? CHOICES[target.value as LevelChoice] : levelsOf(at))),
                )
              }
            >
              {(Object.keys(CHOICES) as LevelChoice[]).map((one) => (
                <option key={one} value={one}>
                  {t(`drafts.options.${one}`)}
                </option>
              ))}
            </select>
          )}
          <Button
            size="small"
            aria-label={t('drafts.fields.removeRow', { row: index + 1 })}
            onClick={() =>
              put(
                rungs.filter((_, at) => at !== index),
                pinned.levels?.filter((_, at) => at !== index),
              )
            }
          >
            ×
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => put([...rungs, { when: '', amount: '' }])}>
        {t('drafts.fields.addRow')}
      </Button>
    </fieldset>
  );
}
