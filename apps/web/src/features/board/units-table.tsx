/** Every unit of the year in one dense table: its interval on the line of grade limits, what is open, where its report is. */
import type { Board, BoardUnit } from '@kaohe/api-contract';
import { getNumber } from '@kaohe/scoring';
import { Link, useNavigate } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { atEdge } from '../../shared/scores/edges';
import { decimalsOf, formatScore } from '../../shared/scores/format-score';
import { ScoreBar } from '../../shared/scores/score-bar';
import { intervalOf } from '../../shared/scores/score-columns';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import { LimitScale } from '../results/limit-scale';
import '../results/results.css';
import { bandsOf, gradeName } from './numbers';

export function UnitsTable({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keys = useRowKeys(
    (unit) => void navigate({ to: '/office/sheets/$unit', params: { unit }, search: keepInOffice }),
  );
  const digits = decimalsOf(
    board.units.map(({ total }) => intervalOf(total)),
    2,
  );
  return (
    <section className="paper scroll units-board" aria-label={t('board.units')}>
      <table className="compact ranking">
        <caption className="visually-hidden">{t('board.units')}</caption>
        <thead>
          <tr>
            <th scope="col" className="unit-head">
              {t('nav.unit')}
            </th>
            <th scope="col">{t('board.team')}</th>
            <th scope="col" className="number">
              {t('board.total')}
            </th>
            <th scope="col" className="line">
              <LimitScale bands={bandsOf(board)} fullMarks={getNumber(board.fullMarks)} />
            </th>
            <th scope="col">{t('board.possible')}</th>
            <th scope="col" className="number">
              {t('board.openRows')}
            </th>
            <th scope="col">{t('board.report')}</th>
            <th scope="col">{t('board.signs')}</th>
          </tr>
        </thead>
        <tbody ref={keys.body} onKeyDown={keys.onKeyDown}>
          {board.units.map((unit, index) => (
            <UnitLine key={unit.unit} board={board} unit={unit} first={index === 0} digits={digits} />
          ))}
        </tbody>
      </table>
      <p className="key-hint">{t('board.unitsHint')}</p>
    </section>
  );
}

interface UnitLineProps {
  readonly board: Board;
  readonly unit: BoardUnit;
  readonly first: boolean;
  readonly digits: number;
}

function UnitLine({ board, unit, first, digits }: UnitLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const total = intervalOf(unit.total);
  const [least, most = least] = formatScore(total, digits).split('–');
  return (
    <tr tabIndex={first ? 0 : -1} data-key={unit.unit}>
      <th scope="row">
        <Link to="/office/sheets/$unit" params={{ unit: unit.unit }} search={keepInOffice}>
          <span lang="zh-CN">{unit.unit}</span>
          {language === 'en' && <span className="english-name">{unit.unitEn}</span>}
        </Link>
      </th>
      <td>{language === 'en' ? unit.teamEn : unit.team}</td>
      <td className="number">{formatScore(total, digits)}</td>
      <td className="line">
        <ScoreBar
          total={total}
          fullMarks={getNumber(board.fullMarks)}
          bands={bandsOf(board)}
          label={t('results.interval', { least, most })}
        />
      </td>
      <td>{unit.grades.map((grade) => gradeName(board, grade, language)).join(' / ')}</td>
      <td className={unit.openRows > 0 ? 'number is-open' : 'number'}>{unit.openRows}</td>
      <td>
        <Link to="/office/reports/$unit" params={{ unit: unit.unit }} search={keepInOffice}>
          {t(`board.reportState.${unit.report}`)}
        </Link>
        {unit.late && <strong className="is-late"> {t('board.receivedLate')}</strong>}
      </td>
      <td>
        <Signs board={board} unit={unit} />
      </td>
    </tr>
  );
}

/** ⚠ at a limit, ■ a veto, □ a possible one where none is certain, what only the composite tells, and counts that may still change. */
function Signs({ board, unit }: { readonly board: Board; readonly unit: BoardUnit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const why = (one: BoardUnit['vetoes'][number]) => (language === 'en' ? one.whyEn : one.why);
  return (
    <>
      {unit.vetoes.map((veto) => (
        <abbr key={veto.id} className="veto-mark" title={why(veto)}>
          <span aria-hidden="true">■</span> {t('results.veto')}
        </abbr>
      ))}
      {unit.vetoes.length === 0 &&
        unit.possibleVetoes.map((veto) => (
          <abbr key={veto.id} className="possible-veto" title={why(veto)}>
            <span aria-hidden="true">□</span> {t('results.possibleVeto')}
          </abbr>
        ))}
      {unit.vetoes.length === 0 && unit.vetoLater && (
        <abbr className="veto-later" title={t('board.vetoLaterWhy')}>
          {t('board.vetoLater')}
        </abbr>
      )}
      {atEdge(bandsOf(board), intervalOf(unit.total)) && (
        <abbr className="edge" title={t('results.edgeTitle')}>
          ⚠<span>{t('results.edge')}</span>
        </abbr>
      )}
      {unit.provisional.length > 0 && (
        <abbr className="provisional" title={t('results.provisionalTitle', { ids: unit.provisional.join('、') })}>
          {t('results.provisional')}
        </abbr>
      )}
    </>
  );
}
