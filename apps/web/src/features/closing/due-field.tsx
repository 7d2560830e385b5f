/** The last day of a stage: sent when it is left or confirmed, as a date half typed is a date too. */
import Input from 'antd/es/input';
import { useState } from 'react';

interface DueFieldProps {
  readonly label: string;
  readonly dueOn: string | null;
  readonly onChange: (dueOn: string | null) => void;
}

export function DueField({ label, dueOn, onChange }: DueFieldProps) {
  const [typed, setTyped] = useState(dueOn ?? '');
  const commit = () => {
    const next = typed === '' ? null : typed;
    if (next !== dueOn) onChange(next);
  };
  return (
    <Input
      type="date"
      size="small"
      className="due-field"
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}
