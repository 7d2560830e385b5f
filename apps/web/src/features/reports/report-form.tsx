/** The team's draft: kept in the browser while it is typed, saved over the version that was seen. */
import type { ReportBody, ReportJson } from '@kaohe/api-contract';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { useDraft } from '../../shared/office/draft';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';
import { ListEditor } from './list-editor';
import { reportNow, reportUrl } from './requests';
import { textRows } from './text-rows';

interface ReportFormProps {
  readonly year: string;
  readonly report: ReportJson;
  readonly onChange: (next: ReportJson) => void;
}

const EMPTY: ReportBody = { narrative: '', problems: [], suggestions: [] };

export function ReportForm({ year, report, onChange }: ReportFormProps) {
  const { t } = useTranslation();
  const { login } = useActing();
  const narrativeId = useId();
  const [draft, setDraft] = useDraft<ReportBody>({ login, noun: 'report', id: `${year}/${report.unit}` });
  const { busy, error, run } = useWork();
  const body = draft ?? report.body ?? EMPTY;
  const change = (part: Partial<ReportBody>) => setDraft({ ...textOf(body), ...part });
  const theirs = reportNow(error);
  const save = (ifMatch: number) =>
    run(async () => {
      onChange(
        await request<ReportJson>('PUT', reportUrl({ year, unit: report.unit }), { body: filled(body), ifMatch }),
      );
      setDraft(undefined);
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save(report.version);
      }}
    >
      <label htmlFor={narrativeId}>
        <h2>{t('reports.narrative')}</h2>
      </label>
      <Input.TextArea
        id={narrativeId}
        rows={textRows(body.narrative, 6, 18)}
        maxLength={20_000}
        value={body.narrative}
        onChange={(event) => change({ narrative: event.target.value })}
      />
      <ListEditor title={t('reports.problems')} texts={body.problems} onChange={(problems) => change({ problems })} />
      <ListEditor
        title={t('reports.suggestions')}
        texts={body.suggestions}
        onChange={(suggestions) => change({ suggestions })}
      />
      {theirs ? (
        <Alert
          type="warning"
          role="alert"
          title={t('reports.conflict')}
          action={
            <>
              <Button
                onClick={() => {
                  setDraft(undefined);
                  onChange(theirs);
                }}
              >
                {t('reports.takeTheirs')}
              </Button>
              <Button onClick={() => void save(theirs.version)}>{t('reports.keepMine')}</Button>
            </>
          }
        />
      ) : (
        <Refusal error={error} />
      )}
      <p className="report-save">
        <Button type="primary" htmlType="submit" disabled={busy || (draft === undefined && report.state !== 'none')}>
          {t('reports.save')}
        </Button>
        <span role="status">{draft ? t('reports.unsaved') : report.state === 'none' ? '' : t('reports.saved')}</span>
      </p>
    </form>
  );
}

const textOf = ({ narrative, problems, suggestions }: ReportBody): ReportBody => ({ narrative, problems, suggestions });

/** Lines left empty are not sent. */
function filled(body: ReportBody): ReportBody {
  const kept = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text !== '');
  return { narrative: body.narrative, problems: kept(body.problems), suggestions: kept(body.suggestions) };
}
