/** Where files are chosen, dropped or pasted; from then on they are sent by themselves. */
import Button from 'antd/es/button';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from '../language/i18n';
import { useActing } from '../office/session';
import { UploadLines } from './upload-lines';
import type { UploadPlace } from './upload-place';
import { addUploads, type Upload } from './uploads';

interface UploadFieldProps {
  readonly place: UploadPlace;
  /** What the files are for, within the place. */
  readonly target: string;
  /** The files chosen here, as `useUploads` of the place knows them. */
  readonly items: readonly Upload[];
  readonly label: string;
  readonly accept?: string;
  readonly isSingle?: boolean;
  readonly children?: ReactNode;
}

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt';

export function UploadField(props: UploadFieldProps) {
  const { place, target, items, label, accept = ACCEPTED, isSingle = false, children } = props;
  const { t } = useTranslation();
  const { login } = useActing();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const add = (chosen: FileList) => {
    const files = Array.from(chosen);
    if (files.length > 0) addUploads(isSingle ? files.slice(0, 1) : files, { login, place, target });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are ways round the button inside
    <div
      className={`upload-field ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        add(event.dataTransfer.files);
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        add(event.clipboardData.files);
      }}
    >
      {children}
      <Button size="small" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <small>{t('uploads.hint')}</small>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        multiple={!isSingle}
        onChange={({ target: field }) => {
          if (field.files) add(field.files);
          field.value = '';
        }}
      />
      <UploadLines items={items} />
    </div>
  );
}
