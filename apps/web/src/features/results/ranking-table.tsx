/** The ranking: one line a unit, every number a link to why. */
import type { AssessmentPart, Sheet } from '@kaohe/scoring';
import { useNavigate } from '@tanstack/react-router';
import { keepAcross, useAddress } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { decimalsOf } from '../../shared/scores/format-score';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import { LimitScale } from './limit-scale';
import type { ListedUnit } from './listed-units';
import { RankingRow } from './ranking-row';

interface RankingTableProps {
  readonly sheet: Sheet;
  readonly listed: readonly ListedUnit[];
}

export function RankingTable({ sheet, listed }: RankingTableProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { composition } = useAddress();
  const { program } = useAssessment().assessment;
  const keys = useRowKeys((name) => void navigate({ to: '/units/$name', params: { name }, search: keepAcross }));
  const digits = sheet.parts.map((part, index) =>
    decimalsOf(
      listed.flatMap(({ unit }) => unit.scored.parts[index]?.score ?? []),
      part.form === undefined ? 2 : 0,
    ),
  );
  const totalDigits = decimalsOf(
    listed.map(({ unit }) => unit.scored.total),
    2,
  );
  return (
    <div className="paper scroll">
      <table className="ranking">
        <caption className="visually-hidden">{t('results.caption', { sheet: sheet.title })}</caption>
        <thead>
          <tr>
            <th scope="col" className="rank">
              {t('results.rank')}
            </th>
            <th scope="col" className="unit-head">
              {t('results.unit')}
            </th>
            {sheet.parts.map((part) => (
              <PartHead
                key={part.id}
                part={part}
                withBonus={part.form === undefined && program.scheme.bonus.base === 'sheet'}
              />
            ))}
            <th scope="col" className="number">
              {t('results.total')}
            </th>
            <th scope="col" className="line">
              <LimitScale bands={program.bands} fullMarks={program.fullMarks} />
            </th>
            <th scope="col">{t('results.grade')}</th>
            <th scope="col">{t('results.open')}</th>
          </tr>
        </thead>
        <tbody ref={keys.body} onKeyDown={keys.onKeyDown}>
          {listed.map((row, index) => (
            <RankingRow key={row.name} row={row} first={index === 0} digits={digits} totalDigits={totalDigits} />
          ))}
        </tbody>
      </table>
      <p className="key-hint">
        {t('results.keys')}
        {composition && <PartsKey parts={sheet.parts} />}
      </p>
    </div>
  );
}

/** 领导考核 20 */
function PartHead({ part, withBonus }: { readonly part: AssessmentPart; readonly withBonus: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <th scope="col" className="number" title={part.quote}>
      {t('results.weighted', { name: language === 'zh' ? part.name : part.nameEn, weight: part.weight })}
      {withBonus && <small>{t('results.withBonus')}</small>}
    </th>
  );
}

/** Which tone of the stacked line is which part. */
function PartsKey({ parts }: { readonly parts: readonly AssessmentPart[] }) {
  const language = useLanguage();
  return (
    <>
      {parts.map((part, index) => (
        <span key={part.id}>
          <span className={`part-key key-${index}`} />
          {language === 'zh' ? part.name : part.nameEn}
        </span>
      ))}
    </>
  );
}
