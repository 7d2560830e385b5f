/** What the units of a sheet have certainly lost, item by item, the largest first. */
import type { Board } from '@kaohe/api-contract';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import { formatFixed, toPixels } from '../../shared/scores/format-score';
import { Chart } from './chart';
import { type BoardSheet, paretoOf } from './numbers';

export function Pareto({ board, sheet }: { readonly board: Board; readonly sheet: BoardSheet }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const losses = paretoOf(board, sheet);
  const title = t('board.sheetOf', { title: language === 'en' ? sheet.titleEn : sheet.title });
  if (losses.length === 0) return <p className="no-facts">{`${title} — ${t('board.noLosses')}`}</p>;
  const names = losses.map(({ item }) => nameOf(item, language));
  return (
    <section aria-label={title} className="chart-with-table">
      <h3>{title}</h3>
      <Chart
        label={title}
        height={240}
        option={{
          grid: { left: 44, right: 44, top: 12, bottom: 70 },
          xAxis: { type: 'category', data: names, axisLabel: { rotate: 30, width: 110, overflow: 'truncate' } },
          yAxis: [{ type: 'value' }, { type: 'value', max: 100, axisLabel: { formatter: '{value}%' } }],
          series: [
            {
              type: 'bar',
              data: losses.map(({ lost }) => toPixels(lost)),
              itemStyle: { color: '#b3261e' },
              barMaxWidth: 28,
            },
            {
              type: 'line',
              yAxisIndex: 1,
              data: losses.map(({ share }) => toPixels(share)),
              lineStyle: { color: '#17447e' },
              itemStyle: { color: '#17447e' },
            },
          ],
        }}
      />
      <table className="compact">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.item')}</th>
            <th scope="col" className="number">
              {t('board.lost')}
            </th>
            <th scope="col" className="number">
              {t('board.share')}
            </th>
            <th scope="col" className="number">
              {t('board.unitsLosing')}
            </th>
          </tr>
        </thead>
        <tbody>
          {losses.map(({ item, lost, share, units }) => (
            <tr key={item.id}>
              <th scope="row">{nameOf(item, language)}</th>
              <td className="number">{formatFixed(lost, 1)}</td>
              <td className="number">{Math.round(toPixels(share))}%</td>
              <td className="number">{units}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
