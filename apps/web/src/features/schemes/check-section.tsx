/** What a careful reader would find in the document: by severity, each with its place and, where there is one, a worked example. */
import type { FindingSeverity } from '@kaohe/scoring';
import Alert from 'antd/es/alert';
import Segmented from 'antd/es/segmented';
import Spin from 'antd/es/spin';
import { SEVERITIES_OF_FINDINGS } from '../../shared/address/search';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { useShown } from '../../shared/printed-sheet/use-shown';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import { FindingRow } from './finding-row';
import { FindingSign } from './finding-sign';
import { type NamedFinding, useFindings } from './use-findings';

export function CheckSection() {
  const { t } = useTranslation();
  const { findings, failure } = useFindings();
  const { severity } = useAddress();
  if (failure) return <Alert type="error" showIcon title={t('check.failed', { detail: failure.message })} />;
  if (!findings)
    return (
      <div className="waiting" role="status">
        <Spin /> <span>{t('check.working')}</span>
      </div>
    );
  if (findings.length === 0) return <p className="paper block">✓ {t('check.none')}</p>;
  const shown = SEVERITIES_OF_FINDINGS.filter((one) => severity === undefined || severity === one);
  return (
    <>
      <SeverityFilter findings={findings} />
      <FindingsTable findings={findings.filter((one) => shown.includes(one.severity))} />
    </>
  );
}

function SeverityFilter({ findings }: { readonly findings: readonly NamedFinding[] }) {
  const { t } = useTranslation();
  const { severity } = useAddress();
  const change = useChangeAddress();
  const count = (wanted: FindingSeverity) => findings.filter((one) => one.severity === wanted).length;
  return (
    <div className="toolbar">
      <Segmented
        aria-label={t('check.severities')}
        value={severity ?? 'all'}
        options={[
          { value: 'all', label: t('check.all', { count: findings.length }) },
          ...SEVERITIES_OF_FINDINGS.map((value) => ({
            value,
            label: t('check.countOf', { severity: t(`check.severity.${value}`), count: count(value) }),
          })),
        ]}
        onChange={(value) =>
          change({ severity: SEVERITIES_OF_FINDINGS.find((one) => one === value), finding: undefined })
        }
      />
      <span className="key-hint">{t('check.hint')}</span>
    </div>
  );
}

function FindingsTable({ findings }: { readonly findings: readonly NamedFinding[] }) {
  const { t } = useTranslation();
  const { finding: open } = useAddress();
  const change = useChangeAddress();
  useShown(open);
  if (findings.length === 0) return <p className="paper block">{t('check.noneOf')}</p>;
  const toggle = (name: string) => change({ finding: open === name ? undefined : name });
  return (
    <div className="paper">
      <table className="findings-table">
        <caption className="visually-hidden">{t('check.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('check.place')}</th>
            <th scope="col">{t('check.finding')}</th>
            <th scope="col">{t('check.why')}</th>
            <th scope="col">{t('check.example')}</th>
          </tr>
        </thead>
        {SEVERITIES_OF_FINDINGS.map((severity) => (
          <SeverityBody
            key={severity}
            severity={severity}
            findings={findings.filter((one) => one.severity === severity)}
            onToggle={toggle}
          />
        ))}
      </table>
    </div>
  );
}

interface SeverityBodyProps {
  readonly severity: FindingSeverity;
  readonly findings: readonly NamedFinding[];
  readonly onToggle: (name: string) => void;
}

function SeverityBody({ severity, findings, onToggle }: SeverityBodyProps) {
  const { t } = useTranslation();
  const { finding: open } = useAddress();
  const keys = useRowKeys(onToggle);
  if (findings.length === 0) return null;
  return (
    <tbody ref={keys.body} onKeyDown={keys.onKeyDown}>
      <tr className="severity-head">
        <th scope="rowgroup" colSpan={4}>
          <FindingSign severity={severity} />{' '}
          {t('check.countOf', { severity: t(`check.severity.${severity}`), count: findings.length })}
        </th>
      </tr>
      {findings.map((one) => (
        <FindingRow key={one.name} finding={one} isOpen={open === one.name} onToggle={() => onToggle(one.name)} />
      ))}
    </tbody>
  );
}
