/** A unit states one line: what it says, what it takes off itself, what it shows. What is typed stays in this browser until sent. */
import type { StatementDetail } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { useDraft } from '../../shared/office/draft';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';
import { textRows } from '../reports/text-rows';
import { type StatementPlace, sendStatement } from './requests';
import { StatementFiles } from './statement-files';

const POINTS = /^\d{1,4}(\.\d{1,4})?$/;

interface StatementFormProps {
  readonly place: StatementPlace;
  readonly statement: StatementDetail;
  readonly onSent: (changed: StatementDetail) => void;
  readonly onCancel: () => void;
}

type Draft = Pick<StatementDetail, 'text' | 'deducted' | 'evidence'>;

export function StatementForm({ place, statement, onSent, onCancel }: StatementFormProps) {
  const { t } = useTranslation();
  const field = useId();
  const { login } = useActing();
  const { busy, error, run } = useWork();
  const { year, stage, unit, line } = place;
  const [draft, setDraft] = useDraft<Draft>({ login, noun: 'statement', id: `${year}/${unit}/${stage}/${line}` });
  const { text, deducted, evidence } = draft ?? { ...statement, deducted: startAmount(statement) };
  const [isMissed, setMissed] = useState(false);
  const change = (part: Partial<Draft>) => setDraft({ text, deducted, evidence, ...part });
  const points = deducted ?? '';
  const isSelf = stage === 'self-assessment';
  const isEmpty = isSelf && points === '';
  const needsText = !isSelf || Number(points) > 0;
  const isReady = (!isSelf || POINTS.test(points)) && (!needsText || text.trim() !== '');
  const send = () =>
    run(async () => {
      const body = { text: text.trim(), evidence: evidence.map(({ id }) => id), ...(isSelf && { deducted: points }) };
      const changed = await sendStatement(place, { body, ifMatch: statement.version });
      setDraft(undefined);
      onSent(changed);
    });
  return (
    <form
      className="statement-form"
      onSubmit={(event) => {
        event.preventDefault();
        setMissed(isEmpty);
        if (isReady) void send();
      }}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      {isSelf && (
        <div className="deducted-field">
          <label htmlFor={field}>{t('statements.deducted')}</label>
          <Input
            id={field}
            autoFocus
            inputMode="decimal"
            maxLength={9}
            value={points}
            status={isMissed || (!isEmpty && !POINTS.test(points)) ? 'error' : ''}
            onFocus={({ target }) => target.select()}
            onChange={({ target }) => change({ deducted: target.value.trim() })}
          />
          <span className="amount-missed" role="alert">
            {isMissed && isEmpty && t('statements.amountMissed')}
          </span>
        </div>
      )}
      <Input.TextArea
        autoFocus={!isSelf}
        aria-label={t(`statements.text.${stage}`)}
        placeholder={t(`statements.text.${stage}`)}
        rows={textRows(text, 2, 8)}
        maxLength={2000}
        value={text}
        onChange={({ target }) => change({ text: target.value })}
      />
      <StatementFiles place={place} files={evidence} onChange={(files) => change({ evidence: [...files] })} />
      <div className="row-buttons">
        <Button htmlType="submit" type="primary" disabled={busy || !(isReady || isEmpty)}>
          {t(`statements.send.${stage}`)}
        </Button>
        <Button onClick={onCancel}>{t('statements.close')}</Button>
      </div>
      <Refusal error={error} />
    </form>
  );
}

/** Nothing to take off is never a default: it is typed, or said with the space bar on the row. */
function startAmount({ deducted }: StatementDetail): string | null {
  return Number(deducted) > 0 ? deducted : null;
}
