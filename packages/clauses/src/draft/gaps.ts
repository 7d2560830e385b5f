/** What keeps a draft from being a scheme: each gap with its words and the place it belongs to. */
import { type Text, text } from '@kaohe/scoring';

/** What a rule still lacks. */
export type RuleGap =
  | 'no-rule'
  | 'number'
  | 'partial-step'
  | 'after-last'
  | 'replacing'
  | 'line'
  | 'marks'
  | 'sheet-forfeit'
  | 'terms'
  | 'parts'
  | 'name'
  | 'undecided';

/** What the draft still lacks outside its clauses. */
export type FrameGap =
  | 'id'
  | 'title'
  | 'period'
  | 'full-marks'
  | 'item-name'
  | 'item-marks'
  | 'no-items'
  | 'classes'
  | 'unit-twice'
  | 'unit-name'
  | 'bands'
  | 'bonus-cap'
  | 'bonus-rule'
  | 'veto'
  | 'supplier-name'
  | 'part-kind'
  | 'part-sheet'
  | 'part-weight'
  | 'part-form'
  | 'part-missing'
  | 'calendar';

export interface Gap {
  readonly code: RuleGap | FrameGap;
  readonly text: Text;
  /** The clause, the item (`item-2`), the suppliers (`rows`) or what frames the sheet (`frame`) it is about; absent: the scheme. */
  readonly at?: string;
}

const WORDS: Readonly<Record<Gap['code'], Text>> = {
  'no-rule': text(
    '这句话还没有规则：请选一种规则，或标明不计分',
    'No rule yet: choose a kind, or say that it does not score',
  ),
  number: text('规则里有一处应填数字', 'A number in the rule is missing or is no number'),
  'partial-step': text('不足一个步长的部分如何计，还没有选', 'How a part of a step counts is not chosen'),
  'after-last': text('列出的最后一次以后如何计，还没有选', 'What follows the last one listed is not chosen'),
  replacing: text(
    '超过界限后，是只对超出部分还是对全部按后一个分值计，还没有选',
    'Whether the second amount is for all or only for what lies beyond the line is not chosen',
  ),
  line: text('分段的界限应为整数，或每年填报', 'The line is a whole number, or stated each year'),
  marks: text('“不得分”所指的小项值几分，还没有填', 'How many marks are forfeited is not stated'),
  'sheet-forfeit': text(
    '整表不得分，方案格式不能算：请改为否决项，或标明由办公室另行处理',
    'Forfeiting the whole sheet cannot be computed: make it a veto, or leave it to the office',
  ),
  terms: text(
    '公式不能按“数量×分值”相加的样子读出，请逐项填写',
    'The formula is no sum of quantities times marks: fill its terms',
  ),
  parts: text('要件清单是空的，或有重复', 'The list of parts is empty or repeats one'),
  name: text('规则里有一处名称是空的', 'A name in the rule is empty'),
  undecided: text('还没有确认', 'Not confirmed yet'),
  id: text(
    '方案编号应为小写字母、数字和短横，如 hedong-2024',
    'The id of the scheme is small letters, digits and dashes, e.g. hedong-2024',
  ),
  title: text('标题还没有填', 'The title is empty'),
  period: text('考核期间应为两个日期，先后不颠倒', 'The period is two dates, the earlier first'),
  'full-marks': text('总分还没有填', 'The full marks of the scheme are not stated'),
  'item-name': text('有一个大项没有名称', 'An item has no name'),
  'item-marks': text('大项的满分还没有填', 'The full marks of an item are not stated'),
  'no-items': text('一条计分的规则也没有', 'There is no scoring rule at all'),
  classes: text('适用于哪一类单位，还没有选', 'Which class of units the sheet is for is not chosen'),
  'unit-twice': text('单位名单里有重复', 'A unit is listed twice'),
  'unit-name': text('单位名单里有一行是空的', 'A unit has no name'),
  bands: text(
    '等次要有名称，分数线从高到低，只有最后一档没有分数线',
    'Grades need names and falling lower ends; only the last has none',
  ),
  'bonus-cap': text('加分最多加几分，还没有填', 'The most the bonus may add is not stated'),
  'bonus-rule': text(
    '加分项只能是一个分值、按级别的分值，或由考核人评',
    'A bonus is one amount, an amount by level, or a mark an assessor gives',
  ),
  'supplier-name': text('有的行由处室（部门）提供，没有写是哪个', 'A row is supplied by a division that is not named'),
  'part-kind': text(
    '总分的组成里，有一部分还没有选是细则表、评价表，还是直接给分',
    'A part of the total is not chosen to be the sheet, a rating form or a mark',
  ),
  'part-sheet': text(
    '总分的组成里，应有一部分、也只有一部分是这张细则表',
    'One part of the total, and only one, is this sheet',
  ),
  'part-weight': text(
    '总分的各部分要有名称，占比合计应为100',
    'Parts of the total need names, and their shares make 100',
  ),
  'part-form': text(
    '评分的部分要写明由谁评、几个人、每人几分',
    'A rated part states who rates, how many raters and how many marks each has',
  ),
  'part-missing': text('少收评价表时怎样算，还没有选', 'What missing ballots mean is not chosen'),
  calendar: text('日程里有日期不对，或先后颠倒', 'A day of the calendar is no day, or the last comes before the first'),
  veto: text(
    '否决的条件应为事故、约谈或低于某分；别的请标明由办公室另行处理',
    'A veto asks for accidents, talks or a score; leave any other to the office',
  ),
};

export function gap(code: Gap['code'], at?: string): Gap {
  return { code, text: WORDS[code], ...(at !== undefined && { at }) };
}

/** The words of a gap by itself. */
export function gapWords(code: Gap['code']): Text {
  return WORDS[code];
}
