/** A document handed in: a file chosen or dropped anywhere on the page, or its text. */
import Button from 'antd/es/button';
import { useId, useState } from 'react';
import { useDrop } from '../../shared/files/use-drop';
import { useTranslation } from '../../shared/language/i18n';

interface ImportDocumentProps {
  readonly busy: boolean;
  readonly onFile: (file: File) => Promise<boolean>;
  readonly onText: (text: string) => Promise<boolean>;
}

export function ImportDocument({ busy, onFile, onText }: ImportDocumentProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [fileId, textId] = [useId(), useId()];
  const over = useDrop(onFile);
  return (
    <section className={`paper block import-document${over ? ' over' : ''}`} aria-label={t('drafts.importFile')}>
      <p className="hint">{t('drafts.hint')}</p>
      <label htmlFor={fileId}>
        <strong>{t('drafts.importFile')}</strong> {over ? t('drafts.drop') : t('drafts.choose')}
      </label>{' '}
      <input
        id={fileId}
        type="file"
        accept=".docx,.xlsx,.pdf,.txt,.md"
        disabled={busy}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void onFile(file);
          target.value = '';
        }}
      />
      {busy && <span role="status"> {t('drafts.reading')}</span>}
      <details>
        <summary>{t('drafts.paste')}</summary>
        <label htmlFor={textId} className="visually-hidden">
          {t('drafts.paste')}
        </label>
        <textarea id={textId} rows={6} value={text} lang="zh-CN" onChange={({ target }) => setText(target.value)} />
        <Button loading={busy} disabled={text.trim() === ''} onClick={() => void onText(text)}>
          {t('drafts.pasteRead')}
        </Button>
      </details>
    </section>
  );
}
