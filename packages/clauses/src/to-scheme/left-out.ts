/** What a scheme does not hold of the document, said in words: nothing is dropped silently. */
import { type Text, text } from '@kaohe/scoring';

export type LeftOutReason =
  | 'not-scoring'
  | 'left-out'
  | 'veto-effect'
  | 'bonus-cap'
  | 'bonus-range'
  | 'composition'
  | 'part'
  | 'day'
  | 'note'
  | 'row'
  | 'row-marks'
  | 'supplier'
  | 'cell'
  | 'units'
  | 'english';

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly text: Text;
  readonly quote?: string;
  /** The clause it is about. */
  readonly key?: string;
}

const WORDS: Readonly<Record<LeftOutReason, Text>> = {
  'not-scoring': text('由人确认不计分', 'confirmed not to score'),
  'left-out': text(
    '计分，但方案不算它，由办公室另行处理',
    'it scores, and the scheme does not compute it: the office deals with it',
  ),
  'veto-effect': text(
    '否决成立时只作标记：方案能把等次改为最低，不能把总分记零、降一等、取消评先或扣总分，由办公室办理',
    'the veto is only marked: a scheme can give the lowest grade, no other consequence; the office carries it out',
  ),
  'bonus-cap': text(
    '这一项加分自己的上限不算，只算加分的总上限',
    'the limit of this bonus alone is not computed, only the limit of all',
  ),
  'bonus-range': text(
    '酌情加分的幅度不算，按填写的分值计到总上限',
    'the range of this discretionary bonus is not computed: the mark counts up to the limit of all',
  ),
  composition: text(
    '没有写总分由什么组成：总分只由这张细则表构成',
    'what the total is made of is not stated: it is this sheet alone',
  ),
  part: text(
    '总分的这一部分，方案不算，由办公室另行计入',
    'this part of the total is not computed: the office adds it',
  ),
  day: text('日程的这一句，方案里没有日期', 'this entry of the calendar has no day in the scheme'),
  note: text(
    '这句通则，方案没有对应的算法；原文在表后的备注里，由填报的人照办',
    'nothing in a scheme computes this note: it stands below the table, for those who assess',
  ),
  row: text('表里这一行没有要算的话，方案里没有这一行', 'nothing of this row is computed: the scheme has no such row'),
  'row-marks': text(
    '各行的分值合不成大项的满分，方案里只有大项的满分',
    'the marks of the rows do not make up their items: only those of the items are held',
  ),
  supplier: text('原文印的提供单位，已经改成别的', 'who was printed to supply the row is another now'),
  cell: text(
    '得分、备注这样的空栏里写的字，方案里没有',
    'words in a column that is filled in by hand are not in the scheme',
  ),
  units: text(
    '没有写被考核单位，建年度以后用表格导入',
    'no unit is named: they come in a workbook once a year is created',
  ),
  english: text('没有英文名称，英文页面显示中文', 'there are no English names: English pages show the Chinese ones'),
};

export function leftOut(
  reason: LeftOutReason,
  about: { readonly quote?: string; readonly key?: string } = {},
): LeftOut {
  return { reason, text: WORDS[reason], ...about };
}
