// What the result workbook shows beside what the engine says, for the tests of the translation.
import { assessTree, type SchemeFolder } from '@kaohe/scheme-files';
import {
  type AssessedUnit,
  type Assessment,
  formatExact,
  type Interval,
  type RawTree,
  renderProblem,
} from '@kaohe/scoring';
import { cellValue } from '../src/result-workbook/evaluate.js';
import type { GridCell } from '../src/result-workbook/expression.js';
import { type ResultModel, resultModel } from '../src/result-workbook/result-workbook.js';
import { type SummaryCells, systemText } from '../src/result-workbook/summary-sheet.js';

export const MADE = { madeOn: '2020-02-10', factsHash: '0'.repeat(64), version: '0.1.0' } as const;

export interface Modelled {
  readonly model: ResultModel;
  readonly assessment: Assessment;
}

export function modelOf(folder: SchemeFolder, tree: RawTree): Modelled {
  const assessment = assessTree(folder, tree);
  if ('problems' in assessment) throw new Error(assessment.problems.map((one) => renderProblem(one).en).join('\n'));
  return { assessment, model: resultModel({ ...MADE, edition: folder.edition, assessment }) };
}

/** What it is, as the workbook shows it, as the engine says it. */
export type Compared = readonly [what: string, shown: string, said: string];
type Show = (cell: GridCell) => string;
const ownValue: Show = (cell) => `${cellValue(cell) ?? ''}`;

/** Every displayed text of every unit; `show` reads a cell, by default with our own evaluation. */
export function textsOf({ model, assessment }: Modelled, show: Show = ownValue): Compared[] {
  return assessment.units.flatMap((assessed) => {
    const { unit } = assessed.scored.facts;
    const row = model.summary.units.get(unit);
    if (!row) throw new Error(`no ${unit}`);
    const texts = [...scoreTexts(model, assessed, show), ...outcomeTexts(assessment, assessed, { row, show })];
    return texts.map(([what, shown, said]): Compared => [`${unit} ${what}`, shown, said]);
  });
}

function scoreTexts(model: ResultModel, { scored }: AssessedUnit, show: Show): Compared[] {
  const drawn = model.units.get(scored.facts.unit);
  const ends = (
    what: string,
    score: { readonly marks: readonly GridCell[] } | undefined,
    value: Interval,
  ): Compared => [
    what,
    (score?.marks ?? []).map(show).join('～'),
    `${formatExact(value.least)}～${formatExact(value.most)}`,
  ];
  return [
    ...scored.items.map(({ compiled, score }) => ends(compiled.item.id, drawn?.items.get(compiled.item.id), score)),
    ends('sheet', drawn?.sheetScore, scored.sheetScore),
    ends('bonus', drawn?.bonus, scored.bonus.score),
    ...scored.parts.map(({ compiled: { part }, score }) => ends(part.id, drawn?.parts.get(part.id), score)),
    ends('total', drawn?.total, scored.total),
  ];
}

const AWARDED = { yes: '是', no: '否', undecided: '未定' } as const;

function outcomeTexts(
  { program }: Assessment,
  { scored, decision, rank }: AssessedUnit,
  { row, show }: { readonly row: SummaryCells; readonly show: Show },
): Compared[] {
  const state = (id: string) => {
    if (decision.vetoes.some(({ veto }) => veto.id === id)) return '触发';
    return decision.possibleVetoes.some(({ veto }) => veto.id === id) ? '可能' : '否';
  };
  const ranked = rank ? (rank.least === rank.most ? `${rank.least}` : `${rank.least}～${rank.most}`) : '';
  return [
    ['displayed total', show(row.total), systemText(scored.total)],
    ['displayed sheet', show(row.sheetScore), systemText(scored.sheetScore)],
    ['displayed bonus', show(row.bonus), systemText(scored.bonus.score)],
    ['rank', show(row.rank), ranked],
    ['grade', show(row.grade), decision.grades.join('或')],
    ['agrees', show(row.agrees), '一致'],
    ['vetoes', row.vetoes.map(show).join(), program.scheme.vetoes.map(({ id }) => state(id)).join()],
    ['awards', row.awards.map(show).join(), decision.awards.map(({ eligible }) => AWARDED[eligible]).join()],
  ];
}
