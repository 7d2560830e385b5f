/** A unit's sheet before its report was received: what is asked, and who supplies each row; nothing of what was found. */
import type { SheetJson } from '@kaohe/api-contract';
import { chooseReadings, type SchemeFolder } from '@kaohe/scheme-files';
import { useMemo } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { PrintedSheet, type SheetSlots } from '../../shared/printed-sheet/printed-sheet';

interface UntoldSheetProps {
  readonly sheet: SheetJson;
  readonly folder: SchemeFolder;
}

export function UntoldSheet({ sheet, folder }: UntoldSheetProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const printed = useMemo(() => {
    const chosen = chooseReadings(folder.tree, {});
    return 'scheme' in chosen ? chosen.scheme.sheets.find(({ id }) => id === sheet.sheet) : undefined;
  }, [folder, sheet.sheet]);
  if (!printed) return null;
  const slots: SheetSlots = {
    caption: t('unit.caption', { unit: sheet.unit, sheet: printed.title }),
    renderClause: (span) => span.text,
    lastColumn: {
      head: t('sheets.supplier'),
      render: ({ id }) => {
        const names = sheet.rows
          .filter(({ row }) => row === id)
          .map(({ supplier }) => (language === 'zh' ? supplier.name : supplier.nameEn) || t('sheets.team'));
        return [...new Set(names)].join('、');
      },
    },
  };
  return (
    <>
      <div className="toolbar one-line unit-bar">
        <h1 lang="zh-CN">{sheet.unit}</h1>
        <span className="unit-kind">{t('sheets.untold')}</span>
      </div>
      <PrintedSheet sheet={printed} slots={slots} />
    </>
  );
}
