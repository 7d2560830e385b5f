/** Of a row entered from the team's paper: that it waits, its scan, and the button of the clerk who checks it. */
import type { RowChanged } from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useContext } from 'react';
import { evidenceUrl } from '../../shared/evidence/upload-place';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';
import { SheetPlaceContext } from './sheet-place';
import { sheetRequest, sheetUrl } from './sheet-requests';
import type { SheetLineState } from './use-sheet';

export function PaperState({ line: { line, json } }: { readonly line: SheetLineState }) {
  const { t } = useTranslation();
  const { year, unit } = useContext(SheetPlaceContext);
  const client = useQueryClient();
  const isClerk = useActing().acting.role === 'counting-clerk';
  const { busy, error, run } = useWork();
  if (!json.paper) return null;
  const { scan, closes, checkedBy } = json.paper;
  const check = () =>
    void run(async () => {
      const row = encodeURIComponent(line.slice(line.indexOf('/') + 1));
      await request<RowChanged>('POST', `${sheetUrl(year, unit)}/rows/${row}/check`, { ifMatch: json.version });
      await client.invalidateQueries({ queryKey: sheetRequest(year, unit).queryKey });
    });
  return (
    <small className="paper-state">
      {checkedBy === null
        ? t(closes ? 'sheets.paperWaits' : 'sheets.paperWaitsOpen')
        : t('sheets.paperChecked', { by: checkedBy })}{' '}
      <a href={`${evidenceUrl(year)}/${scan}`} download>
        {t('sheets.paperOpen')}
      </a>
      {isClerk && checkedBy === null && (
        <Button size="small" disabled={busy} onClick={check}>
          {t('sheets.paperCheck')}
        </Button>
      )}
      <Refusal error={error} />
    </small>
  );
}
