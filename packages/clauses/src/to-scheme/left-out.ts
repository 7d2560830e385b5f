/** What a scheme does not hold of the document, said in words: nothing is dropped silently. */
import { type Text, text } from '@kaohe/scoring';

export type LeftOutReason =
  | 'not-scoring'
  | 'left-out'
  | 'veto-effect'
  | 'bonus-cap'
  | 'bonus-range'
  | 'composition'
  | 'suppliers'
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
    '总分只由这张细则表构成；文件若另有领导评分、平时考核，须在方案文件里补',
    'the total is this sheet alone: ratings and routine assessment are added in the scheme files',
  ),
  suppliers: text(
    '每一行都由考核组填；由办公室或处室提供的行，须在方案文件里改',
    'every row is entered by the team: suppliers are changed in the scheme files',
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
