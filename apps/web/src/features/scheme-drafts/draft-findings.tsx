/** What the checker found, a group a kind; defects of the document itself are said to have been seen. */
import { findingMark } from '@kaohe/clauses';
import { groupByKind } from '@kaohe/scoring';
import Button from 'antd/es/button';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import type { DraftCheck, FindingPlace, PlacedFinding } from './draft-check';

interface DraftFindingsProps {
  readonly check: DraftCheck;
  readonly seen: readonly string[];
  readonly onSeen: (seen: readonly string[]) => void;
  readonly onGo: (key: string) => void;
}

const SIGNS = { defect: '▲', risk: '◆', note: '○' } as const;

export function DraftFindings({ check, seen, onSeen, onGo }: DraftFindingsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const known = new Set(seen);
  const see = (findings: readonly PlacedFinding[]) => onSeen([...new Set([...seen, ...findings.map(findingMark)])]);
  return (
    <section className="paper block" aria-label={t('drafts.check.findings')}>
      <h2>{t('drafts.check.findings')}</h2>
      {groupByKind(check.findings).map(({ name, severity, title, findings }) => {
        const unseen = findings.filter((one) => severity === 'defect' && !known.has(findingMark(one)));
        return (
          <details key={name} open={unseen.length > 0} className="draft-findings">
            <summary>
              {SIGNS[severity]} {t(`drafts.check.severity.${severity}`)} · {title[language]}{' '}
              <span className="group-count">{findings.length}</span>
              {severity === 'defect' && unseen.length === 0 && ` ✓ ${t('drafts.check.seen')}`}
            </summary>
            {unseen.length > 0 && (
              <Button size="small" onClick={() => see(unseen)}>
                {t(unseen.length > 1 ? 'drafts.check.seeAll' : 'drafts.check.see')}
              </Button>
            )}
            <ul>
              {findings.map((finding) => (
                <Finding key={findingMark(finding)} finding={finding} onGo={onGo} />
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

interface FindingProps {
  readonly finding: PlacedFinding;
  readonly onGo: (key: string) => void;
}

function Finding({ finding: { title, why, quote, places }, onGo }: FindingProps) {
  const language = useLanguage();
  return (
    <li>
      {places.map((place) => (
        <Place key={`${place.item?.zh} ${place.words.zh}`} place={place} onGo={onGo} />
      ))}{' '}
      <Quoted text={title[language]} /> {quote !== undefined && <q lang="zh-CN">{quote}</q>}{' '}
      <small>
        <Quoted text={why[language]} />
      </small>
    </li>
  );
}

/** The item and the row, as a way there. */
function Place({ place: { item, words, key }, onGo }: { readonly place: FindingPlace } & Pick<FindingProps, 'onGo'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const where = item ? `${item[language]} · ${words[language]}` : words[language];
  if (key === undefined)
    return (
      <span className="finding-place">
        <Quoted text={where} />
      </span>
    );
  return (
    <button type="button" className="plain-button finding-place" title={t('drafts.check.go')} onClick={() => onGo(key)}>
      <Quoted text={where} /> ›
    </button>
  );
}
