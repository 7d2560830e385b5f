/** Long exports: asked for, followed while they are made, downloaded or taken away. */
import { actOf, chinaTime, type ExportJson } from '@kaohe/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import type { TFunction } from 'i18next';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';
import { cancelExport, downloadExport, exportsRequest, isUnderWay, startExport } from './requests';

interface ExportsProps {
  readonly year: string;
}

export function Exports({ year }: ExportsProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data } = useQuery(exportsRequest(year));
  const { busy, error, run } = useWork();
  const language = useLanguage();
  const mayEnd = actOf('export.cancel').roles.includes(useActing().acting.role);
  const act = (work: () => Promise<void>) =>
    void run(async () => {
      await work();
      await client.invalidateQueries({ queryKey: exportsRequest(year).queryKey });
    });
  return (
    <section className="paper papers-of" aria-label={t('exports.title')}>
      <table className="compact">
        <caption>{t('exports.title')}</caption>
        <thead>
          <tr>
            {(['what', 'state', 'asked', 'act'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`exports.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data?.exports.map((one) => (
            <ExportRow key={one.id} year={year} one={one} busy={busy} mayEnd={mayEnd} act={act} />
          ))}
          {data?.exports.length === 0 && (
            <tr>
              <td colSpan={4} className="count">
                {t('exports.none')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <p>
        {data?.kinds.map(({ kind, waits }) =>
          waits ? (
            <span key={kind} className="export-waits">
              {t('exports.waits', { kind: t(`exports.${kind}`), why: waits[language] })}
            </span>
          ) : (
            <Button
              key={kind}
              className="paper-form"
              disabled={busy}
              onClick={() => act(() => startExport(year, kind))}
            >
              {t('exports.start', { kind: t(`exports.${kind}`) })}
            </Button>
          ),
        )}
      </p>
      <Refusal error={error} />
    </section>
  );
}

interface ExportRowProps {
  readonly year: string;
  readonly one: ExportJson;
  readonly busy: boolean;
  /** Whether the role may cancel one, or take one away. */
  readonly mayEnd: boolean;
  readonly act: (work: () => Promise<void>) => void;
}

function ExportRow({ year, one, busy, mayEnd, act }: ExportRowProps) {
  const { t } = useTranslation();
  const kind = t(`exports.${one.kind}`);
  const button = (name: 'download' | 'cancel' | 'remove', work: () => Promise<void>) => (
    <Button
      className="paper-form"
      size="small"
      disabled={busy}
      aria-label={`${t(`exports.${name}`)} ${kind}`}
      onClick={() => act(work)}
    >
      {t(`exports.${name}`)}
    </Button>
  );
  return (
    <tr>
      <th scope="row">{kind}</th>
      <td>
        {one.state === 'running' && one.total > 0 && (
          <progress value={one.done} max={one.total} aria-label={t('exports.progressOf', { kind })} />
        )}{' '}
        {stateWords(t, one)}
      </td>
      <td>
        <span lang="zh-CN">{one.askedBy}</span> {chinaTime(one.askedAt)}
      </td>
      <td>
        {one.state === 'done' && button('download', () => downloadExport(year, one.id))}
        {mayEnd && button(isUnderWay(one) ? 'cancel' : 'remove', () => cancelExport(year, one.id))}
      </td>
    </tr>
  );
}

function stateWords(t: TFunction, { state, done, total, bytes, keptUntil, failure }: ExportJson): string {
  switch (state) {
    case 'running':
      return t('exports.running', { done, total });
    case 'done':
      return t('exports.done', {
        size: ((bytes ?? 0) / 1_048_576).toFixed(1),
        day: chinaTime(keptUntil ?? '').slice(0, 10),
      });
    case 'failed':
      return t('exports.failed', { why: failure ?? '' });
    default:
      return t(`exports.${state}`);
  }
}
