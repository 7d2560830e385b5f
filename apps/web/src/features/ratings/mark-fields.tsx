/** The column of fields: Enter and ↓ go down, ↑ goes up, the last Enter goes to what comes next. */
import type { RatingForm } from '@kaohe/scoring';
import type { KeyboardEvent } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { readMark } from './marks';

interface MarkFieldProps {
  readonly form: RatingForm;
  readonly unit: string;
  readonly typed: string;
  readonly disabled?: boolean | undefined;
  readonly onChange: (text: string) => void;
  readonly onFocus?: (() => void) | undefined;
}

export function MarkField({ form, unit, typed, disabled, onChange, onFocus }: MarkFieldProps) {
  const { t } = useTranslation();
  const { problem } = readMark(typed, form);
  const problemId = `problem-${unit}`;
  return (
    <>
      <input
        className="mark-field"
        inputMode="decimal"
        autoComplete="off"
        aria-label={t('ratings.mark', { unit })}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? problemId : undefined}
        readOnly={disabled}
        value={typed}
        onChange={({ target }) => onChange(target.value)}
        onFocus={({ target }) => {
          target.select();
          onFocus?.();
        }}
        onKeyDown={moveOn}
      />
      {problem && (
        <span id={problemId} className="mark-problem" role="alert">
          × {t(`ratings.problems.${problem}`, { scale: form.scale, decimals: form.decimals })}
        </span>
      )}
    </>
  );
}

function moveOn(event: KeyboardEvent<HTMLInputElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const fields = Array.from(document.querySelectorAll<HTMLElement>('.mark-field, .after-marks'));
  const next = fields[fields.indexOf(event.currentTarget) + step];
  if (next && (event.key === 'Enter' || next.classList.contains('mark-field'))) next.focus();
}
