/** What a unit shows for a statement: files it uploads for that alone. */
import type { StatementJson } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { type ChangeEvent, useRef } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { evidenceUrl, type StatementPlace, uploadForStatement } from './requests';

type File = StatementJson['evidence'][number];

interface StatementFilesProps {
  readonly place: StatementPlace;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

export function StatementFiles({ place, files, onChange }: StatementFilesProps) {
  const { t } = useTranslation();
  const { busy, error, run } = useWork();
  const input = useRef<HTMLInputElement>(null);
  const upload = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = Array.from(event.target.files ?? []);
    event.target.value = '';
    if (!file) return;
    void run(async () => {
      const { id, name } = await uploadForStatement(place, file);
      onChange([...files.filter((one) => one.id !== id), { id, name }]);
    });
  };
  return (
    <div className="statement-files">
      <ShownFiles year={place.year} files={files} onRemove={(id) => onChange(files.filter((one) => one.id !== id))} />
      <Button size="small" loading={busy} onClick={() => input.current?.click()}>
        {t('statements.upload')}
      </Button>
      <small>{t('statements.uploadHint')}</small>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('statements.upload')}
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt"
        onChange={upload}
      />
      <Refusal error={error} />
    </div>
  );
}

interface ShownFilesProps {
  readonly year: string;
  readonly files: readonly File[];
  readonly onRemove?: (id: string) => void;
}

export function ShownFiles({ year, files, onRemove }: ShownFilesProps) {
  const { t } = useTranslation();
  return (
    <>
      {files.map(({ id, name }) => (
        <span key={id} className="statement-file">
          <a href={`${evidenceUrl(year)}/${id}`} download lang="zh-CN">
            {name}
          </a>
          {onRemove && (
            <Button
              size="small"
              type="text"
              aria-label={t('statements.removeFile', { name })}
              onClick={() => onRemove(id)}
            >
              ✕
            </Button>
          )}
        </span>
      ))}
    </>
  );
}
