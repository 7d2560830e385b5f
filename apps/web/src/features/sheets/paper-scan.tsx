/** The counting clerk's line above a sheet: the scan of the team's paper, without which no row is sent. */
import { useEffect } from 'react';
import { UploadField } from '../../shared/evidence/upload-field';
import { useUploads } from '../../shared/evidence/use-uploads';
import { useTranslation } from '../../shared/language/i18n';
import { useDraft } from '../../shared/office/draft';
import { useActing } from '../../shared/office/session';
import type { SheetPlace } from './sheet-place';

const TARGET = 'paper';

/** The scan the rows of this sheet are entered from, kept in this browser; undefined until it has arrived. */
export function usePaperScan({ year, unit }: SheetPlace): string | undefined {
  const { login } = useActing();
  const [scan, setScan] = useDraft<string>({ login, noun: 'paper-scan', id: `${year}/${unit}` });
  const arrived = useUploads({ year, unit, purpose: 'row' }).reduce<string | undefined>(
    (last, { target, progress }) => (target === TARGET && progress.state === 'done' ? progress.evidence.id : last),
    undefined,
  );
  useEffect(() => {
    if (arrived !== undefined && arrived !== scan) setScan(arrived);
  }, [arrived, scan, setScan]);
  return scan;
}

export function PaperScan({ place, scan }: { readonly place: SheetPlace; readonly scan: string | undefined }) {
  const { t } = useTranslation();
  const at = { ...place, purpose: 'row' } as const;
  const items = useUploads(at).filter(({ target }) => target === TARGET);
  return (
    <div className="paper paper-scan">
      <UploadField
        place={at}
        target={TARGET}
        items={items}
        label={t('sheets.paperScan')}
        accept="application/pdf,image/png,image/jpeg"
        isSingle
      />
      <span role="status">{t(scan ? 'sheets.paperReady' : 'sheets.paperNeedsScan')}</span>
    </div>
  );
}
