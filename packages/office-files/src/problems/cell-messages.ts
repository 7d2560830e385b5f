/** What a person who filled in a workbook is told. */
import { type Text, text } from '@kaohe/scoring';

const listed = (names: readonly string[]) => text(names.join('、'), names.join(', '));

export const CELL_MESSAGES = {
  formula: (cell: string): Text =>
    text(
      `${cell} 是公式。公式的结果会随别处变动，请复制后“选择性粘贴为数值”，直接填数。`,
      `${cell} holds a formula, whose result may change with other cells. Paste its value instead.`,
    ),
  errorValue: (value: string): Text =>
    text(`这一格是错误值 ${value}，请重新填写。`, `The cell holds the error ${value}. Fill it in again.`),
  percentFormat: (value: string): Text =>
    text(
      `这一格是百分比格式（${value}），这里应填数。请清除格式后重填。`,
      `The cell is formatted as a percentage (${value}); a number is expected. Clear the format and fill it in again.`,
    ),
  percentUnclear: (value: string): Text =>
    text(
      `“${value}”是 ${value}% 还是百分之几十？请带百分号填写，例如 85%。`,
      `It is not clear whether “${value}” means ${value}% or a hundred times that. Write the percent sign, e.g. 85%.`,
    ),
  notPresent: (value: string): Text =>
    text(`应填“有”或“缺”，写的是“${value}”。`, `Expected 有 (present) or 缺 (absent), found “${value}”.`),
  partsUnfilled: (parts: readonly string[]): Text =>
    text(
      `这一条还有 ${listed(parts).zh} 没有填“有”或“缺”。全部填上；或者这一行没有别的问题，就在“已核”选“是”。`,
      `${listed(parts).en}: neither 有 nor 缺. Fill them in; or, with nothing else wrong in this row, choose 是 under 已核.`,
    ),
  applies: (): Text =>
    text(
      '这一条既填了事实，又填了“不适用”。请只留一个。',
      'This clause states a fact and that it does not apply. Keep one.',
    ),
  greyFilled: (clause: string, value: string): Text =>
    text(
      `${clause} 这里不填（灰色格），写的“${value}”没有采用。请移走：台账里的事实写在“事故、约谈、指标”表里。`,
      `${clause} takes no entry (grey cell); “${value}” cannot be used. What a register holds goes into its own sheet.`,
    ),
  unknownLine: (id: string): Text =>
    text(
      `这一行的编号“${id}”不在本方案里。请用“kaohe template”重新生成填写表，或检查是不是别的方案的表。`,
      `The id of this line, “${id}”, is not of this scheme. Make a new form with kaohe template, or check which scheme the form is for.`,
    ),
  noHeader: (columns: readonly string[]): Text =>
    text(
      `表头没有这几列：${listed(columns).zh}。请不要改动表头。`,
      `The header lacks the columns ${listed(columns).en}. Leave the header as it is.`,
    ),
  noAccident: (id: string): Text =>
    text(
      `“事故”表里没有编号为“${id}”的事故。请填那一张表里的编号。`,
      `The sheet 事故 has no accident “${id}”. State an id of that sheet.`,
    ),
  noMarkers: (): Text =>
    text(
      '这不是“kaohe template”给出的填写表，或者隐藏的 A 列被删掉了。请用原来的表填写，或用“kaohe template 方案 --xlsx 文件.xlsx”再给出一份。',
      'This is no form made by kaohe template, or its hidden column A was deleted. Fill in the original form, or make another one: kaohe template SCHEME --xlsx FILE.xlsx',
    ),
  unitTwice: (unit: string, sheet: string): Text =>
    text(
      `“${unit}”已经有一张工作表（${sheet}）。一个单位只能有一张，请合并。`,
      `“${unit}” already has a sheet (${sheet}). A unit has one; merge them.`,
    ),
} as const;
