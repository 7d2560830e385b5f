/** Whom an office assesses and who assesses them, as rows of the workbook that also names the people. */
import type { Population, Unit, UnitClass } from '@kaohe/scoring';

/** What the document says that units, teams and raters may be of. */
export interface PopulationWords {
  readonly sheets: readonly { readonly id: string; readonly title: string; readonly classes: readonly UnitClass[] }[];
  /** The document's own teams: units may be given to them where the workbook names no teams. */
  readonly teams: Population['teams'];
  /** Rating forms with the most raters they may have. */
  readonly forms: readonly { readonly id: string; readonly title: string; readonly raters: number }[];
}

/** What stands in place of the document's own; each left out where its sheet is empty. */
export interface OwnPopulation {
  readonly population?: Population | undefined;
  readonly raters?: readonly { readonly form: string; readonly name: string }[] | undefined;
}

export type OwnUnit = Unit & { readonly team: string };

export const POPULATION_SHEETS = {
  units: { name: '单位', headers: ['名称', '英文名', '细则表', '类别', '考核组'] },
  teams: { name: '分组', headers: ['名称', '英文名', '组长'] },
  raters: { name: '评分人', headers: ['评价表', '名称'] },
} as const;
