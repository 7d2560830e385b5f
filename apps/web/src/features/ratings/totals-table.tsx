/** Sums by unit of a form, from the composite on, with their conversion before any rounding. */
import type { RatingTotals } from '@kaohe/api-contract';
import type { RatingForm, Scheme } from '@kaohe/scoring';
import { useTranslation } from '../../shared/language/i18n';
import { NamedUnit } from '../../shared/office/named-unit';
import { convertedColumn } from './marks';

interface TotalsTableProps {
  readonly scheme: Scheme;
  readonly form: RatingForm;
  readonly totals: RatingTotals['forms'][number];
}

export function TotalsTable({ scheme, form, totals }: TotalsTableProps) {
  const { t } = useTranslation();
  const converted = convertedColumn(
    totals.totals.map(({ sum }) => sum),
    form,
  );
  return (
    <table className="compact totals-table" aria-label={t('ratings.totals')}>
      <thead>
        <tr>
          <th scope="col">{t('ratings.unit')}</th>
          <th scope="col" className="number">
            {t('ratings.sum')}
          </th>
          <th scope="col" className="number">
            {t('ratings.ballots')}
          </th>
          <th scope="col" className="number">
            {t('ratings.converted', { coefficient: form.coefficient })}
          </th>
        </tr>
      </thead>
      <tbody>
        {totals.totals.map(({ unit, sum, ballots }) => (
          <tr key={unit}>
            <th scope="row">
              <NamedUnit scheme={scheme} name={unit} />
            </th>
            <td className="number">{sum}</td>
            <td className="number">{ballots}</td>
            <td className="number">{converted(sum)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
