/** One paper to download; why it was refused stands beside it. */
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { downloadPaper } from './requests';

interface PaperButtonProps {
  readonly year: string;
  readonly path: string;
  readonly unit?: string;
  readonly name: string;
  /** What stands on the button; left out: “download”. */
  readonly text?: string;
}

export function PaperButton({ year, path, unit, name, text }: PaperButtonProps) {
  const { t } = useTranslation();
  const { busy, error, run } = useWork();
  return (
    <>
      <Button
        size="small"
        disabled={busy}
        aria-label={t('papers.downloadOf', { name })}
        onClick={() => void run(() => downloadPaper(year, path, unit))}
      >
        {text ?? t('papers.download')}
      </Button>
      <Refusal error={error} />
    </>
  );
}
