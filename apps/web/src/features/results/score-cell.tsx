/** What a total is made of: its parts, or where the sheet is the only one, the sheet's score and the bonus. */
import {
  type AssessedUnit,
  type AssessmentPart,
  type ExplanationKind,
  formatExact,
  getNumber,
  type Interval,
  isPoint,
  type Scheme,
  type ScoredPart,
  type Sheet,
} from '@kaohe/scoring';
import { WhyLink } from '../../shared/address/why-link';
import { unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { formatScore } from '../../shared/scores/format-score';

export interface RankingColumn {
  readonly kind: Extract<ExplanationKind, 'part' | 'sheet' | 'bonus'>;
  readonly id: string;
  readonly part?: AssessmentPart;
  /** What it counts at most. */
  readonly weight: string;
  readonly quote: string;
}

/** 领导考核 20, 平时考核 30, 年终考核 50; or 细则得分 1000, 加分 100. */
export function rankingColumns({ id, parts, fullMarks }: Sheet, { bonus }: Scheme): RankingColumn[] {
  if (parts.length > 1) return parts.map((part) => ({ ...part, kind: 'part', part }));
  return [
    { kind: 'sheet', id, weight: fullMarks, quote: parts[0]?.quote ?? '' },
    { kind: 'bonus', id: 'bonus', weight: bonus.cap, quote: bonus.quote },
  ];
}

export function useColumnName({ kind, part }: RankingColumn): string {
  const { t } = useTranslation();
  const language = useLanguage();
  if (part) return language === 'zh' ? part.name : part.nameEn;
  return t(kind === 'sheet' ? 'unit.sheetScore' : 'unit.bonus');
}

/** The score of a unit in a column. */
export function scoreIn({ kind, id }: RankingColumn, { scored }: AssessedUnit): Interval | undefined {
  if (kind === 'sheet') return scored.sheetScore;
  if (kind === 'bonus') return scored.bonus.score;
  return scored.parts.find(({ compiled }) => compiled.part.id === id)?.score;
}

interface ScoreCellProps {
  readonly unit: AssessedUnit;
  readonly column: RankingColumn;
  readonly digits: number;
}

export function ScoreCell({ unit, column, digits }: ScoreCellProps) {
  const score = scoreIn(column, unit);
  if (!score) return <td />;
  const part = column.kind === 'part' && unit.scored.parts.find(({ compiled }) => compiled.part.id === column.id);
  return (
    <td className={isPoint(score) ? 'number' : 'number is-open'}>
      {part && !part.rating && <Arithmetic unit={unit} part={part} />}
      <Why unit={unit} column={column}>
        {formatScore(score, digits)}
      </Why>
    </td>
  );
}

interface WhyProps {
  readonly unit: AssessedUnit;
  readonly column: RankingColumn;
  readonly children: string;
}

function Why({ unit: { scored }, column, children }: WhyProps) {
  const { kind, id } = column;
  const what = useColumnName(column);
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const label = t('results.why', {
    value: children,
    unit: unitLabel(scheme, scored.facts.unit, language),
    what,
  });
  return (
    <WhyLink target={{ unit: scored.facts.unit, kind, id }} label={label}>
      {children}
    </WhyLink>
  );
}

interface ArithmeticProps {
  readonly unit: AssessedUnit;
  readonly part: ScoredPart;
}

/** How the sheet's part comes about: (95+3)×½ */
function Arithmetic({ unit: { scored }, part }: ArithmeticProps) {
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
