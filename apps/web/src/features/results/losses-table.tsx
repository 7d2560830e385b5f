/** Where points are lost: units × items, shaded by the share of the item that is gone, every number a link to the sheet. */
import { compare, isPoint, rational, type ScoredItem, type Sheet } from '@kaohe/scoring';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Search } from '../../shared/address/search';
import { keepAcross } from '../../shared/address/use-address';
import { WhyLink } from '../../shared/address/why-link';
import { unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { UnitName } from '../../shared/assessment/unit-name';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { decimalsOf, formatScore, lostOf } from '../../shared/scores/format-score';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import type { ListedUnit } from './listed-units';

interface LossesTableProps {
  readonly sheet: Sheet;
  readonly listed: readonly ListedUnit[];
}

export function LossesTable({ sheet, listed }: LossesTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const keys = useRowKeys((name) => void navigate({ to: '/units/$name', params: { name }, search: keepAcross }));
  const scores = listed.flatMap(({ unit }) => unit.scored.items.map(({ score }) => score));
  const digits = decimalsOf(scores, 1);
  return (
    <div className="paper scroll">
      <table className="losses">
        <caption className="visually-hidden">{t('results.lossesCaption', { sheet: sheet.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results.unit')}</th>
            {sheet.items.map((item) => (
              <th key={item.id} scope="col" className="item-head" title={item.name}>
                <span className="clamped" lang={language === 'zh' ? 'zh-CN' : 'en'}>
                  {language === 'zh' ? item.name : item.nameEn}
                </span>
                <small>{item.fullMarks}</small>
              </th>
            ))}
            <th scope="col" className="number">
              {t('results.sheetTotal')}
            </th>
          </tr>
        </thead>
        <tbody ref={keys.body} onKeyDown={keys.onKeyDown}>
          {listed.map((row, index) => (
            <LossesRow key={row.name} row={row} first={index === 0} digits={digits} />
          ))}
        </tbody>
      </table>
      <p className="key-hint">{t('results.lossesHint')}</p>
    </div>
  );
}

interface LossesRowProps {
  readonly row: ListedUnit;
  readonly first: boolean;
  readonly digits: number;
}

function LossesRow({ row, first, digits }: LossesRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const { scored } = row.unit;
  const score = formatScore(scored.sheetScore, decimalsOf([scored.sheetScore], 1));
  const label = unitLabel(scheme, row.name, language);
  return (
    <tr tabIndex={first ? 0 : -1} data-key={row.name}>
      <th scope="row">
        <Link to="/units/$name" params={{ name: row.name }} search={keepAcross}>
          <UnitName name={row.name} />
        </Link>
      </th>
      {scored.items.map((item) => (
        <LossCell key={item.compiled.item.id} item={item} unit={row.name} label={label} digits={digits} />
      ))}
      <td className="number">
        <WhyLink
          target={{ unit: row.name, kind: 'sheet', id: scored.facts.sheet }}
          label={t('results.why', { value: score, unit: label, what: t('results.sheetTotal') })}
        >
          {score}
        </WhyLink>
      </td>
    </tr>
  );
}

interface LossCellProps {
  readonly item: ScoredItem;
  readonly unit: string;
  readonly label: string;
  readonly digits: number;
}

function LossCell({ item, unit, label, digits }: LossCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, name, nameEn } = item.compiled.item;
  const lost = lostOf(item.compiled.fullMarks, item.score);
  const nothing = isPoint(lost) && compare(lost.least, rational(0n)) === 0;
  const value = nothing ? '0' : formatScore(lost, digits);
  const search = (before: Search): Search => ({ ...keepAcross(before), show: id });
  const open = isPoint(lost) ? '' : ' is-open';
  return (
    <td className={`number loss-${shade(item)}${open}`}>
      <Link
        to="/units/$name"
        params={{ name: unit }}
        search={search}
        aria-label={t('results.lossOf', { value, unit: label, item: language === 'zh' ? name : nameEn })}
      >
        {value}
      </Link>
    </td>
  );
}

/** 0 (nothing certainly lost) to 4 (three quarters and more). */
function shade({ compiled: { fullMarks }, score }: ScoredItem): number {
  const { least } = lostOf(fullMarks, score);
  const share = (quarters: bigint) => rational(fullMarks.n * quarters, fullMarks.d * 4n);
  if (compare(least, rational(0n)) === 0) return 0;
  return 1 + [1n, 2n, 3n].filter((quarters) => compare(least, share(quarters)) >= 0).length;
}
