/** A day as it is printed everywhere, YYYY-MM-DD: a browser's own date field follows the browser's language, not the page's. */
import Input, { type InputProps } from 'antd/es/input';
import { useState } from 'react';
import { useTranslation } from '../language/i18n';
import { typedDay } from './typed-day';

interface DayFieldProps extends Omit<InputProps, 'value' | 'onChange' | 'type' | 'status'> {
  readonly value: string;
  /** Told a whole day, or nothing while there is none. */
  readonly onChange: (day: string) => void;
}

export function DayField({ value, onChange, className = '', ...rest }: DayFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const day = typedDay(typed);
  // What is typed stands while it means the value; a value set from outside replaces it.
  const shown = day === value || (day === undefined && value === '') ? typed : value;
  const isWrong = shown !== '' && typedDay(shown) === undefined;
  const change = (text: string) => {
    setTyped(text);
    onChange(typedDay(text) ?? '');
  };
  return (
    <Input
      {...rest}
      className={`day-field ${className}`}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      placeholder="YYYY-MM-DD"
      title={t('office.dayAs')}
      aria-invalid={isWrong}
      ref={(field) => field?.input?.setCustomValidity(isWrong ? t('office.dayAs') : '')}
      value={shown}
      onChange={({ target }) => change(target.value)}
      onBlur={(event) => {
        if (day !== undefined && day === value) setTyped(day);
        rest.onBlur?.(event);
      }}
    />
  );
}
