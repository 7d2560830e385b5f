/** Where points are certainly lost, units × items: the table is the picture, and every cell opens the sheet at its item. */
import type { Board, BoardUnit } from '@kaohe/api-contract';
import { compare, getNumber, point, type Rational, rational } from '@kaohe/scoring';
import { Link } from '@tanstack/react-router';
import type { Search } from '../../shared/address/search';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import { decimalsOf, formatFixed } from '../../shared/scores/format-score';
import { type BoardItem, type BoardSheet, lostOfItem } from './numbers';

export function HeatTable({ board, sheet }: { readonly board: Board; readonly sheet: BoardSheet }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = language === 'en' ? sheet.titleEn : sheet.title;
  const units = board.units.filter((unit) => unit.sheet === sheet.sheet);
  const digits = decimalsOf(
    units.flatMap((unit) => sheet.items.map((item) => point(lostOfItem(unit, item)))),
    0,
  );
  return (
    <div className="scroll">
      <table className="losses">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('nav.unit')}</th>
            {sheet.items.map((item) => (
              <th key={item.id} scope="col" className="item-head" title={nameOf(item, language)}>
                <span className="clamped">{nameOf(item, language)}</span>
                <small>{item.fullMarks}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unit}>
              <th scope="row" lang="zh-CN">
                {unit.unit}
              </th>
              {sheet.items.map((item) => (
                <HeatCell key={item.id} {...{ unit, item, digits }} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeatCellProps {
  readonly unit: BoardUnit;
  readonly item: BoardItem;
  readonly digits: number;
}

function HeatCell({ unit, item, digits }: HeatCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const lost = lostOfItem(unit, item);
  const value = lost.n === 0n ? '0' : formatFixed(lost, digits);
  const score = unit.items[item.id];
  const open = score && score.least !== score.most ? ' is-open' : '';
  const search = (before: Search): Search => ({ ...keepInOffice(before), show: item.id });
  return (
    <td className={`number loss-${shade(lost, getNumber(item.fullMarks))}${open}`}>
      <Link
        to="/office/sheets/$unit"
        params={{ unit: unit.unit }}
        search={search}
        aria-label={t('board.cell', { unit: unit.unit, item: nameOf(item, language), value })}
      >
        {value}
      </Link>
    </td>
  );
}

/** 0 (nothing lost) to 4 (three quarters and more). */
function shade(lost: Rational, { n, d }: Rational): number {
  if (lost.n === 0n) return 0;
  return 1 + [1n, 2n, 3n].filter((quarters) => compare(lost, rational(n * quarters, d * 4n)) >= 0).length;
}
