/** What the columns of a table hold, told by its header. */

export type Column = 'number' | 'item' | 'part' | 'text' | 'marks' | 'aside';

/** In order: the first that fits decides. */
const HEADERS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:序号|编号|项次|条目|代码|编码|条款|编次)$/, 'number'],
  [
    /(?:[计评扣打记考赋加减][分核评]?|得分)(?:标准|办法|方法|细则|依据|规则|说明|要点)|标准[及与和].{2,6}|及评分$/,
    'text',
  ],
  [/^(?:标准分值?|分值(?:（分）)?|满分值?|权重分?|基[准本]分|分数|配分|总分|应得分|赋分|分数权重)$/, 'marks'],
  [
    /^(?:(?:自评|考评|实|考核|核定|评定|最终)?得分|自评分?|考评分?|扣分(?:原因|情况|说明|项)?|备注|说明|.{0,4}(?:来源|部门|单位|处室|科室|主体)|[查检考评验][验查核估收][^要内标]{0,2}(?:方法|方式|人|时间)|完成(?:时限|情况)|佐证.{0,4}|.{0,4}资料|考核方[法式]|核定分?|核分|审核分|考核分|.{2,4}频次)$/,
    'aside',
  ],
  [
    /^(?:[A一]级指标|大类|大项|类别|.{0,4}类别|考[核评]项目|项目|评价项目|项目名称|考核指标|指标|评价指标|指标名称)$/,
    'item',
  ],
  [/^(?:[BC二三]级指标|分项|小项|子项|.{0,4}子项)$/, 'part'],
  [/(?:标准|要求|内容|要点|任务|事项|细则|办法|指标解释|指标说明)(?:（.{1,6}）)?$/, 'text'],
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
