/** What shows an observation: files of the unit, uploaded once and cited wherever they show something. */
import type { EvidenceJson } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { useContext, useState } from 'react';
import { bytesWords } from '../../shared/evidence/bytes-words';
import { PreviewButton } from '../../shared/evidence/preview';
import { UploadField } from '../../shared/evidence/upload-field';
import { evidenceUrl } from '../../shared/evidence/upload-place';
import { useUploads } from '../../shared/evidence/use-uploads';
import { useTranslation } from '../../shared/language/i18n';
import { SheetPlaceContext } from './sheet-place';
import { evidenceRequest } from './sheet-requests';

interface EvidencePickerProps {
  readonly number: string;
  readonly clause: string;
  readonly cited: readonly string[];
  readonly onChange: (cited: readonly string[]) => void;
}

export function EvidencePicker({ number, clause, cited, onChange }: EvidencePickerProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        data-evidence="yes"
        aria-expanded={isOpen}
        aria-label={t('sheets.evidenceOf', { number, count: cited.length })}
        onClick={() => setOpen(!isOpen)}
      >
        {t('sheets.evidence', { count: cited.length })}
      </Button>
      {isOpen && <EvidenceFiles clause={clause} cited={cited} onChange={onChange} />}
    </>
  );
}

function EvidenceFiles({ clause, cited, onChange }: Omit<EvidencePickerProps, 'number'>) {
  const { t } = useTranslation();
  const { year, unit } = useContext(SheetPlaceContext);
  const files = useQuery(evidenceRequest(year, unit));
  const place = { year, unit, purpose: 'row' } as const;
  const items = useUploads(place).filter((item) => item.target === clause);
  const toggle = (id: string, on: boolean) => onChange(on ? [...cited, id] : cited.filter((one) => one !== id));
  return (
    <fieldset className="evidence-files">
      <legend className="visually-hidden">{t('sheets.files')}</legend>
      <UploadField place={place} target={clause} items={items} label={t('sheets.upload')}>
        {files.data?.evidence.map((file) => (
          <EvidenceLine key={file.id} file={file} isCited={cited.includes(file.id)} onToggle={toggle} />
        ))}
      </UploadField>
    </fieldset>
  );
}

interface EvidenceLineProps {
  readonly file: EvidenceJson;
  readonly isCited: boolean;
  readonly onToggle: (id: string, on: boolean) => void;
}

function EvidenceLine({ file, isCited, onToggle }: EvidenceLineProps) {
  const { t } = useTranslation();
  const { year } = useContext(SheetPlaceContext);
  return (
    <span className="evidence-file">
      <Checkbox checked={isCited} onChange={({ target }) => onToggle(file.id, target.checked)}>
        <span lang="zh-CN">{file.name}</span>
      </Checkbox>
      <small>{bytesWords(file.bytes)}</small> <PreviewButton year={year} file={file} />
      <a href={`${evidenceUrl(year)}/${file.id}`} aria-label={t('sheets.openFile', { name: file.name })} download>
        ↓
      </a>
    </span>
  );
}
