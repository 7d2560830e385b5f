/** The state of the result and its next step: compute, freeze, approve, publish, each for whom it is. */
import {
  type ActName,
  actOf,
  type ResultAnswer,
  type ResultBlank,
  type StageOfYear,
  type YearResult,
} from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import { RequestRefused } from '../../shared/office/client';
import { dayOf } from '../../shared/office/day-of';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';
import { type Missing, MissingList } from './missing-list';
import { PublishForm } from './publish-form';
import { ReasonForm } from './reason-form';
import { resultRequest, resultStep } from './requests';

export interface ResultPlace {
  readonly year: string;
  readonly stages: readonly StageOfYear[];
  readonly onChange: (next: ResultAnswer) => void;
}

export function ResultHead({ year, stages, onChange, answer }: ResultPlace & { readonly answer: ResultAnswer }) {
  const { t } = useTranslation();
  const { role } = useActing().acting;
  const { busy, error, run } = useWork();
  const queries = useQueryClient();
  const { result } = answer;
  const isOpen = (stage: string) => stages.some((one) => one.stage === stage && one.state === 'open');
  const may = (act: ActName) => actOf(act).roles.includes(role);
  const step = (path: string, body: object, ifMatch?: ResultAnswer) =>
    void run(async () => {
      try {
        onChange(await resultStep(year, path, { body, ifMatch }));
      } catch (refused) {
        // Whoever was quicker has left another state: what is shown is read again, with the refusal beside it.
        await queries.invalidateQueries({ queryKey: resultRequest(year).queryKey });
        throw refused;
      }
    });
  const blanks = blanksOf(error);
  const state = result?.state;
  return (
    <section className="paper closing-part" aria-label={t('closing.result')}>
      <div className="result-line">
        <h2>{t('closing.result')}</h2>
        {result ? <ResultWords result={result} /> : <span className="count">{t('closing.none')}</span>}
        <span className="stretch" />
        {may('result.compute') && (
          <Button disabled={busy || !isOpen('composite')} onClick={() => step('', {})}>
            {t(result ? 'closing.computeAgain' : 'closing.compute')}
          </Button>
        )}
        {may('result.freeze') && state === 'computed' && (
          <Button type="primary" disabled={busy || !isOpen('composite')} onClick={() => step('/freeze', {}, answer)}>
            {t('closing.freeze')}
          </Button>
        )}
        {may('result.approve') && state === 'frozen' && (
          <Button type="primary" disabled={busy || !isOpen('approval')} onClick={() => step('/approve', {}, answer)}>
            {t('closing.approve')}
          </Button>
        )}
      </div>
      {may('result.compute') && !result && !isOpen('composite') && <p className="count">{t('closing.notOpen')}</p>}
      {may('result.publish') && state === 'approved' && isOpen('circular') && (
        <PublishForm busy={busy} onPublish={(circular) => step('/publish', circular, answer)} />
      )}
      <Refusal error={error} />
      {blanks && (
        <>
          <MissingList missing={blanks.lines} count={blanks.count} />
          <ReasonForm
            label={t('closing.reason')}
            button={t('closing.computeAnyway')}
            onReason={(reason) => step('', { acceptOpen: true, reason })}
          />
        </>
      )}
      {result && <Moved result={result} />}
    </section>
  );
}

function ResultWords({ result }: { readonly result: YearResult }) {
  const { t } = useTranslation();
  const { number, computedAt, computedBy, state, provisional, blanks, reason, circular } = result;
  return (
    <>
      <strong className={`result-state is-${state}`}>{t(`closing.state.${state}`)}</strong>
      <span>{t('closing.number', { number, at: dayOf(computedAt), by: computedBy })}</span>
      {provisional && (
        <span className="rows-open">
          {t('closing.provisional')}
          {t('app.colon')}
          {blanks.length > 0
            ? t('closing.provisionalWhy', { count: blanks.length, reason: reason ?? '' })
            : t('closing.windowOpen')}
        </span>
      )}
      {result.approvedAt !== null && (
        <span>{t('closing.approvedBy', { by: result.approvedBy ?? '', at: dayOf(result.approvedAt) })}</span>
      )}
      {circular && <span lang="zh-CN">{t('closing.published', circular)}</span>}
      <code className="content-hash" title={result.contentHash}>
        {t('closing.hash')} {result.contentHash.slice(0, 19)}…
      </code>
    </>
  );
}

function Moved({ result: { previous, moved } }: { readonly result: YearResult }) {
  const { t } = useTranslation();
  if (previous === null) return null;
  if (moved.length === 0) return <p className="count">{t('closing.notMoved')}</p>;
  return (
    <details className="moved">
      <summary>
        {t('closing.moved', { number: previous })} <small>{moved.length}</small>
      </summary>
      <table className="compact">
        <caption className="visually-hidden">{t('closing.moved', { number: previous })}</caption>
        <thead>
          <tr>
            {(['unit', 'total', 'grade', 'rank'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`closing.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moved.map(({ unit, total, grades, rank }) => (
            <tr key={unit}>
              <th scope="row" lang="zh-CN">
                {unit}
              </th>
              <td>{arrow(total)}</td>
              <td lang="zh-CN">{arrow(grades)}</td>
              <td>{arrow(rank)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const arrow = ([from, to]: readonly [string, string]): string => (from === to ? to : `${from} → ${to}`);

const ROWS_NAMED = 12;

/** What the server listed as open before a result can be computed: rows put together by unit. */
function blanksOf(error: unknown): { readonly lines: Missing[]; readonly count: number } | undefined {
  if (!(error instanceof RequestRefused) || !Array.isArray(error.problem.blanks)) return undefined;
  const blanks = error.problem.blanks as ResultBlank[];
  const units = [...new Set(blanks.flatMap(({ unit, row }) => (row?.includes('/') ? [unit] : [])))];
  const rows = units.map((unit) => {
    const own = blanks.flatMap((one) => (one.unit === unit && one.row?.includes('/') ? [one.row.split('/')[1]] : []));
    const named = own.slice(0, ROWS_NAMED).join('、') + (own.length > ROWS_NAMED ? '…' : '');
    return { zh: `${unit}：${own.length} 行没有核（${named}）`, en: `${unit}: ${own.length} rows open (${named})` };
  });
  const others = blanks.filter(({ row }) => !row?.includes('/'));
  return { lines: [...rows, ...others], count: blanks.length };
}
