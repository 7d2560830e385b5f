/** A step that is taken once: a button, and a dialog that names every unit with its mark. */
import Button from 'antd/es/button';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';

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

export function ConfirmStep({ label, className, disabled, ...asked }: ConfirmStepProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" className={className ?? ''} disabled={disabled ?? false} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <ConfirmDialog {...asked} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ConfirmDialogProps extends Omit<ConfirmStepProps, 'label' | 'className' | 'disabled'> {
  readonly onClose: () => void;
}

/** The browser's own dialog: it holds the focus, and asks for no style the page's policy forbids. */
function ConfirmDialog({ title, hint, confirm, units, marks, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  useEffect(() => {
    dialog.current?.showModal();
    yes.current?.focus();
  }, []);
  const act = () => {
    setBusy(true);
    onConfirm()
      .then(onClose, setError)
      .finally(() => setBusy(false));
  };
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      <ol className="confirm-units">
        {units.map((unit) => (
          <li key={unit}>
            <span lang="zh-CN">{unit}</span> <strong>{marks[unit] ?? '–'}</strong>
          </li>
        ))}
      </ol>
      {hint && <p>{hint}</p>}
      {error && <Refusal error={error} />}
      <div className="confirm-buttons">
        <Button onClick={() => dialog.current?.close()}>{t('ratings.cancel')}</Button>
        <Button ref={yes} type="primary" disabled={busy} onClick={act}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
