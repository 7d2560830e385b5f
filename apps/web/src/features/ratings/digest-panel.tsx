/** What patrols and inspections found at the unit under the cursor, beside the form; it can be put away. */
import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import type { IssuedYear } from '../../shared/office/issued-year';
import { NamedUnit } from '../../shared/office/named-unit';
import { Unread } from '../../shared/office/unread';
import './ratings.css';
import { digestRequest } from './requests';

interface DigestPanelProps {
  readonly issued: IssuedYear;
  readonly unit: string | undefined;
  readonly units: readonly string[];
}

export function DigestPanel({ issued, unit, units }: DigestPanelProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  const { data, error } = useQuery(digestRequest(issued.year));
  const findings = data?.findings ?? [];
  const countOf = (one: string) => findings.filter((finding) => finding.unit === one).length;
  const shown = findings.filter((finding) => finding.unit === unit);
  return (
    <aside className={open ? 'paper digest' : 'digest closed'} aria-label={t('ratings.digest')}>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'ratings.digestHide' : 'ratings.digestShow')}
      </Button>
      {open && (
        <>
          <p className="count">{t('ratings.digestHint')}</p>
          <p className="digest-counts">
            <Quoted
              text={units
                .filter((one) => countOf(one) > 0)
                .map((one) => t('ratings.digestOf', { unit: one, count: countOf(one) }))
                .join(' · ')}
            />
          </p>
          {unit && (
            <h2>
              <NamedUnit scheme={issued.scheme} name={unit} />
            </h2>
          )}
          {!data && <Unread error={error} />}
          {data && unit && shown.length === 0 && (
            <p className="no-facts">
              <Quoted text={t('ratings.digestNone', { unit })} />
            </p>
          )}
          <ul className="digest-list" lang="zh-CN">
            {shown.map(({ on, by, place, finding }) => (
              <li key={`${on}${by}${finding}`}>
                <span className="count">
                  {on} {by} {place}
                </span>
                <p>{finding}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
