/** A year whose document names no units: they come in a workbook, and nothing can be assessed before. */
import type { YearOverview } from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { WorkbookImport } from '../setup/workbook-import';

export function NameUnits({ year, scheme }: { readonly year: string; readonly scheme: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const send = async (workbook: string) => {
    await request<YearOverview>('PUT', `/api/years/${encodeURIComponent(year)}/units`, { body: { workbook } });
    await client.invalidateQueries({ queryKey: ['office', year] });
  };
  return <WorkbookImport why={t('years.noUnits')} label={t('years.nameUnits')} scheme={scheme} send={send} />;
}
