/** `/office/sheets/$unit`: one unit's sheet, for whoever it concerns. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../shared/language/i18n';
import { schemeOfYear } from '../../shared/office/issued-year';
import { Unread } from '../../shared/office/unread';
import { useYear } from '../../shared/office/year';
import { SheetDesk } from './sheet-desk';
import { sheetRequest } from './sheet-requests';
import { UntoldSheet } from './untold-sheet';

export function SheetPage({ unit }: { readonly unit: string }) {
  const { t } = useTranslation();
  const { year, isPending, error } = useYear();
  const sheet = useQuery({ ...sheetRequest(year?.year ?? '', unit), enabled: year !== undefined });
  const folder = useQuery({ ...schemeOfYear(year?.year ?? ''), enabled: year !== undefined });
  // What was read once stays on the page when the network drops.
  const failed = error ?? (sheet.data ? null : sheet.error) ?? folder.error;
  if (failed) return <Unread error={failed} />;
  if (!isPending && !year) return <p className="no-facts">{t('officePage.noYear')}</p>;
  if (!year || !sheet.data || !folder.data) return <Unread />;
  if (!sheet.data.told) return <UntoldSheet sheet={sheet.data} folder={folder.data} />;
  return <SheetDesk year={year.year} sheet={sheet.data} folder={folder.data} />;
}
