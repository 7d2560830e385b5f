/** The files on their way: name, size, how far in words and as a bar, and what can be done about each. */
import Button from 'antd/es/button';
import type { TFunction } from 'i18next';
import { useTranslation } from '../language/i18n';
import { Refusal } from '../office/refusal';
import { bytesWords } from './bytes-words';
import type { Progress } from './send-file';
import { cancelUpload, dismissUpload, retryUpload, type Upload } from './uploads';
import './evidence.css';

export function UploadLines({ items }: { readonly items: readonly Upload[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <ul className="upload-lines" aria-label={t('uploads.list')}>
      {items.map((item) => (
        <UploadLine key={item.id} item={item} />
      ))}
    </ul>
  );
}

function UploadLine({ item }: { readonly item: Upload }) {
  const { t } = useTranslation();
  const { id, file, progress } = item;
  const { state } = progress;
  const isOver = state === 'done' || state === 'refused';
  const name = file.name;
  return (
    <li className={`upload-line ${state}`}>
      <span className="upload-name" lang="zh-CN">
        {name}
      </span>
      <small className="upload-size">{bytesWords(file.size)}</small>
      <progress value={percentOf(progress, file.size)} max={100} aria-label={t('uploads.progressOf', { name })} />
      <span className="upload-state" role="status">
        {stateWords(t, progress, file.size)}
      </span>
      {(state === 'dropped' || state === 'refused') && (
        <Button size="small" aria-label={t('uploads.retryOf', { name })} onClick={() => retryUpload(id)}>
          {t('uploads.retry')}
        </Button>
      )}
      <Button
        size="small"
        aria-label={t(isOver ? 'uploads.dismissOf' : 'uploads.cancelOf', { name })}
        onClick={() => (isOver ? dismissUpload(id) : cancelUpload(id))}
      >
        {t(isOver ? 'uploads.dismiss' : 'uploads.cancel')}
      </Button>
      {state === 'refused' && <Refusal error={progress.error} />}
    </li>
  );
}

/** One line about all files of a place that have not arrived; nothing while there are none. */
export function UploadsUnderWay({ items }: { readonly items: readonly Upload[] }) {
  const { t } = useTranslation();
  const open = items.filter(({ progress }) => progress.state !== 'done' && progress.state !== 'refused');
  if (open.length === 0) return null;
  const bytes = open.reduce((sum, { file }) => sum + file.size, 0);
  const sent = open.reduce((sum, { progress }) => sum + ('sent' in progress ? progress.sent : 0), 0);
  const isDropped = open.some(({ progress }) => progress.state === 'dropped');
  return (
    <span className={`uploads-under-way ${isDropped ? 'dropped' : ''}`} role="status">
      {t(isDropped ? 'uploads.someDropped' : 'uploads.some', {
        count: open.length,
        percent: Math.floor((sent * 100) / bytes),
      })}
    </span>
  );
}

function percentOf(progress: Progress, size: number): number {
  if (progress.state === 'done') return 100;
  return 'sent' in progress && size > 0 ? Math.floor((progress.sent * 100) / size) : 0;
}

function stateWords(t: TFunction, progress: Progress, size: number): string {
  const percent = percentOf(progress, size);
  switch (progress.state) {
    case 'queued':
      return t('uploads.queued');
    case 'reading':
      return t('uploads.reading');
    case 'sending':
      return t('uploads.sending', { percent });
    case 'checking':
      return t('uploads.checking');
    case 'dropped':
      return t('uploads.dropped', { percent, seconds: Math.round(progress.waitMs / 1000) });
    case 'done':
      return t(progress.reused ? 'uploads.reused' : 'uploads.done');
    case 'refused':
      return t('uploads.refused');
  }
}
