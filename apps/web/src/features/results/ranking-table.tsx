/** The ranking: one line a unit, every number a link to why. */
import type { Sheet } from '@kaohe/scoring';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepAcross } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { decimalsOf } from '../../shared/scores/format-score';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import type { ListedUnit } from './listed-units';
import { RankingRow } from './ranking-row';

interface RankingTableProps {
  readonly sheet: Sheet;
  readonly listed: readonly ListedUnit[];
}

export function RankingTable({ sheet, listed }: RankingTableProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
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
  const limits = program.bands.flatMap(({ from }) => (from ? [from] : []));
  return (
    <div className="paper scroll">
      <table className="ranking">
        <caption className="visually-hidden">{t('results.caption', { sheet: sheet.title })}</caption>
        <thead>
          <tr>
            <th scope="col" className="rank">
              {t('results.rank')}
            </th>
            <th scope="col">{t('results.unit')}</th>
            {sheet.parts.map((part) => (
              <PartHead key={part.id} part={part} withBonus={part.form === undefined && program.scheme.bonus.base === 'sheet'} />
            ))}
            <th scope="col" className="number">
              {t('results.total')}
            </th>
            <th scope="col" className="line">
              <LimitScale limits={limits.map(({ n, d }) => (Number(n) / Number(d)).toString())} />
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
      <p className="key-hint">{t('results.keys')}</p>
    </div>
  );
}
