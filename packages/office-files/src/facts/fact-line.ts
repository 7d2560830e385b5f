/** One line of facts in a table: what CSV and the last sheet of a workbook hold. */

export interface FactLine {
  /** Name of the unit; empty for what belongs to the whole file. */
  readonly unit: string;
  /** A clause id, or the register the line belongs to. */
  readonly subject: string;
  /** Which accident, deed, talk, occasion, zone or ballot. */
  readonly ordinal: string;
  /** Which requirement, part, quantity, indicator, row, form or reading. */
  readonly name: string;
  /** Which quarter, half-year or month. */
  readonly period: string;
  readonly field: string;
  readonly value: string;
  readonly note: string;
  readonly evidence: string;
}

export const COLUMNS: { readonly [Key in keyof FactLine]: string } = {
  unit: '单位',
  subject: '条款',
  ordinal: '第几',
  name: '名称',
  period: '时段',
  field: '字段',
  value: '值',
  note: '备注',
  evidence: '佐证',
};

export const COLUMN_KEYS = Object.keys(COLUMNS) as readonly (keyof FactLine)[];

const EMPTY: FactLine = {
  unit: '',
  subject: '',
  ordinal: '',
  name: '',
  period: '',
  field: '',
  value: '',
  note: '',
  evidence: '',
};

export function factLine(stated: Partial<FactLine>): FactLine {
  return { ...EMPTY, ...stated };
}
