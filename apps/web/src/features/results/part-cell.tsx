/** One part of a total. The sheet shows how it comes about: (95+3)×½ 49.00. */
import { type AssessedUnit, formatExact, getNumber, isPoint, type ScoredPart } from '@kaohe/scoring';
import { WhyLink } from '../../shared/address/why-link';
import { unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { formatScore } from '../../shared/scores/format-score';

interface PartCellProps {
  readonly unit: AssessedUnit;
  readonly part: ScoredPart;
  readonly digits: number;
}

export function PartCell({ unit, part, digits }: PartCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const { id, name, nameEn } = part.compiled.part;
  const value = formatScore(part.score, digits);
  const label = t('results.why', {
    value,
    unit: unitLabel(scheme, unit.scored.facts.unit, language),
    what: language === 'zh' ? name : nameEn,
  });
  return (
    <td className={isPoint(part.score) ? 'number' : 'number is-open'}>
      {!part.rating && <Arithmetic unit={unit} part={part} />}
      <WhyLink target={{ unit: unit.scored.facts.unit, kind: 'part', id }} label={label}>
        {value}
      </WhyLink>
    </td>
  );
}

function Arithmetic({ unit: { scored }, part }: Pick<PartCellProps, 'unit' | 'part'>) {
  const { scheme } = useAssessment().assessment.program;
  if (!isPoint(scored.sheetScore) || !isPoint(scored.bonus.score)) return null;
  const bonus = formatExact(scored.bonus.score.least);
  const factor = formatExact(part.compiled.factor);
  const added = scheme.bonus.base === 'sheet' && formatExact(getNumber(bonus)) !== '0';
  if (!added && factor === '1') return null;
  const sheet = formatExact(scored.sheetScore.least);
  return (
    <span className="arithmetic">
      {added ? `(${sheet}+${bonus})` : sheet}
      {factor === '1' ? '' : `×${factor === '0.5' ? '½' : factor}`}
    </span>
  );
}
