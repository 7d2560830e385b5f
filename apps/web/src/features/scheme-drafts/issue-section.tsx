/** What is still to be done, what the checker found, what the scheme does not hold, and issuing it. */
import type { SchemeDraftSummary } from '@kaohe/api-contract';
import { BONUS_KEY, type Gap, type LeftOut, unseenDefects } from '@kaohe/clauses';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import { request, requestFile } from '../../shared/office/client';
import { issuedSchemesRequest } from '../../shared/office/issued-schemes';
import { Refusal } from '../../shared/office/refusal';
import { saveFile } from '../../shared/office/save-file';
import { useWork } from '../../shared/office/use-work';
import type { DraftCheck } from './draft-check';
import { DraftFindings } from './draft-findings';
import { copyDraft, draftsRequest, type LoadedDraft } from './requests';
import type { DraftEditor } from './use-draft-editor';

interface IssueSectionProps {
  readonly loaded: LoadedDraft;
  readonly editor: DraftEditor;
  readonly check: DraftCheck | undefined;
  readonly onGo: (key: string) => void;
}

export function IssueSection({ loaded, editor, check, onGo }: IssueSectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!check) return <p role="status">{t('drafts.check.checking')}</p>;
  const { body, change } = editor;
  return (
    <>
      <IssueBar loaded={loaded} editor={editor} check={check} />
      {loaded.state === 'draft' && (
        <section className="paper block" aria-label={t('drafts.check.gaps')}>
          <h2>{t('drafts.check.gaps')}</h2>
          {check.gaps.length + check.problems.length === 0 && <p>✓ {t('drafts.check.noGaps')}</p>}
          <Gaps gaps={check.gaps} onGo={onGo} />
          {check.problems.length > 0 && <h3>{t('drafts.check.problems')}</h3>}
          <ul>
            {check.problems.map((problem) => (
              <li key={problem.zh}>▲ {problem[language]}</li>
            ))}
          </ul>
        </section>
      )}
      <DraftFindings check={check} seen={body.seen} onSeen={(seen) => change({ ...body, seen })} onGo={onGo} />
      <Left leftOut={check.leftOut} onGo={onGo} />
    </>
  );
}

/** One line a kind of gap, with the way to the first. */
function Gaps({ gaps, onGo }: { readonly gaps: readonly Gap[]; readonly onGo: (key: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const codes = [...new Set(gaps.map(({ code }) => code))];
  return (
    <ul>
      {codes.map((code) => {
        const own = gaps.filter((one) => one.code === code);
        const [first] = own;
        const key = first?.at ?? (code === 'bonus-cap' ? BONUS_KEY : undefined);
        return (
          <li key={code}>
            ◆ {first?.text[language]} {own.length > 1 && <span className="group-count">{own.length}</span>}{' '}
            {key !== undefined && (
              <button type="button" className="plain-button" onClick={() => onGo(key)}>
                {t('drafts.check.go')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Left({ leftOut, onGo }: { readonly leftOut: readonly LeftOut[]; readonly onGo: (key: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="paper block" aria-label={t('drafts.check.left')}>
      <h2>{t('drafts.check.left')}</h2>
      <ul>
        {leftOut.map(({ reason, text, quote, key }) => (
          <li key={`${reason} ${key} ${quote}`}>
            ■ {text[language]}
            {quote !== undefined && <q lang="zh-CN">{quote}</q>}{' '}
            {key !== undefined && (
              <button type="button" className="plain-button" onClick={() => onGo(key)}>
                {t('drafts.check.go')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function IssueBar({ loaded, editor, check }: Omit<IssueSectionProps, 'onGo' | 'check'> & { check: DraftCheck }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { busy, error, run } = useWork();
  const { draft, state, scheme } = loaded;
  const url = `/api/scheme-drafts/${encodeURIComponent(draft)}`;
  const refresh = () =>
    Promise.all([draftsRequest, issuedSchemesRequest].map(({ queryKey }) => client.invalidateQueries({ queryKey })));
  const issue = () =>
    run(async () => {
      await request<SchemeDraftSummary>('POST', `${url}/issue`, { ifMatch: editor.version });
      await refresh();
    });
  const again = () =>
    run(async () => {
      const copy = await copyDraft({ ...loaded, body: { ...editor.body, head: { ...editor.body.head, id: '' } } });
      await refresh();
      await navigate({ to: '/office/schemes/$draft', params: { draft: copy }, search: keepInOffice });
    });
  const unseen = unseenDefects(check.findings, editor.body.seen).length;
  const isReady = check.gaps.length + check.problems.length + unseen === 0 && editor.state === 'saved';
  return (
    <section className="paper block" aria-label={t('drafts.check.issue')}>
      <p>
        {state === 'issued' ? `● ${t('drafts.check.issued', { scheme })}` : t('drafts.check.issueWhy')}{' '}
        {t('drafts.check.scores', { count: Object.keys(check.keys).length })}
      </p>
      <p className="edition">
        {t('drafts.check.edition')} <code>{loaded.edition ?? check.edition}</code>
      </p>
      <div className="row-buttons">
        {state === 'draft' && (
          <Button type="primary" loading={busy} disabled={!isReady} onClick={() => void issue()}>
            {t('drafts.check.issue')}
          </Button>
        )}
        {state === 'issued' && (
          <Link to="/office/years/new" search={keepInOffice} className="ant-btn">
            {t('drafts.check.createYear')}
          </Link>
        )}
        <Button onClick={() => void run(async () => saveFile(await requestFile('GET', `${url}/folder`)))}>
          {t('drafts.check.download')}
        </Button>
        {state === 'issued' && <Button onClick={() => void again()}>{t('drafts.again')}</Button>}
        {unseen > 0 && (
          <span>
            ▲ <Quoted text={t('drafts.check.unseen', { count: unseen })} />
          </span>
        )}
      </div>
      <Refusal error={error} />
    </section>
  );
}
