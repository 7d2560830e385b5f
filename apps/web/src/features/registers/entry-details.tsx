/** An open entry: the clauses it feeds, its versions, and what may be done to it. */
import { actOf, FEEDING_REGISTERS, type RegisterEntry } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { useActing } from '../../shared/office/session';
import { DigestPanel } from '../ratings/digest-panel';
import { CasualtyForm } from './casualty-form';
import { EffectsTable } from './effects-table';
import type { RegisterInUse } from './registers-page';
import { VersionsList } from './versions-list';
import { WithdrawForm } from './withdraw-form';

interface EntryDetailsProps extends RegisterInUse {
  readonly entry: RegisterEntry;
  readonly onEdit: () => void;
}

export function EntryDetails({ entry, onEdit, ...inUse }: EntryDetailsProps) {
  const { issued, register, mayChange, onChanged } = inUse;
  const { t } = useTranslation();
  const { role } = useActing().acting;
  const [open, setOpen] = useState<'withdraw' | 'casualties'>();
  const place = { year: issued.year, register };
  const seesEffects = role === 'office' || role === 'supplying-division';
  const seesDigest = actOf('digest.read').roles.includes(role);
  const isFeeding = FEEDING_REGISTERS.some((one) => one === register);
  const onDone = () => {
    setOpen(undefined);
    onChanged();
  };
  return (
    <div className="entry-details">
      {isFeeding && seesEffects && !entry.withdrawn && <EffectsTable {...{ issued, place, entry }} />}
      {!isFeeding && <p className="count">{t('registers.noPoints')}</p>}
      {!isFeeding && seesDigest && !entry.withdrawn && (
        <DigestPanel issued={issued} unit={entry.unit} units={[entry.unit]} />
      )}
      <VersionsList {...{ place, entry }} />
      {mayChange && !entry.withdrawn && (
        <div className="entry-actions">
          {register === 'accidents' && (
            <Button aria-expanded={open === 'casualties'} onClick={() => setOpen('casualties')}>
              {t('registers.casualtyChange')}
            </Button>
          )}
          <Button onClick={onEdit}>{t('registers.change')}</Button>
          <Button aria-expanded={open === 'withdraw'} onClick={() => setOpen('withdraw')}>
            {t('registers.withdraw')}
          </Button>
        </div>
      )}
      {open === 'casualties' && <CasualtyForm {...{ issued, entry, onDone }} />}
      {open === 'withdraw' && <WithdrawForm {...{ place, entry, onDone }} />}
    </div>
  );
}
