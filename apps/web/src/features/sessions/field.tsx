/** A labelled line of a form. */
import { type ReactNode, useId } from 'react';
import { Quoted } from '../../shared/language/quoted';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: (id: string) => ReactNode;
}

export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Quoted text={label} />
      </label>
      {children(id)}
      {hint !== undefined && <small>{hint}</small>}
    </div>
  );
}
