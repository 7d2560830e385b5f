/** The scheme back as its printed table: a file for a word processor or for a spreadsheet. */
import Button from 'antd/es/button';
import { type SchemePlace, schemeUrl } from '../../shared/assessment/requests';
import { useTranslation } from '../../shared/language/i18n';

const FORMS = ['docx', 'xlsx'] as const;

export function ExportButtons({ scheme }: { readonly scheme: SchemePlace }) {
  const { t } = useTranslation();
  return (
    <span className="export-buttons">
      {t('scheme.export')}
      {FORMS.map((form) => (
        <Button
          key={form}
          size="small"
          href={`${schemeUrl(scheme)}/printed/${form}`}
          download
          aria-label={t('scheme.exportAs', { form })}
        >
          {form}
        </Button>
      ))}
    </span>
  );
}
