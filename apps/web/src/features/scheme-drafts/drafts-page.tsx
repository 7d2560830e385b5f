/** Drafts of schemes and what was issued; a document is imported by choosing, dropping or pasting it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { issuedSchemesRequest } from '../../shared/office/issued-schemes';
import { Refusal } from '../../shared/office/refusal';
import { Unread } from '../../shared/office/unread';
import { useWork } from '../../shared/office/use-work';
import { DraftsTable } from './drafts-table';
import { ImportDocument } from './import-document';
import { createDraft, draftsRequest, textOfFile } from './requests';
import './scheme-drafts.css';
import './draft-forms.css';

export function DraftsPage() {
  const { t } = useTranslation();
  const drafts = useQuery(draftsRequest);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { busy, error, run } = useWork();
  const start = useCallback(
    (name: string, text: () => Promise<string>) =>
      run(async () => {
        const draft = await createDraft(name, await text());
        await client.invalidateQueries({ queryKey: draftsRequest.queryKey, exact: true });
        await navigate({ to: '/office/schemes/$draft', params: { draft }, search: keepInOffice });
      }),
    [run, client, navigate],
  );
  const takeFile = useCallback((file: File) => start(file.name, () => textOfFile(file)), [start]);
  return (
    <>
      <div className="toolbar">
        <h1>{t('drafts.title')}</h1>
      </div>
      <ImportDocument busy={busy} onFile={takeFile} onText={(text) => start('', async () => text)} />
      <Refusal error={error} />
      {drafts.data ? <DraftsTable drafts={drafts.data.drafts} /> : <Unread error={drafts.error} />}
      <Installed />
    </>
  );
}

function Installed() {
  const { t } = useTranslation();
  const { data } = useQuery(issuedSchemesRequest);
  const installed = data?.schemes.filter(({ own }) => !own) ?? [];
  if (installed.length === 0) return null;
  return (
    <section className="paper drafts-list" aria-label={t('drafts.builtIn')}>
      <h2>{t('drafts.builtIn')}</h2>
      <ul className="unit-lines">
        {installed.map(({ id, title }) => (
          <li key={id} lang="zh-CN">
            <Link to="/scheme" search={{ scheme: id }}>
              {title}
            </Link>{' '}
            <code>{id}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
