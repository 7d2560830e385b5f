/** A step that is taken once: a button, and a dialog that names every unit with its mark. */
import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { RefusalAlert } from '../../shared/office/refusal-alert';

interface ConfirmStepProps {
  readonly label: string;
  readonly title: string;
  readonly hint?: string;
  readonly confirm: string;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly units: readonly string[];
  readonly marks: Readonly<Record<string, string>>;
  readonly onConfirm: () => Promise<void>;
}

export function ConfirmStep({
  label,
  title,
  hint,
  confirm,
  className,
  disabled,
  units,
  marks,
  onConfirm,
}: ConfirmStepProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const act = async () => {
    setBusy(true);
    try {
      await onConfirm();
      setOpen(false);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button type="primary" className={className ?? ''} disabled={disabled ?? false} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={title}
        okText={confirm}
        cancelText={t('ratings.cancel')}
        okButtonProps={{ autoFocus: true, loading: busy }}
        onOk={() => void act()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <ol className="confirm-units">
          {units.map((unit) => (
            <li key={unit}>
              <span lang="zh-CN">{unit}</span> <strong>{marks[unit] ?? '–'}</strong>
            </li>
          ))}
        </ol>
        {hint && <p>{hint}</p>}
        {error && <RefusalAlert error={error} />}
      </Modal>
    </>
  );
}
