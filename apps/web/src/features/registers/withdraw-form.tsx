/** Withdrawing asks for a reason; the entry stays in the register, struck out. */
import type { RegisterEntry } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { type RegisterPlace, withdrawEntry } from './requests';

interface WithdrawFormProps {
  readonly place: RegisterPlace;
  readonly entry: RegisterEntry;
  readonly onDone: () => void;
}

export function WithdrawForm({ place, entry, onDone }: WithdrawFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Error>();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    withdrawEntry(place, entry, reason).then(onDone, setError);
  };
  return (
    <form className="entry-fields" onSubmit={onSubmit}>
      <label className="entry-field long">
        {t('registers.reason')}
        <input value={reason} required maxLength={500} onChange={({ target }) => setReason(target.value)} />
      </label>
      <Button htmlType="submit" danger>
        {t('registers.withdrawNow')}
      </Button>
      {error && <Refusal error={error} />}
    </form>
  );
}
