/** The number and the day of the circular. */
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { DayField } from '../../shared/office/day-field';
import { useActing } from '../../shared/office/session';

interface PublishFormProps {
  readonly busy: boolean;
  readonly onPublish: (circular: { number: string; on: string }) => void;
}

export function PublishForm({ busy, onPublish }: PublishFormProps) {
  const { t } = useTranslation();
  const { today } = useActing();
  const [number, setNumber] = useState('');
  const [on, setOn] = useState(today);
  return (
    <form
      className="reason-form"
      onSubmit={(event) => {
        event.preventDefault();
        onPublish({ number: number.trim(), on });
      }}
    >
      <Input
        aria-label={t('closing.circularNumber')}
        placeholder={t('closing.circularNumber')}
        maxLength={100}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <DayField aria-label={t('closing.circularOn')} value={on} onChange={setOn} />
      <Button type="primary" htmlType="submit" disabled={busy || number.trim() === '' || on === ''}>
        {t('closing.publish')}
      </Button>
      <span className="count">{t('closing.gradesOnly')}</span>
    </form>
  );
}
