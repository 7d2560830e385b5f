/** What a careful reader would find in the document: by severity, like findings together, each with its place and worked example. */
import { FINDING_SEVERITIES, type FindingSeverity } from '@kaohe/scoring';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Segmented from 'antd/es/segmented';
import Spin from 'antd/es/spin';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { FindingsTable } from './findings-table';
import { type FindingGroups, useFindingGroups } from './use-finding-groups';
import { type NamedFinding, useFindings } from './use-findings';

export function CheckSection() {
  const { t } = useTranslation();
  const { findings, failure } = useFindings();
  if (failure) return <Alert type="error" showIcon title={t('check.failed', { detail: failure.message })} />;
  if (!findings)
    return (
      <div className="waiting" role="status">
        <Spin /> <span>{t('check.working')}</span>
      </div>
    );
  if (findings.length === 0) return <p className="paper block">✓ {t('check.none')}</p>;
  return <Findings findings={findings} />;
}

interface FindingsProps {
  readonly findings: readonly NamedFinding[];
}

function Findings({ findings }: FindingsProps) {
  const groups = useFindingGroups(findings);
  return (
    <>
      <CheckTools findings={findings} groups={groups} />
      <FindingsTable groups={groups} />
    </>
  );
}

function CheckTools({ findings, groups }: FindingsProps & { readonly groups: FindingGroups }) {
  const { t } = useTranslation();
  const { by } = useAddress();
  const change = useChangeAddress();
  return (
    <div className="toolbar">
      <SeverityFilter findings={findings} />
      <Segmented
        aria-label={t('check.grouping')}
        value={by ?? 'kind'}
        options={[
          { value: 'kind', label: t('check.byKind') },
          { value: 'place', label: t('check.byPlace') },
        ]}
        onChange={(value) =>
          change({ by: value === 'place' ? value : undefined, groups: undefined, finding: undefined })
        }
      />
      <Button onClick={groups.toggleAll}>{t(groups.allOpen ? 'check.collapseAll' : 'check.expandAll')}</Button>
      <span className="stretch" />
      <span className="key-hint">{t('check.keys')}</span>
    </div>
  );
}

function SeverityFilter({ findings }: FindingsProps) {
  const { t } = useTranslation();
  const { severity } = useAddress();
  const change = useChangeAddress();
  const count = (wanted: FindingSeverity) => findings.filter((one) => one.severity === wanted).length;
  return (
    <Segmented
      aria-label={t('check.severities')}
      value={severity ?? 'all'}
      options={[
        { value: 'all', label: t('check.all', { count: findings.length }) },
        ...FINDING_SEVERITIES.map((value) => ({
          value,
          label: t('check.countOf', { severity: t(`check.severity.${value}`), count: count(value) }),
        })),
      ]}
      onChange={(value) => change({ severity: FINDING_SEVERITIES.find((one) => one === value), finding: undefined })}
    />
  );
}
