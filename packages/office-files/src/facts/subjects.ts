/** What a line may be about besides a clause. */
export const SUBJECTS = {
  scheme: '方案',
  asOf: '截至日期',
  unmentioned: '没有提到的',
  reading: '读法',
  sheet: '细则表',
  class: '单位类别',
  closed: '已核',
  bonus: '加分',
  talk: '约谈',
  indicator: '指标',
  rating: '评价表',
  accident: '事故',
  version: '事故变化',
  verbatim: '原样',
} as const;
