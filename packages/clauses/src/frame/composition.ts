/** What the result is put together from, and when: “日常考核占30%，年终考核占50%”, “12月下旬组织年终考核”. */
import type { ImportedDate, ImportedWeight } from '../imported.js';
import type { NormalText } from '../text/normal-text.js';

const SHARE =
  /([\u4e00-\u9fa5]{2,12}?)(?:得分|成绩|分值)?(?:占|按|权重为?|的?比重为?)(?:总分的?|总成绩的?)?(\d{1,3}(?:\.\d+)?)%/g;
const NO_PART = /低于|高于|达到|不足|超过|下降|上升|率$|完成|增长|覆盖|合格|发生|比例/;
const DAY =
  /(?:(?:考核|检查|评审|自评|自查|公示|申诉)时间[：为]?)?(?:次年|当年|每年)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|上旬|中旬|下旬|底|初|末)?(?:-(?:\d{1,2}月)?\d{1,2}日)?(?:前|之前|以前|起)?[^，。；]{2,24}/g;
const DOING = /报送|上报|考核|自评|自查|评审|抽查|检查|公示|通报|下达|上旬|完成|提交|审定|反馈|评价|[日前]报/;

/** Parts with their weights: those of the first stretch of the document in which they make up the whole. */
export function compositionOf(stretches: readonly (readonly NormalText[])[]): readonly ImportedWeight[] {
  return stretches.map(weightsIn).find((weights) => weights.length > 1 && sumOf(weights) === 100) ?? [];
}

const sumOf = (weights: readonly ImportedWeight[]): number =>
  weights.reduce((total, { weight }) => total + Number(weight), 0);

function weightsIn(texts: readonly NormalText[]): readonly ImportedWeight[] {
  return texts.flatMap((normal) =>
    [...normal.text.matchAll(SHARE)].flatMap((match): ImportedWeight[] => {
      const [words, name = '', weight = ''] = match;
      const at = match.index ?? 0;
      return NO_PART.test(name) ? [] : [{ name, weight, quote: words, span: normal.spanOf(at, at + words.length) }];
    }),
  );
}

/** Days and what is done on them. */
export function calendarOf(texts: readonly NormalText[]): readonly ImportedDate[] {
  return texts.flatMap((normal) =>
    [...normal.text.matchAll(DAY)].flatMap((match): ImportedDate[] => {
      const at = match.index ?? 0;
      return DOING.test(match[0]) ? [{ quote: match[0], span: normal.spanOf(at, at + match[0].length) }] : [];
    }),
  );
}
