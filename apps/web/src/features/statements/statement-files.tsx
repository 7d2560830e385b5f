/** What a unit shows for a statement: files it uploads for that alone. */
import type { StatementJson } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { useEffect } from 'react';
import { UploadField } from '../../shared/evidence/upload-field';
import { evidenceUrl } from '../../shared/evidence/upload-place';
import { settleUpload } from '../../shared/evidence/uploads';
import { useUploads } from '../../shared/evidence/use-uploads';
import { useTranslation } from '../../shared/language/i18n';
import type { StatementPlace } from './requests';

type File = StatementJson['evidence'][number];

interface StatementFilesProps {
  readonly place: StatementPlace;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

export function StatementFiles({ place, files, onChange }: StatementFilesProps) {
  const { t } = useTranslation();
  const { year, unit, stage, line } = place;
  const target = `${stage}/${line}`;
  const uploadPlace = { year, unit, purpose: 'statement' } as const;
  const items = useUploads(uploadPlace).filter((item) => item.target === target);
  useEffect(() => {
    // One at a time: the next is added to what this one has changed.
    const arrived = items.find(({ isUsed, progress }) => !isUsed && progress.state === 'done');
    if (arrived?.progress.state !== 'done') return;
    const { id, name } = arrived.progress.evidence;
    settleUpload(arrived.id);
    onChange([...files.filter((one) => one.id !== id), { id, name }]);
  }, [items, files, onChange]);
  return (
    <div className="statement-files">
      <UploadField place={uploadPlace} target={target} items={items} label={t('statements.upload')}>
        <ShownFiles year={year} files={files} onRemove={(id) => onChange(files.filter((one) => one.id !== id))} />
      </UploadField>
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
              ×
            </Button>
          )}
        </span>
      ))}
    </>
  );
}
