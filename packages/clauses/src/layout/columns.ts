/** What the columns of a table hold, told by its header. */
import { partOfHeading } from './headings.js';
import type { Part } from './outline.js';

export type Column = 'number' | 'item' | 'part' | 'text' | 'marks' | 'aside';

/** In order: the first that fits decides. */
const HEADERS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:序号?|编号|项次|条目|代码|编码|条款|编次)$/, 'number'],
  [
    /(?:[计评扣打记考赋加减][分核评审价]?|得分)(?:标准|办法|方法|细则|依据|规则|说明|要点)|标准[及与和].{2,6}|及评分$/,
    'text',
  ],
  [/^(?:标准分值?|分值(?:（分）)?|满分值?|权重分?|基[准本]分|分数|配分|总分|应得分|赋分|分数权重)$/, 'marks'],
  [
    /^(?:(?:自评|考评|实|考核|核定|评定|最终)?得分|自评分?|考评分?|扣分(?:原因|情况|说明|项)?|备注|说明|.{0,4}(?:来源|部门|单位|处室|科室|主体)|[查检考评验][验查核估收][^要内标]{0,2}(?:方法|方式|人|时间)|完成(?:时限|情况)|佐证.{0,4}|扣减|实得|自评|核定|核分|考[核评]方式|评[价审]方式|督[导查]方式|.{0,4}资料|考核方[法式]|核定分?|核分|审核分|考核分|.{2,4}频次)$/,
    'aside',
  ],
  [
    /^(?:[A一]级(?:指标)?|大类|大项|.{0,4}类别|(?:考[核评查]|检查|评[价审分估]|督[查导]|测评|验收)?(?:项目|维度|板块|模块|领域)(?:名称)?|专业|考核指标|指标|评价指标|指标名称)$/,
    'item',
  ],
  [/^(?:[BC二三]级指标|分项|小项|子项|.{0,4}子项)$/, 'part'],
  [/(?:标准|要求|内容|要点|要素|条款|任务|事项|细则|办法|指标解释|指标说明)(?:（.{1,6}）)?$/, 'text'],
];

const LONGEST_NAME = 14;

export function columnOf(cell: string): Column | undefined {
  const name = cell.replace(/[\s：]/g, '');
  if (name.length > LONGEST_NAME || /[\d。；，]/.test(name)) return undefined;
  return HEADERS.find(([pattern]) => pattern.test(name))?.[1];
}

/** The columns of a header, where the cells are one: at least two are known and few are not. */
export function columnsOf(cells: readonly string[]): readonly Column[] | undefined {
  const columns = cells.map(columnOf);
  const known = columns.filter((column) => column !== undefined).length;
  const unknown = cells.filter((cell) => cell.trim() !== '').length - known;
  if (known < 2 || unknown > Math.max(1, known - 2)) return undefined;
  return columns.map((column) => column ?? 'text');
}

const PART_HEAD = /^(?:加分|扣分|减分|奖励|附加|(?:一票)?否决|约束)(?:项目?|事项|指标|内容|类别)?$/;
const GRADE_HEAD = /^(?:(?:考核|考评|评价|评定)?(?:等[次级]|档次|级别|星级))(?:划分|名称)?$/;
const SCORE_HEAD = /^(?:考核|综合|评价)?(?:得分|分值|分数|总分|评分|区间|范围)(?:区间|范围|段|标准)?(?:（分）)?$/;

/** The header of a table that frames the rows: what is added, what fails, or the grades with their scores. */
export function frameHeader(
  cells: readonly string[],
): { readonly part: Part; readonly name: string; readonly columns: readonly Column[] } | undefined {
  const heads = cells.map((cell) => cell.replace(/[\s：]/g, ''));
  const [first = '', ...others] = heads.filter((head) => head !== '');
  if (heads.some((head) => GRADE_HEAD.test(head)) && heads.some((head) => SCORE_HEAD.test(head)))
    return { part: 'frame', name: heads.find((head) => GRADE_HEAD.test(head)) ?? '', columns: [] };
  if (!PART_HEAD.test(first) || others.length === 0 || others.some((head) => columnOf(head) === undefined))
    return undefined;
  return { part: partOfHeading(first), name: first, columns: heads.map((head) => (head === first ? 'part' : 'text')) };
}

const LONGEST_RUN = 40;
const SURE = /序号|编号|分值|标准分|应得分|权重|满分|扣分|得分/;

/** A header whose heads run together: `项目分值考核内容考核标准扣分得分`. */
export function isGluedHeader(text: string): boolean {
  const line = text.replace(/\s/g, '');
  if (line.length < 6 || line.length > LONGEST_RUN || !/^[\u4e00-\u9fa5（）]+$/.test(line) || !SURE.test(line))
    return false;
  // The most heads that make up the line as far as each place.
  const heads: (number | undefined)[] = [0];
  for (let to = 2; to <= line.length; to += 1)
    for (let from = Math.max(0, to - 10); from <= to - 2; from += 1) {
      const before = heads[from];
      if (before === undefined || !HEADERS.some(([pattern]) => pattern.test(line.slice(from, to)))) continue;
      heads[to] = Math.max(heads[to] ?? 0, before + 1);
    }
  return (heads[line.length] ?? 0) > 2;
}
