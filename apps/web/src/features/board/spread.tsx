/** Settled sheet scores by team, lowest to highest with the mean: beside the official result, never in its place. */
import { type Board, FEWEST_FOR_SPREAD, type TeamSpread } from '@kaohe/api-contract';
import { compare, getNumber, roundHalfUp } from '@kaohe/scoring';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { formatFixed, toPixels } from '../../shared/scores/format-score';
import { Chart } from './chart';

const pixels = (text: string): number => toPixels(getNumber(text));

/** A mean is for comparing: two decimals, with ≈ where it has more. */
function meanText(mean: string): string {
  if (mean === '') return '';
  const exact = getNumber(mean);
  const rounded = roundHalfUp(exact, 2);
  return `${compare(exact, rounded) === 0 ? '' : '≈'}${formatFixed(rounded, 2)}`;
}

export function Spread({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = (one: TeamSpread) => (language === 'en' ? one.teamEn : one.team);
  const shown = board.spread.flatMap((one) => (one.scores ? [{ name: nameOf(one), scores: one.scores }] : []));
  const lowest = Math.min(100, ...shown.map(({ scores }) => pixels(scores.least)));
  return (
    <section aria-label={t('board.spread')} className="chart-with-table">
      <p className="key-hint">{t('board.spreadHint', { fewest: FEWEST_FOR_SPREAD })}</p>
      {shown.length > 0 && (
        <Chart
          label={t('board.spread')}
          height={220}
          option={{
            grid: { left: 48, right: 16, top: 34, bottom: 32 },
            xAxis: { type: 'category', data: shown.map(({ name }) => name) },
            yAxis: { type: 'value', name: t('unit.sheetScore'), min: Math.floor(lowest / 5) * 5 },
            series: [
              {
                type: 'bar',
                stack: 'range',
                itemStyle: { color: 'transparent' },
                data: shown.map(({ scores }) => pixels(scores.least)),
              },
              {
                type: 'bar',
                stack: 'range',
                barMaxWidth: 18,
                itemStyle: { color: '#9db9dc' },
                data: shown.map(({ scores }) => pixels(scores.most) - pixels(scores.least)),
              },
              {
                type: 'scatter',
                itemStyle: { color: '#17447e' },
                label: {
                  show: true,
                  position: 'right',
                  formatter: ({ dataIndex }: { dataIndex: number }) => meanText(shown[dataIndex]?.scores.mean ?? ''),
                },
                data: shown.map(({ scores }) => pixels(scores.mean)),
              },
            ],
          }}
        />
      )}
      <table className="compact">
        <caption className="visually-hidden">{t('board.spread')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.team')}</th>
            <th scope="col" className="number">
              {t('board.closed')}
            </th>
            <th scope="col" className="number">
              {t('board.least')}
            </th>
            <th scope="col" className="number">
              {t('board.mean')}
            </th>
            <th scope="col" className="number">
              {t('board.most')}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.spread.map((one) => (
            <tr key={one.team}>
              <th scope="row">{nameOf(one)}</th>
              <td className="number">{`${one.closed}/${one.units}`}</td>
              {one.scores ? (
                <>
                  <td className="number">{formatFixed(getNumber(one.scores.least), 2)}</td>
                  <td className="number">{meanText(one.scores.mean)}</td>
                  <td className="number">{formatFixed(getNumber(one.scores.most), 2)}</td>
                </>
              ) : (
                <td colSpan={3} className="count">
                  {t('board.hidden', { fewest: FEWEST_FOR_SPREAD })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
