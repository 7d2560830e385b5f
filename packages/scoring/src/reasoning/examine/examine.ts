/** The checker: every check in turn over one scheme. Findings are derived from its data and sentences, never from its name. */
import { type Text, text } from '../../wording/text.js';
import { checkAmounts } from './checks/amount-missing.js';
import { checkAmountUnits } from './checks/amount-unit-missing.js';
import { checkAppeals } from './checks/appeal-missing.js';
import { checkDisqualifications } from './checks/award-disqualification.js';
import { checkAwards } from './checks/award-open.js';
import { checkBandGaps } from './checks/band-gap.js';
import { checkNamedGrades } from './checks/band-missing.js';
import { checkBandOverlaps } from './checks/band-overlap.js';
import { checkBonusAndGrades } from './checks/bonus-lifts-grade.js';
import { checkBonusCeiling } from './checks/bonus-over-full-marks.js';
import { checkUnfinishedCells } from './checks/cell-unfinished.js';
import { checkCitations } from './checks/citation-variant.js';
import { checkRaters } from './checks/coefficient-raters.js';
import { checkCoefficients } from './checks/coefficient-weight.js';
import { checkReportDates } from './checks/count-open-at-report.js';
import { checkItemCapacity } from './checks/deduct-exceeds-item.js';
import { checkDisplacedColumns } from './checks/displaced-column.js';
import { checkDisplacedText } from './checks/displaced-text.js';
import { checkDoublePenalties } from './checks/double-penalty.js';
import { checkExternalData } from './checks/external-data.js';
import { checkReferences } from './checks/external-reference.js';
import { checkForfeits } from './checks/forfeit-collides.js';
import { checkEasyGrades } from './checks/grade-too-easy.js';
import { checkReachability } from './checks/grade-unreachable.js';
import { checkMethods } from './checks/method-missing.js';
import { checkMethodWords } from './checks/method-not-scored.js';
import { checkMultipliers } from './checks/multiplier.js';
import { checkNames } from './checks/name-variant.js';
import { checkFloors } from './checks/no-floor.js';
import { checkNumbers } from './checks/number-differs.js';
import { checkNumberOrder } from './checks/number-order.js';
import { checkObligations } from './checks/obligation-not-scored.js';
import { checkPageBreaks } from './checks/page-break-in-row.js';
import { checkSteps } from './checks/part-step.js';
import { checkPercentWords } from './checks/percent-or-points.js';
import { checkDocuments } from './checks/perverse-document.js';
import { checkLadders } from './checks/perverse-ladder.js';
import { checkAccidentLevels } from './checks/perverse-levels.js';
import { checkLines } from './checks/perverse-line.js';
import { checkBonusAmounts } from './checks/points-missing.js';
import { checkPopulations } from './checks/population-undefined.js';
import { checkReadings } from './checks/reading-open.js';
import { checkAverages } from './checks/relative-to-average.js';
import { checkRepeatedSentences } from './checks/repeated-sentence.js';
import { checkRequirements } from './checks/requirement-not-scored.js';
import { checkRoles } from './checks/role-not-scored.js';
import { checkRounding } from './checks/rounding-stage.js';
import { checkOmissions } from './checks/same-omission.js';
import { checkSentences } from './checks/sentence-uncovered.js';
import { checkSharedAmounts } from './checks/shared-amount.js';
import { checkTeams } from './checks/single-team.js';
import { checkStandards } from './checks/standard-not-scored.js';
import { checkSums } from './checks/sum-mismatch.js';
import { checkTargets } from './checks/target-missing.js';
import { checkNumberedTerms } from './checks/term-unexplained.js';
import { checkTopics } from './checks/topic-not-scored.js';
import { checkTyping } from './checks/typing-damage.js';
import { checkJudgements } from './checks/unbounded-judgement.js';
import { checkTerms } from './checks/undefined-term.js';
import { checkUnits } from './checks/units-missing.js';
import { checkRowNumbers } from './checks/unnumbered-row.js';
import { checkVetoes } from './checks/veto-beside-grade.js';
import { checkRedundantVetoes } from './checks/veto-redundant.js';
import { checkVetoWords } from './checks/veto-word-in-requirement.js';
import { checkPartWeights } from './checks/weight-missing.js';
import { checkWeights } from './checks/weight-not-scored.js';
import type { Examined, Report, SchemeFinding } from './finding.js';
import { createScene, type Scene } from './scene.js';

/** In the order of the page: the arithmetic, the text, outcomes. */
const CHECKS: readonly ((scene: Scene) => Report[])[] = [
  checkSums,
  checkPartWeights,
  checkAmounts,
  checkAmountUnits,
  checkItemCapacity,
  checkCoefficients,
  checkRaters,
  checkRounding,
  checkDisplacedText,
  checkDisplacedColumns,
  checkPageBreaks,
  checkRowNumbers,
  checkNumberOrder,
  checkUnfinishedCells,
  checkCitations,
  checkMethods,
  checkMethodWords,
  checkUnits,
  checkNumbers,
  checkBandGaps,
  checkBandOverlaps,
  checkNamedGrades,
  checkReachability,
  checkEasyGrades,
  checkForfeits,
  checkRepeatedSentences,
  checkDoublePenalties,
  checkOmissions,
  checkLadders,
  checkDocuments,
  checkAccidentLevels,
  checkLines,
  checkReportDates,
  checkVetoes,
  checkRedundantVetoes,
  checkBonusCeiling,
  checkBonusAndGrades,
  checkDisqualifications,
  checkAwards,
  checkAppeals,
  checkMultipliers,
  checkTargets,
  checkSteps,
  checkPercentWords,
  checkPopulations,
  checkSharedAmounts,
  checkTerms,
  checkNumberedTerms,
  checkReferences,
  checkExternalData,
  checkAverages,
  checkJudgements,
  checkBonusAmounts,
  checkSentences,
  checkRoles,
  checkTopics,
  checkWeights,
  checkRequirements,
  checkObligations,
  checkStandards,
  checkTyping,
  checkNames,
  checkTeams,
  checkFloors,
  checkVetoWords,
];

/** Everything a careful reader would find in the document, each with its place; what concerns outcomes with a computed counterexample. */
export function examine(examined: Examined): SchemeFinding[] {
  const scene = createScene(examined);
  const reports = CHECKS.flatMap((check) => check(scene));
  const reported = new Set(reports.flatMap((report) => report.about ?? []));
  return [...reports, ...checkReadings(scene, reported)].map((report) => finish(scene, report));
}

/** The report as a finding: the readings on what it is about are named in the reason. */
function finish(scene: Scene, { readings = [], about = [], why, at, ...finding }: Report): SchemeFinding {
  const beside = readings.filter((name) => !about.includes(name));
  const settled = readingsInWords(scene, about);
  const others = readingsInWords(scene, beside);
  const told = [...new Set([...about, ...beside])];
  const zh = [settled && `这里读作——${settled.zh}。`, others && `另有读法——${others.zh}。`];
  const en = [settled && ` Read here as: ${settled.en}.`, others && ` Other readings on it: ${others.en}.`];
  const named = (words: readonly (string | undefined)[]) => words.filter((one) => one !== undefined).join('');
  return {
    ...finding,
    at: [...new Set(at)],
    why: text(`${why.zh}${named(zh)}`, `${why.en}${named(en)}`),
    ...(told.length > 0 && { readings: told }),
  };
}

/** What each reading in force says: the question and the answer taken. */
function readingsInWords({ scheme, program }: Scene, names: readonly string[]): Text | undefined {
  const lines = [...new Set(names)].flatMap((name): Text[] => {
    const reading = scheme.readings[name];
    const taken = reading?.alternatives[program.readings[name] ?? ''];
    if (!reading || !taken) return [];
    return [text(`${reading.question}：${taken.text}`, `${reading.questionEn}: ${taken.textEn}`)];
  });
  if (lines.length === 0) return undefined;
  return text(lines.map((one) => one.zh).join('；'), lines.map((one) => one.en).join('; '));
}
