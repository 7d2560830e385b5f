/** One paper to download, a button for each form it has; why it was refused stands beside them. */
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { downloadPaper, type PaperFormat } from './requests';

interface PaperButtonsProps {
  readonly year: string;
  readonly path: string;
  readonly unit?: string;
  readonly name: string;
  readonly formats: readonly PaperFormat[];
}

export function PaperButtons({ year, path, unit, name, formats }: PaperButtonsProps) {
  const { t } = useTranslation();
  const { busy, error, run } = useWork();
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          className="paper-form"
          size="small"
          disabled={busy}
          aria-label={t('papers.downloadOf', { name: `${name} ${format}` })}
          onClick={() => void run(() => downloadPaper(year, { path, unit, format }))}
        >
          {format}
        </Button>
      ))}
      <Refusal error={error} />
    </>
  );
}
