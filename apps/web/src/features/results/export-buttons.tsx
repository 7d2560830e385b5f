/** The result as files: JSON as every other program gives it, CSV for a worksheet. */
import { resultJson, type Sheet } from '@kaohe/scoring';
import Button from 'antd/es/button';
import { useAssessment } from '../../shared/assessment/assessment';
import { useTranslation } from '../../shared/language/i18n';
import { downloadFile } from './download-file';
import type { ListedUnit } from './listed-units';
import { resultCsv } from './result-csv';

interface ExportButtonsProps {
  readonly sheet: Sheet;
  readonly listed: readonly ListedUnit[];
}

export function ExportButtons({ sheet, listed }: ExportButtonsProps) {
  const { t } = useTranslation();
  const { assessment, folder } = useAssessment();
  const name = `${assessment.program.scheme.id}-${sheet.id}`;
  const csv = () => downloadFile(`${name}.csv`, 'text/csv;charset=utf-8', resultCsv(sheet, listed, t));
  const json = () => {
    const result = `${JSON.stringify(resultJson(assessment, folder.edition), null, 2)}\n`;
    downloadFile(`${assessment.program.scheme.id}.json`, 'application/json', result);
  };
  return (
    <>
      <Button onClick={csv}>{t('results.exportCsv')}</Button>
      <Button onClick={json}>{t('results.exportJson')}</Button>
    </>
  );
}
