/** The last day of a stage: sent when it is left or confirmed; a day half typed is not sent. */
import { useState } from 'react';
import { DayField } from '../../shared/office/day-field';

interface DueFieldProps {
  readonly label: string;
  readonly dueOn: string | null;
  readonly onChange: (dueOn: string | null) => void;
}

export function DueField({ label, dueOn, onChange }: DueFieldProps) {
  const [typed, setTyped] = useState(dueOn ?? '');
  const commit = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    if (!currentTarget.validity.valid) return;
    const next = typed === '' ? null : typed;
    if (next !== dueOn) onChange(next);
  };
  return (
    <DayField size="small" aria-label={label} value={typed} onChange={setTyped} onBlur={commit} onPressEnter={commit} />
  );
}
