/** The scheme: the document as printed, and beside it what the program makes of each sentence. */
import Segmented from 'antd/es/segmented';
import { SECTIONS, type Section } from '../../shared/address/search';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useTranslation } from '../../shared/language/i18n';
import { CheckSection } from './check-section';
import { ExportButtons } from './export-buttons';
import { FormsSection } from './forms-section';
import { NoticeSection } from './notice-section';
import { ReadingsSection } from './readings-section';
import { SheetsSection } from './sheets-section';
import { TeamsSection } from './teams-section';
import './schemes.css';

const PANES: Readonly<Record<Section, () => React.ReactNode>> = {
  sheets: SheetsSection,
  notice: NoticeSection,
  forms: FormsSection,
  teams: TeamsSection,
  readings: ReadingsSection,
  check: CheckSection,
};

export function SchemePage() {
  const { t } = useTranslation();
  const { section = 'sheets' } = useAddress();
  const change = useChangeAddress();
  const { folder, own, assessment } = useAssessment();
  const Pane = PANES[section];
  const sections = SECTIONS.filter((one) => one !== 'forms' || assessment.program.scheme.forms.length > 0);
  return (
    <>
      <h1 className="visually-hidden">{t('nav.scheme')}</h1>
      <div className="toolbar">
        <Segmented
          aria-label={t('scheme.section')}
          value={section}
          options={sections.map((value) => ({ value, label: t(`scheme.${value}`) }))}
          onChange={(value) => change({ section: value === 'sheets' ? undefined : value, show: undefined })}
        />
        <span className="stretch" />
        <ExportButtons scheme={{ id: folder.id, own }} />
        <span className="edition">
          {t('scheme.edition')} <code>{folder.edition.slice(0, 19)}</code>
        </span>
      </div>
      <Pane />
    </>
  );
}
