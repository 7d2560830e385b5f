/** What still moves the total, the widest first; each can be assumed in order or at its worst. */
import { type Deciding, formatExact } from '@kaohe/scoring';
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import type { KeyboardEvent } from 'react';
import type { Search } from '../../shared/address/search';
import { keepAcross } from '../../shared/address/use-address';
import { gradeLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { formatFixed, toPixels } from '../../shared/scores/format-score';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import type { Assumption, Narrowed } from './assumptions';
import { bestWords, openThing } from './what-is-open';

interface DecidingTableProps {
  readonly now: Narrowed;
  readonly deciding: readonly Deciding[];
  readonly onAssume: (assumption: Assumption) => void;
  readonly onBack: () => void;
}

export function DecidingTable({ now, deciding, onAssume, onBack }: DecidingTableProps) {
  const { t } = useTranslation();
  const keys = useRowKeys((id) => onAssume({ id, end: 'best' }));
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    keys.onKeyDown(event);
    if (event.key === 'Backspace') onBack();
  };
  if (deciding.length === 0) return <p className="paper all-closed">✓ {t('bounds.settled')}</p>;
  const widest = deciding[0]?.swing;
  return (
    <div className="paper">
      <table className="deciding">
        <caption>{t('bounds.deciding')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bounds.row')}</th>
            <th scope="col" className="swing">
              {t('bounds.swing')}
            </th>
            <th scope="col">{t('bounds.limits')}</th>
            <th scope="col">{t('bounds.assume')}</th>
          </tr>
        </thead>
        <tbody ref={keys.body} onKeyDown={onKeyDown}>
          {deciding.map((one, index) => (
            <tr key={one.id} data-key={one.id} tabIndex={index === 0 ? 0 : -1}>
              <What now={now} deciding={one} />
              <td className="swing">
                <span className="swing-number">{formatFixed(one.swing, 0)}</span>
                <span
                  className="swing-bar"
                  aria-hidden="true"
                  style={{ width: `${widest ? (toPixels(one.swing) / toPixels(widest)) * 56 : 0}px` }}
                />
              </td>
              <Decides deciding={one} />
              <AssumeButtons now={now} id={one.id} onAssume={onAssume} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WhatProps {
  readonly now: Narrowed;
  readonly deciding: Deciding;
}

function What({ now, deciding: { id, kind } }: WhatProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { short, sentences } = openThing(now, id, { t, language });
  const search = (before: Search): Search => ({ ...keepAcross(before), show: id });
  return (
    <th scope="row">
      {kind === 'row' ? (
        <Link to="/units/$name" params={{ name: now.unit.scored.facts.unit }} search={search}>
          {short}
        </Link>
      ) : (
        short
      )}
      <span className="sentences" lang="zh-CN" title={sentences.join('\n')}>
        {sentences.join('；')}
      </span>
    </th>
  );
}

/** What lies in its hands: grade limits, vetoes, how many units it can be carried past. */
function Decides({ deciding: { limits, vetoes, past } }: { readonly deciding: Deciding }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { bands, scheme } = useAssessment().assessment.program;
  const inReach = bands.filter(({ grade, from }) => from && limits.includes(grade));
  return (
    <td className="limits">
      {inReach.map(({ grade, from }) => (
        <span key={grade}>
          {from && formatExact(from)} {gradeLabel(scheme, grade, language)}
        </span>
      ))}
      {vetoes.length > 0 && <span>□ {t('results.possibleVeto')}</span>}
      {past.length > 0 && <span title={past.join('、')}>{t('bounds.past', { count: past.length })}</span>}
      {inReach.length + vetoes.length + past.length === 0 && '–'}
    </td>
  );
}

interface AssumeButtonsProps {
  readonly now: Narrowed;
  readonly id: string;
  readonly onAssume: (assumption: Assumption) => void;
}

function AssumeButtons({ now, id, onAssume }: AssumeButtonsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { short: what } = openThing(now, id, { t, language });
  return (
    <td className="assume">
      <Button
        size="small"
        aria-label={`${bestWords(id, t)}${t('app.colon')}${what}`}
        onClick={() => onAssume({ id, end: 'best' })}
      >
        {bestWords(id, t)}
      </Button>
      <Button
        size="small"
        aria-label={`${t('bounds.worst')}${t('app.colon')}${what}`}
        onClick={() => onAssume({ id, end: 'worst' })}
      >
        {t('bounds.worst')}
      </Button>
    </td>
  );
}
