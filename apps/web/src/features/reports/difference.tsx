/** What is not as it was signed: rows in words of points, the score, the parts of the text. */
import type { ReportDifference } from '@kaohe/api-contract';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { dayOf } from '../../shared/office/day-of';
import { scoreText } from './score-text';

export function Difference({ difference }: { readonly difference: ReportDifference }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { rows, score, text, signedAt } = difference;
  const [from, to] = score.map(scoreText);
  const same = rows.length === 0 && text.length === 0 && from === to;
  return (
    <section aria-label={t('reports.difference', { at: dayOf(signedAt) })}>
      <h2>{t('reports.difference', { at: dayOf(signedAt) })}</h2>
      {same && <p>{t('reports.noDifference')}</p>}
      {from !== to && <p className="score-moved">{t('reports.scoreMoved', { from, to })}</p>}
      {text.length > 0 && (
        <p>{t('reports.textChanged', { parts: text.map((part) => t(`reports.${part}`)).join('、') })}</p>
      )}
      {rows.length > 0 && (
        <table className="compact">
          <caption className="visually-hidden">{t('reports.difference', { at: dayOf(signedAt) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reports.row')}</th>
              <th scope="col">{t('reports.before')}</th>
              <th scope="col">{t('reports.after')}</th>
              <th scope="col">{t('reports.changedBy')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, before, after, changedBy }) => (
              <tr key={row}>
                <th scope="row">{row.split('/')[1] ?? row}</th>
                <td>{before[language]}</td>
                <td>{after[language]}</td>
                <td>{changedBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
