/** A filter above a list of units, kept in the address: `/` goes to it, Esc empties it. */
import Input from 'antd/es/input';
import { useAddress, useChangeAddress } from '../address/use-address';
import { useTranslation } from '../language/i18n';
import { useFilterKey } from './use-row-keys';

/** So few are seen at once. */
const FEW = 8;

interface UnitFilterProps {
  readonly shown: number;
  readonly all: number;
}

export function UnitFilter({ shown, all }: UnitFilterProps) {
  const { t } = useTranslation();
  const { q = '' } = useAddress();
  const change = useChangeAddress();
  useFilterKey('#list-filter', () => change({ q: undefined }));
  if (all <= FEW && q === '') return null;
  return (
    <>
      <Input
        id="list-filter"
        className="list-filter"
        type="search"
        placeholder={t('office.filterUnits')}
        aria-label={t('office.filterUnits')}
        value={q}
        onChange={({ target }) => change({ q: target.value || undefined })}
      />
      <span className="count" role="status">
        {t('office.shownOf', { shown, all })}
      </span>
    </>
  );
}

/** Whether a unit is asked for, by its Chinese or its English name. */
export function useAskedUnits(): (unit: string, unitEn?: string) => boolean {
  const wanted = (useAddress().q ?? '').trim().toLowerCase();
  return (unit, unitEn = '') => unit.includes(wanted) || unitEn.toLowerCase().includes(wanted);
}
