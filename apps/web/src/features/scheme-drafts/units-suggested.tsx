/** Who is assessed as the document names them: taken over by a button, never by itself. */
import { assessedUnitsIn, type DraftUnit } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useMemo } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import type { DraftFormProps } from './draft-form';

export function UnitsSuggested({ draft, onChange, source }: DraftFormProps & { readonly source: string }) {
  const { t } = useTranslation();
  const found = useMemo(() => assessedUnitsIn(source), [source]);
  if (!found) return null;
  const known = new Set(draft.units.map(({ name }) => name));
  const units = found.units.filter(({ name }) => !known.has(name));
  const held = new Set([...draft.classes, ...draft.units.map((unit) => unit.class)]);
  const classes = found.classes.filter((of) => !held.has(of));
  const take = () => onChange({ ...draft, classes: [...draft.classes, ...classes], units: [...draft.units, ...units] });
  const isTaken = units.length + classes.length === 0;
  return (
    <div className="units-suggested">
      <p>
        {t('drafts.units.says')} <q lang="zh-CN">{found.quote.replace(/\s+/g, '')}</q>
      </p>
      <p>
        {t('drafts.units.means')} {found.classes.map((of) => t(`drafts.units.classes.${of}`)).join(' · ')}
        {units.length > 0 && <Names units={units} />}
      </p>
      {isTaken ? (
        <p>✓ {t('drafts.units.taken')}</p>
      ) : (
        <Button size="small" onClick={take}>
          {t('drafts.units.take', { classes: classes.length, units: units.length })}
        </Button>
      )}
    </div>
  );
}

function Names({ units }: { readonly units: readonly DraftUnit[] }) {
  return (
    <>
      {' · '}
      <Quoted text={units.map(({ name }) => name).join('、')} />
    </>
  );
}
