/** The findings as one table: a line for each group, its findings beneath it when it is open. */
import { FINDING_SEVERITIES, type FindingSeverity } from '@kaohe/scoring';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { useShown } from '../../shared/printed-sheet/use-shown';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import { placesOf } from './finding-places';
import { FindingRow } from './finding-row';
import { FindingSign } from './finding-sign';
import type { FindingGroups, Group } from './use-finding-groups';

interface FindingsTableProps {
  readonly groups: FindingGroups;
}

export function FindingsTable({ groups }: FindingsTableProps) {
  const { t } = useTranslation();
  const { finding } = useAddress();
  useShown(finding);
  if (groups.groups.length === 0) return <p className="paper block">{t('check.noneOf')}</p>;
  return (
    <div className="paper">
      <table className="findings-table">
        <caption className="visually-hidden">{t('check.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="places">
              {t('check.place')}
            </th>
            <th scope="col" className="what">
              {t('check.finding')}
            </th>
            <th scope="col">{t('check.why')}</th>
            <th scope="col" className="example">
              {t('check.example')}
            </th>
          </tr>
        </thead>
        {FINDING_SEVERITIES.map((severity) => (
          <SeverityBody key={severity} severity={severity} groups={groups} />
        ))}
      </table>
    </div>
  );
}

function SeverityBody({ severity, groups }: FindingsTableProps & { readonly severity: FindingSeverity }) {
  const { t } = useTranslation();
  const { finding } = useAddress();
  const change = useChangeAddress();
  const own = groups.groups.filter((group) => group.severity === severity);
  const toggle = (name: string) => change({ finding: finding === name ? undefined : name });
  const keys = useRowKeys((key) => (own.some(({ name }) => name === key) ? groups.toggle(key) : toggle(key)));
  if (own.length === 0) return null;
  const count = own.reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <tbody ref={keys.body} onKeyDown={keys.onKeyDown}>
      <tr className="severity-head" tabIndex={-1}>
        <th scope="rowgroup" colSpan={4}>
          <FindingSign severity={severity} /> {t('check.countOf', { severity: t(`check.severity.${severity}`), count })}
        </th>
      </tr>
      {own.map((group) => (
        <GroupRows
          key={group.name}
          group={group}
          isOpen={groups.isOpen(group)}
          onToggle={() => groups.toggle(group.name)}
          onToggleFinding={toggle}
        />
      ))}
    </tbody>
  );
}

interface GroupRowsProps {
  readonly group: Group;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onToggleFinding: (name: string) => void;
}

/** A reason that all of a group share stands once, with the group. */
function GroupRows({ group: { name, title, findings }, isOpen, onToggle, onToggleFinding }: GroupRowsProps) {
  const language = useLanguage();
  const { finding } = useAddress();
  const [first] = findings;
  const shared = findings.length > 1 && findings.every(({ why }) => why[language] === first?.why[language]);
  return (
    <>
      <tr className="group-head" data-key={name} data-count={findings.length} tabIndex={-1}>
        <th scope="rowgroup" colSpan={4}>
          <button type="button" className="plain-button" aria-expanded={isOpen} onClick={onToggle}>
            {title[language]} <span className="group-count">{findings.length}</span>
          </button>
          {!isOpen && <GroupHint findings={findings} />}
          {shared && isOpen && <span className="shared-why">{first?.why[language]}</span>}
        </th>
      </tr>
      {isOpen &&
        findings.map((one) => (
          <FindingRow
            key={one.name}
            finding={one}
            whyTold={shared}
            isOpen={finding === one.name}
            onToggle={() => onToggleFinding(one.name)}
          />
        ))}
    </>
  );
}

const MOST_HINTS = 6;

/** Of a closed group, in one line: where its findings stand, or what they are where the place is the group's own. */
function GroupHint({ findings }: Pick<Group, 'findings'>) {
  const language = useLanguage();
  const { by } = useAddress();
  const { program } = useAssessment().assessment;
  const hints = findings.flatMap((one) =>
    by === 'place' ? [one.title[language]] : placesOf(program, one, language).map(({ label }) => label),
  );
  const different = [...new Set(hints)];
  const shown = different.slice(0, MOST_HINTS).join(language === 'zh' ? '、' : '; ');
  return <span className="group-hint">{different.length > MOST_HINTS ? `${shown} …` : shown}</span>;
}
