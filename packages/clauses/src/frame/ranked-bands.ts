/** Grades by place among the units: “前20%为优秀”, “排名第1至3名的为一等”, “其余为合格”. No score belongs to them. */
import type { ImportedBand } from '../imported.js';
import type { NormalText } from '../text/normal-text.js';

const COUNT = '[\\d一二三四五六七八九十]{1,3}';
const PLACE = `(?:(?:排名|名次|位列|位居|得分)?(?:第|前|后|末)(?:${COUNT})(?:(?:-|至|到|~)第?${COUNT})?(?:名|位|%)?|(?:其余|其他|剩余)(?:单位|乡镇|县区|企业|学校)?)`;
const RANKED = new RegExp(
  `(?<!\\d)${PLACE}(?:且[^，。；]{1,12})?的?[^，。；\\d为评定]{0,6}，?(?:评定|确定|认定|评|定)?(?:等次|等级)?为[“"]?((?:基本|较|不|未)?(?:优秀|优良|优|良好|良|中等|合格|达标|先进|好|差|称职|一般|末等|[一二三四五甲乙丙丁A-E](?:级|等|类|档)))[”"]?(?:等次|等级|单位|档次)?(?=[，。；、（]|$)`,
  'g',
);

/** Several of a text; one alone is a remark on a grade that has its scores. */
export function rankedBandsIn(normal: NormalText, named: readonly ImportedBand[]): readonly ImportedBand[] {
  const found = [...normal.text.matchAll(RANKED)].flatMap((match): ImportedBand[] => {
    const at = match.index ?? 0;
    const [words, grade = ''] = match;
    if (named.some((band) => band.grade === grade)) return [];
    const bounds = { from: null, fromInclusive: null, to: null, toInclusive: null };
    return [{ quote: words, span: normal.spanOf(at, at + words.length), status: 'unreadable', grade, ...bounds }];
  });
  return new Set(found.map(({ grade }) => grade)).size > 1 ? found : [];
}
