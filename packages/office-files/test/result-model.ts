// What a workbook's own evaluation says beside what the engine says, for the tests of the translation.
import { assessTree, type SchemeFolder } from '@kaohe/scheme-files';
import { type Assessment, formatExact, type Interval, type RawTree, renderProblem } from '@kaohe/scoring';
import { cellValue } from '../src/result-workbook/evaluate.js';
import { type ResultModel, resultModel } from '../src/result-workbook/result-workbook.js';
import { systemText } from '../src/result-workbook/summary-sheet.js';

export const MADE = { madeOn: '2020-02-10', factsHash: '0'.repeat(64), version: '0.1.0' } as const;

export function assessed(folder: SchemeFolder, tree: RawTree): Assessment {
  const assessment = assessTree(folder, tree);
  if ('problems' in assessment) throw new Error(assessment.problems.map((one) => renderProblem(one).en).join('\n'));
  return assessment;
}

export function modelOf(
  folder: SchemeFolder,
  tree: RawTree,
): { readonly model: ResultModel; readonly assessment: Assessment } {
  const assessment = assessed(folder, tree);
  return { assessment, model: resultModel({ ...MADE, edition: folder.edition, assessment }) };
}

/** Every displayed text of every unit: what it is, as the workbook has it, as the engine has it. */
export function textsOf({
  model,
  assessment,
}: {
  readonly model: ResultModel;
  readonly assessment: Assessment;
}): [string, string, string][] {
  return assessment.units.flatMap(({ scored, decision, rank }): [string, string, string][] => {
    const { unit } = scored.facts;
    const drawn = model.units.get(unit);
    const row = model.summary.units.get(unit);
    if (!drawn || !row) throw new Error(`no ${unit}`);
    const both = (
      what: string,
      marks: readonly [Parameters<typeof cellValue>[0], Parameters<typeof cellValue>[0]],
      value: Interval,
    ) =>
      [
        `${unit} ${what}`,
        `${text(marks[0])}～${text(marks[1])}`,
        `${formatExact(value.least)}～${formatExact(value.most)}`,
      ] as [string, string, string];
    const states = decisionStates(decision);
    return [
      ...scored.items.map(({ compiled, score }) =>
        both(compiled.item.id, drawn.items.get(compiled.item.id)?.marks as never, score),
      ),
      both('sheet', drawn.sheetScore.marks, scored.sheetScore),
      both('bonus', drawn.bonus.marks, scored.bonus.score),
      ...scored.parts.map((part) =>
        both(part.compiled.part.id, drawn.parts.get(part.compiled.part.id)?.marks as never, part.score),
      ),
      both('total', drawn.total.marks, scored.total),
      [`${unit} total`, text(row.total), systemText(scored.total)],
      [
        `${unit} rank`,
        text(row.rank),
        rank ? (rank.least === rank.most ? `${rank.least}` : `${rank.least}～${rank.most}`) : '',
      ],
      [`${unit} grade`, text(row.grade), decision.grades.join('或')],
      [`${unit} agrees`, text(row.agrees), '一致'],
      [
        `${unit} vetoes`,
        row.vetoes.map(text).join(),
        assessment.program.scheme.vetoes.map(({ id }) => states.get(id) ?? '否').join(),
      ],
      [
        `${unit} awards`,
        row.awards.map(text).join(),
        decision.awards.map(({ eligible }) => ({ yes: '是', no: '否', undecided: '未定' })[eligible]).join(),
      ],
    ];
  });
}

function decisionStates({ vetoes, possibleVetoes }: Assessment['units'][number]['decision']): Map<string, string> {
  return new Map([
    ...vetoes.map(({ veto }) => [veto.id, '触发'] as const),
    ...possibleVetoes.map(({ veto }) => [veto.id, '可能'] as const),
  ]);
}

const text = (cell: Parameters<typeof cellValue>[0]): string => `${cellValue(cell) ?? ''}`;
