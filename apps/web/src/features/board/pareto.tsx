/** What the units of a sheet have certainly lost, item by item, the largest first. */
import type { Board } from '@kaohe/api-contract';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import { formatFixed, toPixels } from '../../shared/scores/format-score';
import { Chart } from './chart';
import { type BoardSheet, paretoOf } from './numbers';

/** Whole names in lines below each other: a name cut short is no label. */
const ITEM_LABEL = { interval: 0, width: 84, overflow: 'break', fontSize: 11, lineHeight: 14 };

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
        height={310}
        option={{
          grid: { left: 48, right: 48, top: 34, bottom: 104 },
          xAxis: { type: 'category', data: names, axisLabel: ITEM_LABEL },
          yAxis: [
            { type: 'value', name: t('board.lost') },
            {
              type: 'value',
              name: t('board.share'),
              max: 100,
              axisLabel: { formatter: '{value}%' },
              splitLine: { show: false },
            },
          ],
          series: [
            {
              type: 'bar',
              data: losses.map(({ lost }) => toPixels(lost)),
              label: { show: true, position: 'top', backgroundColor: '#fff', padding: [1, 2] },
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
