/** A workbook handed in: taken whole, or refused whole with the same workbook back that says at each row what is wrong. */
import Button from 'antd/es/button';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { RequestRefused } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { Field } from '../sessions/field';
import { base64Of, saveWorkbook } from './workbook-file';

interface WorkbookImportProps {
  readonly why: string;
  readonly label: string;
  /** The issued document whose teams, units and raters the template offers. */
  readonly scheme?: string | undefined;
  readonly send: (workbook: string) => Promise<void>;
  /** What was done, once it was. */
  readonly children?: ReactNode;
}

export function WorkbookImport({ why, label, scheme, send, children }: WorkbookImportProps) {
  const { t } = useTranslation();
  const { busy, error, run } = useWork();
  const [file, setFile] = useState<File>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      if (file) await send(await base64Of(file));
    });
  };
  return (
    <form className="paper account-form" onSubmit={submit}>
      <p className="why-note">
        {why} <Template scheme={scheme} />
      </p>
      <WorkbookField label={t('setup.people')} onChoose={setFile} />
      <Button htmlType="submit" loading={busy} disabled={!file}>
        {label}
      </Button>
      <Refusal error={error} />
      <RefusedWorkbook error={error} />
      {children}
    </form>
  );
}

export function Template({ scheme = '' }: { readonly scheme?: string | undefined }) {
  const { t } = useTranslation();
  const query = scheme === '' ? '' : `?scheme=${encodeURIComponent(scheme)}`;
  return (
    <a href={`/api/setup/people-template${query}`} download>
      {t('setup.template')}
    </a>
  );
}

interface WorkbookFieldProps {
  readonly label: string;
  readonly onChoose: (file?: File) => void;
}

export function WorkbookField({ label, onChoose }: WorkbookFieldProps) {
  return (
    <Field label={label}>
      {(id) => <input id={id} type="file" accept=".xlsx" onChange={({ target }) => onChoose(target.files?.[0])} />}
    </Field>
  );
}

/** The workbook as it was handed in, with what is wrong at every row. */
export function RefusedWorkbook({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const workbook = error instanceof RequestRefused ? error.problem.workbook : undefined;
  if (typeof workbook !== 'string') return null;
  return (
    <p className="refusal">
      <Button onClick={() => saveWorkbook(workbook, t('setup.markedFile'))}>{t('setup.marked')}</Button>
    </p>
  );
}
