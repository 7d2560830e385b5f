/** What each printed column of a sheet holds, told by its heading: documents head the same thing differently. */

export type SheetColumnKind =
  | 'number'
  | 'item'
  | 'name'
  | 'requirement'
  | 'criterion'
  | 'marks'
  | 'method'
  | 'supplier'
  /** Filled in by hand when a unit is assessed: 得分, 扣分原因, 备注. */
  | 'blank';

export interface SheetColumn {
  readonly head: string;
  readonly kind: SheetColumnKind;
}

/** In order: the first that fits decides. */
const HEADS: readonly (readonly [RegExp, SheetColumnKind])[] = [
  [/^(?:序号|编号|项次|条目|代码|编码|条款|编次)$/, 'number'],
  [
    /^(?:(?:自评|考评|实|考核|核定|评定|最终|自查|检查|复核)?得分|自评分?|考评分?|扣分(?:原因|情况|说明|项)?|备注|说明|完成(?:时限|情况)|核定分?|核分|审核分|考核分|.{2,4}频次|检查(?:人|时间|结果|情况|记录))$/,
    'blank',
  ],
  [/^(?!被考核|受检|适用|计量).{2,}(?:单位|部门|处室|科室|来源|主体)$/, 'supplier'],
  [
    /^(?:考核|考评|检查|核查|查验|验收|检验|督查|抽查|查证|考查|核实)(?:方法|方式)$|^(?:佐证|证明|印证|支撑|提供|检查|查阅|考核)?(?:资料|材料).{0,2}$/,
    'method',
  ],
  [/^(?:标准分值?|分值(?:（分）)?|满分值?|权重分?|基[准本]分|分数|配分|总分|应得分|赋分|分数权重)$/, 'marks'],
  [
    /(?:[计评扣打记考赋加减][分核评]?|得分)(?:标准|办法|方法|细则|依据|规则|要点)|^评价标准$|标准[及与和].{2,6}|及评分$|细则$/,
    'criterion',
  ],
  [/^(?:[BC二三]级指标|分项|小项|子项|.{0,4}子项)$/, 'name'],
  [
    /^(?:[A一]级指标|大类|大项|类别|.{0,4}类别|考[核评]项目|项目|评价项目|项目名称|考核指标|指标|评价指标|指标名称)$/,
    'item',
  ],
  [/(?:标准|要求|内容|要点|任务|事项|办法|解释|说明)(?:（.{1,6}）)?$/, 'requirement'],
];
/** Where a heading is not known: the order of the six columns that most sheets have. */
const USUAL: readonly SheetColumnKind[] = ['number', 'item', 'requirement', 'criterion', 'marks', 'method'];

/** One column at most holds the criteria; what stands in others of their kind are requirements. */
export function sheetColumns(heads: readonly string[]): SheetColumn[] {
  const known = heads.map((head) => HEADS.find(([pattern]) => pattern.test(head.replace(/[\s：:]/g, '')))?.[1]);
  const kinds = known.map((kind, index) => kind ?? unknownAt(index, known));
  const criterion = kinds.lastIndexOf('criterion');
  const chosen = criterion >= 0 ? criterion : kinds.lastIndexOf('requirement');
  return heads.map((head, index) => {
    const kind = kinds[index] ?? 'blank';
    return { head, kind: index === chosen ? 'criterion' : kind === 'criterion' ? 'requirement' : kind };
  });
}

function unknownAt(index: number, known: readonly (SheetColumnKind | undefined)[]): SheetColumnKind {
  const usual = USUAL[index] ?? 'method';
  return known.includes(usual) ? 'blank' : usual;
}

/** The columns that hold something of the scheme, each kind once. */
export function shownColumns(heads: readonly string[]): SheetColumn[] {
  const columns = sheetColumns(heads);
  const firstOf = (kind: SheetColumnKind): number => columns.findIndex((one) => one.kind === kind);
  return columns.filter(({ kind }, index) => kind !== 'blank' && firstOf(kind) === index);
}
