/** One unit of the ranking. */

import { Link } from '@tanstack/react-router';
import { keepAcross, useAddress } from '../../shared/address/use-address';
import { WhyLink } from '../../shared/address/why-link';
import { unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { GradeWords } from '../../shared/assessment/grade-words';
import { UnitName } from '../../shared/assessment/unit-name';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { formatScore } from '../../shared/scores/format-score';
import { ScoreBar } from '../../shared/scores/score-bar';
import type { ListedUnit } from './listed-units';
import { OpenCell } from './open-cell';
import { type RankingColumn, ScoreCell } from './score-cell';

interface RankingRowProps {
  readonly row: ListedUnit;
  /** The one row that Tab reaches; arrows go on from there. */
  readonly first: boolean;
  readonly columns: readonly RankingColumn[];
  /** Decimals of each column. */
  readonly digits: readonly number[];
  readonly totalDigits: number;
}

export function RankingRow({ row, first, columns, digits, totalDigits }: RankingRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { program } = useAssessment().assessment;
  const { unit, name } = row;
  const total = formatScore(unit.scored.total, totalDigits);
  const label = unitLabel(program.scheme, name, language);
  return (
    <tr tabIndex={first ? 0 : -1} data-key={name} className={row.vetoed ? 'vetoed' : undefined}>
      <td className="rank number">
        <RankText row={row} />
      </td>
      <th scope="row">
        <Link to="/units/$name" params={{ name }} search={keepAcross}>
          <UnitName name={name} />
        </Link>
      </th>
      {columns.map((column, index) => (
        <ScoreCell key={column.id} unit={unit} column={column} digits={digits[index] ?? 2} />
      ))}
      <td className="number total">
        <WhyLink
          target={{ unit: name, kind: 'total', id: name }}
          label={t('results.why', { value: total, unit: label, what: t('results.total') })}
        >
          {total}
        </WhyLink>
      </td>
      <td className="line">
        <TotalBar row={row} totalDigits={totalDigits} />
      </td>
      <td className="grades">
        <GradeWords unit={unit} program={program} />
        {row.edge && <EdgeSign />}
        <VetoSigns row={row} />
      </td>
      <OpenCell row={row} />
    </tr>
  );
}

/** `3`, `2–4` while others may still change it, `–` without a rank. */
function RankText({ row: { unit } }: { readonly row: ListedUnit }) {
  const { t } = useTranslation();
  if (!unit.rank) return <span title={t('unit.noRank')}>–</span>;
  const { least, most } = unit.rank;
  return <>{least === most ? least : `${least}–${most}`}</>;
}

function TotalBar({ row: { unit }, totalDigits }: { readonly row: ListedUnit; readonly totalDigits: number }) {
  const { t } = useTranslation();
  const { composition } = useAddress();
  const { program } = useAssessment().assessment;
  const [least, most = least] = formatScore(unit.scored.total, totalDigits).split('–');
  const parts = unit.scored.parts.map(({ compiled, score }) => ({ id: compiled.part.id, score }));
  return (
    <ScoreBar
      total={unit.scored.total}
      fullMarks={program.fullMarks}
      bands={program.bands}
      parts={composition ? parts : undefined}
      label={t('results.interval', { least, most })}
    />
  );
}

/** ■ for a veto, with its ground; what may still become one; casualties that may still change. */
function VetoSigns({ row: { unit } }: { readonly row: ListedUnit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { vetoes, possibleVetoes } = unit.decision;
  return (
    <>
      {vetoes.map(({ veto, why }) => (
        <span key={veto.id} className="veto-sign" title={veto.quote}>
          <span aria-hidden="true">■</span> {t('results.veto')}
          {t('app.colon')}
          {why[language]}
        </span>
      ))}
      {possibleVetoes.map(({ veto, why }) => (
        <span key={veto.id} className="possible-veto" title={`${veto.quote} ${why[language]}`}>
          <span aria-hidden="true">□</span> {t('results.possibleVeto')}
        </span>
      ))}
      {unit.provisional.length > 0 && (
        <abbr className="provisional" title={t('results.provisionalTitle', { ids: unit.provisional.join('、') })}>
          {t('results.provisional')}
        </abbr>
      )}
    </>
  );
}

function EdgeSign() {
  const { t } = useTranslation();
  return (
    <abbr className="edge" title={t('results.edgeTitle')}>
      ⚠<span>{t('results.edge')}</span>
    </abbr>
  );
}
