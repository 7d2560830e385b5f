/** What shows an observation: files of the unit, uploaded once and cited wherever they show something. */
import type { EvidenceJson } from '@kaohe/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { type ChangeEvent, useContext, useRef, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { SheetPlaceContext } from './sheet-place';
import { evidenceRequest, evidenceUrl, uploadEvidence } from './sheet-requests';

interface EvidencePickerProps {
  readonly number: string;
  readonly cited: readonly string[];
  readonly onChange: (cited: readonly string[]) => void;
}

export function EvidencePicker({ number, cited, onChange }: EvidencePickerProps) {
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
      {isOpen && <EvidenceFiles cited={cited} onChange={onChange} />}
    </>
  );
}

function EvidenceFiles({ cited, onChange }: Omit<EvidencePickerProps, 'number'>) {
  const { t } = useTranslation();
  const place = useContext(SheetPlaceContext);
  const client = useQueryClient();
  const files = useQuery(evidenceRequest(place.year, place.unit));
  const input = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const upload = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = Array.from(event.target.files ?? []);
    event.target.value = '';
    if (!file) return;
    setBusy(true);
    setFailed(undefined);
    try {
      const added = await uploadEvidence(place.year, place.unit, file);
      await client.invalidateQueries({ queryKey: evidenceRequest(place.year, place.unit).queryKey });
      onChange([...cited.filter((id) => id !== added.id), added.id]);
    } catch (error) {
      setFailed(error as Error);
    }
    setBusy(false);
  };
  const toggle = (id: string, on: boolean) => onChange(on ? [...cited, id] : cited.filter((one) => one !== id));
  return (
    <fieldset className="evidence-files">
      <legend className="visually-hidden">{t('sheets.files')}</legend>
      {failed && <Refusal error={failed} />}
      {files.data?.evidence.map((file) => (
        <EvidenceLine key={file.id} file={file} isCited={cited.includes(file.id)} onToggle={toggle} />
      ))}
      <Button size="small" loading={busy} onClick={() => input.current?.click()}>
        {t('sheets.upload')}
      </Button>
      <small>{t('sheets.uploadHint')}</small>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('sheets.upload')}
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt"
        onChange={(event) => void upload(event)}
      />
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
      <a href={`${evidenceUrl(year)}/${file.id}`} aria-label={t('sheets.openFile', { name: file.name })} download>
        ↓
      </a>
    </span>
  );
}
