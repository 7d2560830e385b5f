/** A reason, and the button that needs it. */
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';

interface ReasonFormProps {
  readonly label: string;
  readonly button: string;
  readonly onReason: (reason: string) => void;
  readonly onCancel?: () => void;
}

export function ReasonForm({ label, button, onReason, onCancel }: ReasonFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <form
      className="reason-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onReason(reason.trim());
      }}
    >
      <Input
        aria-label={label}
        placeholder={label}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button htmlType="submit" disabled={reason.trim() === ''}>
        {button}
      </Button>
      {onCancel && <Button onClick={onCancel}>{t('closing.cancel')}</Button>}
    </form>
  );
}
