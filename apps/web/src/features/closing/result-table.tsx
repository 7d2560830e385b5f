/** The result by unit: rank, parts, bonus, total, grade, and what stands against it. */
import type { ResultUnit, YearResult } from '@kaohe/api-contract';
import { Link } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import { decimalsOf, formatScore } from '../../shared/scores/format-score';
import { intervalOf } from '../../shared/scores/score-columns';
import { gradeName } from '../board/numbers';

export function ResultTable({ result }: { readonly result: YearResult }) {
  const { t } = useTranslation();
  const sheets = [...new Set(result.units.map(({ sheet }) => sheet))];
  return (
    <>
      {sheets.map((sheet) => (
        <section key={sheet} className="paper scroll closing-part" aria-label={t('closing.result')}>
          <SheetTable result={result} units={result.units.filter((unit) => unit.sheet === sheet)} />
        </section>
      ))}
    </>
  );
}

interface SheetTableProps {
  readonly result: YearResult;
  readonly units: readonly ResultUnit[];
}

function SheetTable({ result, units }: SheetTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const parts = result.parts.filter(({ id }) => units.some((unit) => unit.parts[id] !== undefined));
  const digits = decimalsOf(
    units.map(({ total }) => intervalOf(total)),
    2,
  );
  return (
    <table className="compact result-table">
      <caption className="visually-hidden">{t('closing.result')}</caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('closing.rank')}
          </th>
          <th scope="col">{t('closing.unit')}</th>
          {parts.map((part) => (
            <th key={part.id} scope="col" className="number">
              {nameOf(part, language)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('closing.bonus')}
          </th>
          <th scope="col" className="number">
            {t('closing.total')}
          </th>
          <th scope="col">{t('closing.grade')}</th>
          <th scope="col">{t('closing.signs')}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.unit}>
            <td className="number">{rankText(unit.rank)}</td>
            <th scope="row">
              <Link to="/office/sheets/$unit" params={{ unit: unit.unit }} search={keepInOffice}>
                <span lang="zh-CN">{unit.unit}</span>
                {language === 'en' && <span className="english-name">{unit.unitEn}</span>}
              </Link>
            </th>
            {parts.map(({ id }) => (
              <td key={id} className="number">
                {unit.parts[id] ? formatScore(intervalOf(unit.parts[id]), 2) : '–'}
              </td>
            ))}
            <td className="number">{formatScore(intervalOf(unit.bonus), 0)}</td>
            <td className={unit.total.least === unit.total.most ? 'number' : 'number is-open'}>
              {formatScore(intervalOf(unit.total), digits)}
            </td>
            <td>{unit.grades.map((grade) => gradeName(result, grade, language)).join(' / ')}</td>
            <td>
              <Signs unit={unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rankText(rank: ResultUnit['rank']): string {
  if (rank === null) return '–';
  return rank.least === rank.most ? `${rank.least}` : `${rank.least}–${rank.most}`;
}

function Signs({ unit }: { readonly unit: ResultUnit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = unit.open.length + unit.openParts.length;
  return (
    <>
      {unit.vetoes.map((veto) => (
        <span key={veto.id} className="veto-mark" title={veto.quote}>
          <span aria-hidden="true">■</span> {t('closing.veto')}
          {t('app.colon')}
          {language === 'en' ? veto.whyEn : veto.why}{' '}
        </span>
      ))}
      {unit.provisional.length > 0 && (
        <span className="provisional" title={t('results.provisionalTitle', { ids: unit.provisional.join('、') })}>
          {t('closing.provisional')}{' '}
        </span>
      )}
      {open > 0 && <span className="is-open">{t('closing.openRows', { count: open })}</span>}
    </>
  );
}
