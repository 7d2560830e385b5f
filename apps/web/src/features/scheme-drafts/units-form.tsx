/** The assessed units, one a line in each class, typed or pasted. */
import type { DraftClass, DraftUnit } from '@kaohe/clauses';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import type { DraftFormProps } from './draft-form';
import { Typed } from './rule-form';
import { UnitsSuggested } from './units-suggested';

const CLASSES: readonly DraftClass[] = ['district', 'development-zone', 'department', 'city'];

export function UnitsForm({ draft, onChange, source }: DraftFormProps & { readonly source: string }) {
  const { t } = useTranslation();
  const put = (of: DraftClass, names: readonly string[]) => {
    const units = CLASSES.flatMap((one): DraftUnit[] =>
      one === of ? names.map((name) => ({ name, class: of })) : draft.units.filter((unit) => unit.class === one),
    );
    onChange({ ...draft, units });
  };
  const toggle = (of: DraftClass, isOn: boolean) =>
    onChange({ ...draft, classes: isOn ? [...draft.classes, of] : draft.classes.filter((one) => one !== of) });
  return (
    <section className="paper block" aria-label={t('drafts.units.title')}>
      <p className="hint">{t('drafts.units.why')}</p>
      <UnitsSuggested draft={draft} onChange={onChange} source={source} />
      {CLASSES.map((of) => {
        const names = draft.units.filter((unit) => unit.class === of).map(({ name }) => name);
        const isOn = names.length > 0 || draft.classes.includes(of);
        return (
          <div key={of} className="draft-class">
            <label className="draft-choice">
              <input
                type="checkbox"
                checked={isOn}
                disabled={names.length > 0}
                onChange={({ target }) => toggle(of, target.checked)}
              />
              {t(`drafts.units.classes.${of}`)} <small>{t('drafts.units.count', { count: names.length })}</small>
            </label>
            {isOn && <UnitNames of={of} names={names} onChange={(next) => put(of, next)} />}
          </div>
        );
      })}
    </section>
  );
}

interface UnitNamesProps {
  readonly of: DraftClass;
  readonly names: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

/** What is typed stays as it is typed; empty lines are no units. What comes from elsewhere replaces it. */
function UnitNames({ of, names, onChange }: UnitNamesProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(names.join('\n'));
  const text = namesIn(typed).join() === names.join() ? typed : names.join('\n');
  return (
    <Typed
      lines
      label={`${t(`drafts.units.classes.${of}`)} – ${t('drafts.units.list')}`}
      value={text}
      onChange={(next) => {
        setTyped(next);
        onChange(namesIn(next));
      }}
    />
  );
}

function namesIn(typed: string): string[] {
  return typed
    .split(/[\n\t、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
