/** What the columns of a table hold, told by its header. */

export type Column = 'number' | 'item' | 'part' | 'text' | 'marks' | 'aside';

/** In order: the first that fits decides. */
const HEADERS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:序号|编号|项次|条目|代码|编码)$/, 'number'],
  [/^(?:[A一]级指标|大类|大项|类别|考[核评]项目|项目|评价项目|考核类别|项目名称|考核指标|指标|评价指标)$/, 'item'],
  [/^(?:[B二]级指标|分项|小项|子项|三级指标)$/, 'part'],
  [/^(?:标准分值?|分值(?:（分）)?|满分|权重|基准分|分数|配分|总分)$/, 'marks'],
  [
    /^(?:[查检考评][验查核估](?:方法|方式|人|部门|单位)|(?:数据|信息|材料)(?:来源|提供单位)|(?:责任|牵头|提供|评分|考评|实施|负责)(?:单位|部门|处室|科室)|备注|得分|实得分|扣分原因|扣分|自评分?|考评分?|扣分说明|考评得分)$/,
    'aside',
  ],
  [
    /^(?:[计评扣打记考][分核评]?(?:标准|办法|方法|细则|依据)|[考评]?[核评价]?(?:要求|内容|要点|内容与标准|内容及标准)|考核(?:内容|要求|标准|要点)(?:[及与和].{2,6})?|评分说明|主要内容|工作内容|具体内容|目标任务|工作要求|加?扣分标准|计分标准|评价标准|考评标准|C级指标及评分|.{0,4}评分标准)$/,
    'text',
  ],
];

export function columnOf(cell: string): Column | undefined {
  const name = cell.replace(/[\s：]/g, '');
  return HEADERS.find(([pattern]) => pattern.test(name))?.[1];
}

/** The columns of a header, where the cells are one: at least two are known and few are not. */
export function columnsOf(cells: readonly string[]): readonly Column[] | undefined {
  const columns = cells.map(columnOf);
  const known = columns.filter((column) => column !== undefined).length;
  if (known < 2 || cells.length - known > 1) return undefined;
  return columns.map((column) => column ?? 'text');
}
