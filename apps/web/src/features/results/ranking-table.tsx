/** The ranking: one line a unit, every number a link to why. */
import type { AssessmentPart, Scheme, Sheet } from '@kaohe/scoring';
import { useNavigate } from '@tanstack/react-router';
import { keepAcross, useAddress } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { decimalsOf } from '../../shared/scores/format-score';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import { LimitScale } from './limit-scale';
import type { ListedUnit } from './listed-units';
import { RankingRow } from './ranking-row';
import { type RankingColumn, rankingColumns, scoreIn, useColumnName } from './score-cell';

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
  const { bands, fullMarks, scheme } = program;
  const columns = rankingColumns(sheet, scheme);
  const decimals = sheet.parts.length > 1 ? 2 : 0; // a part is a share of the sheet, so it has decimals; a sheet alone need not
  const digits = columns.map((column) => {
    const rated = sheet.parts.some((part) => part.id === column.id && part.form !== undefined);
    const scores = listed.flatMap(({ unit }) => scoreIn(column, unit) ?? []);
    return decimalsOf(scores, rated ? 0 : decimals);
  });
  const totalDigits = decimalsOf(
    listed.map(({ unit }) => unit.scored.total),
    decimals,
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
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} withBonus={holdsBonus(column, sheet, scheme)} />
            ))}
            <th scope="col" className="number">
              {t('results.total')}
            </th>
            <th scope="col" className="line">
              <LimitScale bands={bands} fullMarks={fullMarks} />
            </th>
            <th scope="col">{t(bands.length > 0 ? 'results.grade' : 'results.veto')}</th>
            <th scope="col">{t('results.open')}</th>
          </tr>
        </thead>
        <tbody ref={keys.body} onKeyDown={keys.onKeyDown}>
          {listed.map((row, index) => (
            <RankingRow
              key={row.name}
              row={row}
              first={index === 0}
              columns={columns}
              digits={digits}
              totalDigits={totalDigits}
            />
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

/** Whether a part's score has the bonus in it. */
function holdsBonus({ kind, id }: RankingColumn, sheet: Sheet, { bonus }: Scheme): boolean {
  const part = sheet.parts.find((one) => one.id === id);
  return kind === 'part' && part?.form === undefined && bonus.base === 'sheet';
}

/** 领导考核 20 */
function ColumnHead({ column, withBonus }: { readonly column: RankingColumn; readonly withBonus: boolean }) {
  const { t } = useTranslation();
  const name = useColumnName(column);
  const { weight, quote } = column;
  return (
    <th scope="col" className="number" title={quote}>
      {t('results.weighted', { name, weight })}
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
