/** A file beside the row it is cited for: an image or the pages of a scan, in a dialog over the sheet. */
import type { EvidenceJson } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../language/i18n';
import { requestFile } from '../office/client';
import { Unread } from '../office/unread';
import { bytesWords } from './bytes-words';
import { scannedPages } from './scanned-pages';
import { evidenceUrl } from './upload-place';
import './evidence.css';

const PDF = 'application/pdf';
const SHOWN: readonly string[] = ['image/png', 'image/jpeg', PDF];

interface PreviewProps {
  readonly year: string;
  readonly file: Pick<EvidenceJson, 'id' | 'name' | 'mediaType' | 'bytes'>;
}

/** The button that opens the dialog; nothing for kinds that are only downloaded. */
export function PreviewButton(props: PreviewProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { name, mediaType } = props.file;
  if (!SHOWN.includes(mediaType)) return null;
  return (
    <>
      <Button
        size="small"
        aria-haspopup="dialog"
        aria-label={t('uploads.viewOf', { name })}
        onClick={() => setOpen(true)}
      >
        {t('uploads.view')}
      </Button>
      {isOpen && <PreviewDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function PreviewDialog({ year, file, onClose }: PreviewProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const url = `${evidenceUrl(year)}/${encodeURIComponent(file.id)}`;
  return (
    <dialog ref={dialog} className="preview" aria-label={t('uploads.viewOf', { name: file.name })} onClose={onClose}>
      <p className="preview-head">
        <strong lang="zh-CN">{file.name}</strong> <small>{bytesWords(file.bytes)}</small>
        <a href={`${url}/view`} target="_blank" rel="noreferrer">
          {t('uploads.newTab')}
        </a>
        <a href={url} download>
          {t('uploads.download')}
        </a>
        <Button size="small" onClick={() => dialog.current?.close()}>
          {t('uploads.close')}
        </Button>
      </p>
      <Pages url={`${url}/view`} file={file} />
    </dialog>
  );
}

function Pages({ url, file }: { readonly url: string; readonly file: PreviewProps['file'] }) {
  const { t } = useTranslation();
  const { data: pages, error } = useQuery({
    queryKey: ['office', 'evidence-pages', url],
    queryFn: () => pagesOf(url, file.mediaType),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (!pages) return <Unread error={error} />;
  if (pages.length === 0) return <p>{t('uploads.notScan')}</p>;
  return (
    <>
      {pages.map((page, index) => (
        <img key={page.slice(-40)} src={page} alt={t('uploads.page', { name: file.name, page: index + 1 })} />
      ))}
    </>
  );
}

/** The images to show, written out: the policy of the page lets no other kind of address in. */
async function pagesOf(url: string, mediaType: string): Promise<readonly string[]> {
  const { blob } = await requestFile('GET', url);
  const images = mediaType === PDF ? scannedPages(new Uint8Array(await blob.arrayBuffer())) : [blob];
  return await Promise.all(images.map(addressOf));
}

async function addressOf(image: Blob): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the image cannot be read'));
    reader.readAsDataURL(image);
  });
}
