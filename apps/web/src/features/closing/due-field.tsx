/** The last day of a stage: sent when it is left or confirmed; a day half typed is not sent. */
import { useRef, useState } from 'react';
import { DayField } from '../../shared/office/day-field';
import { type Day, onceEach } from './once-each';

interface DueFieldProps {
  readonly label: string;
  readonly dueOn: Day;
  /** True where it was taken. */
  readonly onChange: (dueOn: Day) => Promise<boolean>;
}

export function DueField({ label, dueOn, onChange }: DueFieldProps) {
  const [typed, setTyped] = useState(dueOn ?? '');
  const latest = useRef(onChange);
  latest.current = onChange;
  // Enter and then a click elsewhere confirm the same day twice.
  const [confirm] = useState(() => onceEach(dueOn, (day) => latest.current(day)));
  const commit = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    if (!currentTarget.validity.valid) return;
    void confirm(typed === '' ? null : typed);
  };
  return (
    <DayField size="small" aria-label={label} value={typed} onChange={setTyped} onBlur={commit} onPressEnter={commit} />
  );
}
