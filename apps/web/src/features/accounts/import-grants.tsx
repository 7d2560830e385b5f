/** The roles of everybody in a workbook: the second act, by the second administrator. */
import type { GrantsImported, YearSummary } from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { WorkbookImport } from '../setup/workbook-import';
import { grantsRequest } from './accounts';

export function ImportGrants({ year }: { readonly year: YearSummary | undefined }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [done, setDone] = useState<GrantsImported>();
  const send = async (workbook: string) => {
    const body = { workbook, ...(year && { year: year.year }) };
    setDone(await request<GrantsImported>('POST', '/api/grants/import', { body }));
    await client.invalidateQueries({ queryKey: grantsRequest.queryKey });
  };
  return (
    <WorkbookImport
      why={t('grant.importWhy', { year: year?.year ?? '' })}
      label={t('grant.import')}
      scheme={year?.scheme}
      send={send}
    >
      {done && (
        <p className="why-note" role="status">
          {t('grant.imported', { ...done })}
        </p>
      )}
    </WorkbookImport>
  );
}
