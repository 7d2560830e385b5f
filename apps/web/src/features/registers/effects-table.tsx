/** What an entry does to the scores, with and without it; each clause leads to the unit's sheet. */
import type { RegisterEntry } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Search } from '../../shared/address/search';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import type { IssuedYear } from '../../shared/office/issued-year';
import { NamedUnit } from '../../shared/office/named-unit';
import { Unread } from '../../shared/office/unread';
import { effectsRequest, type RegisterPlace } from './requests';

interface EffectsTableProps {
  readonly issued: IssuedYear;
  readonly place: RegisterPlace;
  readonly entry: RegisterEntry;
}

export function EffectsTable({ issued, place, entry }: EffectsTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error } = useQuery(effectsRequest(place, entry));
  if (!data) return <Unread error={error} />;
  return (
    <>
      <table className="compact effects" aria-label={t('registers.effects')}>
        <thead>
          <tr>
            <th scope="col">{t('registers.fields.unit')}</th>
            <th scope="col">{t('registers.clause')}</th>
            <th scope="col" className="number">
              {t('registers.with')}
            </th>
            <th scope="col" className="number">
              {t('registers.without')}
            </th>
            <th scope="col">{t('registers.why')}</th>
          </tr>
        </thead>
        <tbody>
          {data.effects.map(({ unit, clause, quote, applied, without, why }) => (
            <tr key={`${unit}${clause}`}>
              <td>
                <NamedUnit scheme={issued.scheme} name={unit} />
              </td>
              <td>
                <Link
                  to="/office/sheets/$unit"
                  params={{ unit }}
                  search={(before: Search) => ({ ...keepInOffice(before), show: clause })}
                  lang="zh-CN"
                  title={quote}
                >
                  {clause.split('/')[1] ?? clause} {quote}
                </Link>
              </td>
              <td className={applied === '0' ? 'number' : 'number points'}>{applied}</td>
              <td className="number">{without}</td>
              <td>{why[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.effects.length === 0 && <p className="count">{t('registers.noClause')}</p>}
      <ul className="totals">
        {data.totals.map(({ unit, total, without, bonus, bonusWithout, brings }) => (
          <li key={unit}>
            <NamedUnit scheme={issued.scheme} name={unit} />{' '}
            {total === without ? t('registers.totalSame', { total }) : t('registers.totalMoves', { without, total })}
            {bonus !== bonusWithout && <> {t('registers.bonusMoves', { without: bonusWithout, total: bonus })}</>}
            {brings.length > 0 && (
              <strong className="brings">
                {' '}
                ■ {t('registers.brings', { grounds: brings.map((one) => one[language]).join('；') })}
              </strong>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
