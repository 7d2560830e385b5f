/** What is not known when a result is computed: rows nobody closed, ballots that do not count, a bonus nobody looked at. */
import type { ResultBlank } from '@kaohe/api-contract';
import type { Program, UnitJson } from '@kaohe/scoring';
import type { Work } from '../office/office.js';
import { progressOf } from '../ratings/service.js';

/** Everything that would stay a silent blank; of the forms, who has not rated. */
export async function resultBlanks(
  work: Work,
  year: string,
  { program, units }: { program: Program; units: readonly UnitJson[] },
): Promise<ResultBlank[]> {
  const { forms } = await progressOf(work, year);
  const unrated = forms.flatMap(({ raters }) =>
    raters
      .filter(({ counts }) => !counts)
      .map(({ name }) => ({
        unit: '',
        row: null,
        zh: `${name}：评价表没有计入`,
        en: `${name}: the form does not count`,
      })),
  );
  return [...units.flatMap((unit) => unitBlanks(unit, program)), ...unrated];
}

function unitBlanks({ unit, sheet, open, openParts }: UnitJson, program: Program): ResultBlank[] {
  const parts = program.sheets.get(sheet)?.parts ?? [];
  const nameOf = (id: string) => parts.find(({ part }) => part.id === id)?.part;
  return [
    ...open.map((row) => ({
      unit,
      row,
      zh: `${unit}：${row} 没有核`,
      en: `${unit}: row ${row} is open`,
    })),
    ...openParts.map((id) => {
      const part = nameOf(id);
      return {
        unit,
        row: id === 'bonus' ? 'bonus' : null,
        zh: `${unit}：${part ? `${part.name}没有评分` : '加分没有核'}`,
        en: `${unit}: ${part ? `${part.nameEn} has no ballots` : 'bonus is open'}`,
      };
    }),
  ];
}
