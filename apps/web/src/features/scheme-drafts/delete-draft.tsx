/** Giving up a draft that is not issued: asked for once more, with the reason the log keeps. */
import type { SchemeDraftSummary } from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { deleteDraft, draftsRequest } from './requests';

export function DeleteDraft({ draft }: { readonly draft: SchemeDraftSummary }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={`${t('drafts.delete.button')} ${draft.title}`} onClick={() => setOpen(true)}>
        {t('drafts.delete.button')}
      </Button>
      {open && <DeleteDialog draft={draft} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DeleteDialogProps {
  readonly draft: SchemeDraftSummary;
  readonly onClose: () => void;
}

/** The browser's own dialog: it holds the focus, and asks for no style the page's policy forbids. */
function DeleteDialog({ draft, onClose }: DeleteDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [titleId, reasonId] = [useId(), useId()];
  const [reason, setReason] = useState('');
  const { busy, error, run } = useWork();
  useEffect(() => dialog.current?.showModal(), []);
  const refresh = () => client.invalidateQueries({ queryKey: draftsRequest.queryKey, exact: true });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await deleteDraft(draft, reason);
      await refresh();
    });
  };
  const close = () => {
    onClose();
    // Refused because somebody changed it: the list shows what it is now.
    if (error) void refresh();
  };
  return (
    <dialog ref={dialog} className="delete-draft" aria-labelledby={titleId} onClose={close}>
      <h2 id={titleId}>{t('drafts.delete.title')}</h2>
      <p lang="zh-CN">
        {draft.title} {draft.fileName}
      </p>
      <p>{t('drafts.delete.why')}</p>
      <form onSubmit={onSubmit}>
        <label htmlFor={reasonId}>{t('drafts.delete.reason')}</label>
        <input
          id={reasonId}
          className="delete-reason"
          value={reason}
          required
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
        <Refusal error={error} />
        <div className="row-buttons">
          <Button onClick={() => dialog.current?.close()}>{t('drafts.delete.keep')}</Button>
          <Button danger htmlType="submit" loading={busy} disabled={reason.trim() === ''}>
            {t('drafts.delete.now')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
