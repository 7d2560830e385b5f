/** Each suggestion with the unit's answer; the unit itself answers here. */
import { askedIn, type ReportJson } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { dayOf } from '../../shared/office/day-of';
import { useDraft } from '../../shared/office/draft';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';
import { reportUrl } from './requests';
import { textRows } from './text-rows';

interface AnswersProps {
  readonly year: string;
  readonly report: ReportJson;
  readonly onChange: (next: ReportJson) => void;
}

export function Answers({ year, report, onChange }: AnswersProps) {
  const { t } = useTranslation();
  const suggestions = report.body ? askedIn(report.body) : [];
  if (suggestions.length === 0) return null;
  return (
    <section aria-label={t('reports.answers')}>
      <h2>{t('reports.answers')}</h2>
      <ol>
        {suggestions.map((suggestion, index) => (
          <li key={suggestion}>
            <p lang="zh-CN">{suggestion}</p>
            {report.may.answer ? (
              <AnswerForm year={year} report={report} n={index + 1} onChange={onChange} />
            ) : (
              <Given report={report} n={index + 1} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Given({ report, n }: { readonly report: ReportJson; readonly n: number }) {
  const { t } = useTranslation();
  const given = report.answers.find((one) => one.n === n);
  return given ? (
    <p className="given-answer" lang="zh-CN">
      {given.answer} <small>{dayOf(given.answeredAt)}</small>
    </p>
  ) : (
    <p className="count">{t('reports.noAnswer')}</p>
  );
}

function AnswerForm({ year, report, n, onChange }: AnswersProps & { readonly n: number }) {
  const { t } = useTranslation();
  const { login } = useActing();
  const { busy, error, run } = useWork();
  const [draft, setDraft] = useDraft<string>({ login, noun: 'answer', id: `${year}/${report.unit}/${n}` });
  const given = report.answers.find((one) => one.n === n);
  const text = draft ?? given?.answer ?? '';
  const send = () =>
    run(async () => {
      const url = `${reportUrl({ year, unit: report.unit })}/answers/${n}`;
      onChange(await request<ReportJson>('PUT', url, { body: { answer: text.trim() }, ifMatch: given?.version ?? 0 }));
      setDraft(undefined);
    });
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Input.TextArea
        aria-label={t('reports.answerOf', { n })}
        rows={textRows(text, 2, 8)}
        maxLength={2000}
        value={text}
        onChange={(event) => setDraft(event.target.value)}
      />
      <Button htmlType="submit" disabled={busy || draft === undefined || text.trim() === ''}>
        {t('reports.sendAnswer')}
      </Button>
      <span role="status">{draft === undefined && given ? `✓ ${t('reports.saved')}` : ''}</span>
      <Refusal error={error} />
    </form>
  );
}
