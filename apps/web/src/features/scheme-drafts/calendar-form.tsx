/** The days of the document as real days, each for what it ends; one without a last day stays in words. */
import { DAY_KINDS, type DraftDay, type DraftDayKind } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import { DayField } from '../../shared/office/day-field';
import type { DraftFormProps } from './draft-form';

const BLANK: DraftDay = { quote: '', kind: 'other', name: '', from: '', to: '' };

export function CalendarForm({ draft, onChange }: DraftFormProps) {
  const { t } = useTranslation();
  const { calendar } = draft;
  const put = (next: readonly DraftDay[]) => onChange({ ...draft, calendar: next });
  return (
    <section className="paper block frame-table" aria-label={t('draftFrame.days.title')}>
      <h2>{t('draftFrame.days.title')}</h2>
      {calendar.length === 0 && <p className="hint">{t('draftFrame.days.none')}</p>}
      {calendar.length > 0 && (
        <table>
          <thead>
            <tr>
              {(['kind', 'from', 'to', 'name', 'quote'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`draftFrame.days.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {calendar.map((day, index) => (
              <DayRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place while it is typed
                key={index}
                day={day}
                number={index + 1}
                onChange={(next) => put(calendar.map((one, at) => (at === index ? next : one)))}
                onRemove={day.quote === '' ? () => put(calendar.filter((_, at) => at !== index)) : undefined}
              />
            ))}
          </tbody>
        </table>
      )}
      <Button size="small" onClick={() => put([...calendar, BLANK])}>
        {t('draftFrame.days.add')}
      </Button>
    </section>
  );
}

interface DayRowProps {
  readonly day: DraftDay;
  readonly number: number;
  readonly onChange: (day: DraftDay) => void;
  /** Absent: the document prints it. */
  readonly onRemove: (() => void) | undefined;
}

function DayRow({ day, number, onChange, onRemove }: DayRowProps) {
  const { t } = useTranslation();
  const label = (field: 'kind' | 'name' | 'from' | 'to') => `${t(`draftFrame.days.${field}`)} ${number}`;
  return (
    <tr>
      <td>
        <select
          value={day.kind}
          aria-label={label('kind')}
          onChange={({ target }) => onChange({ ...day, kind: target.value as DraftDayKind })}
        >
          {DAY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`draftFrame.days.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </td>
      {(['from', 'to'] as const).map((end) => (
        <td key={end}>
          <DayField
            size="small"
            aria-label={label(end)}
            value={day[end]}
            onChange={(on) => onChange({ ...day, [end]: on })}
          />
        </td>
      ))}
      <td>
        <input
          value={day.name}
          lang="zh-CN"
          aria-label={label('name')}
          onChange={({ target }) => onChange({ ...day, name: target.value })}
        />
      </td>
      <td lang="zh-CN">{day.quote}</td>
      <td>
        {onRemove && (
          <Button size="small" aria-label={t('draftFrame.days.remove', { row: number })} onClick={onRemove}>
            ×
          </Button>
        )}
      </td>
    </tr>
  );
}
