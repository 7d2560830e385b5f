/** In the margin of the printed sheet: how many findings of each severity, which lead to the first of them. */
import { FINDING_SEVERITIES } from '@kaohe/scoring';
import { Link } from '@tanstack/react-router';
import type { Search } from '../../shared/address/search';
import { keepAcross } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { FindingSign } from './finding-sign';
import type { NamedFinding } from './use-findings';

interface MarginMarksProps {
  readonly findings: readonly NamedFinding[];
}

export function MarginMarks({ findings }: MarginMarksProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (findings.length === 0) return null;
  return (
    <span className="margin-marks">
      {FINDING_SEVERITIES.map((severity) => {
        const own = findings.filter((one) => one.severity === severity);
        const [first] = own;
        if (!first) return null;
        const titles = own.map(({ title }) => title[language]).join(language === 'zh' ? '；' : '; ');
        const search = (before: Search): Search => ({ ...keepAcross(before), section: 'check', finding: first.name });
        return (
          <Link
            key={severity}
            to="/scheme"
            search={search}
            title={titles}
            aria-label={`${own.length} ${t('check.inSheet', { title: titles })}`}
          >
            <FindingSign severity={severity} />
            {own.length}
          </Link>
        );
      })}
    </span>
  );
}
