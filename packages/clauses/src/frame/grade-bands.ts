/** Grades and the scores they stand for; a bound the text does not settle is asked about. */
import type { ImportedBand } from '../imported.js';
import type { NormalText } from '../text/normal-text.js';
import { rankedBandsIn } from './ranked-bands.js';
import { type ScoreRange, scoreRangesIn } from './score-ranges.js';

const LOOSE = '[“"]?([\\u4e00-\\u9fa5A-E]{1,8}?)[”"]?';
const KIND = '(?:等次|等级|档次|单位)?';
const OF_SCORE =
  '(?:考核|考评|评价|评审|评分|评定|综合|年度|全年|当[月年季]|季度|平均|最终|折算|累计|加权|检查|督[查导]|验收|绩效|实际|自评|[其总后])*';
const SCORE = `(?:${OF_SCORE}(?:得分|总分|分数|成绩|分值|考[核评]分))?(?:前\\d+%)?(?:应?在|为|达到|且)?`;

/** “优秀：”, “甲级矿井：当月得分在”, “一级为评审得分”, “优秀（得分”. */
const BEFORE = new RegExp(`(?:^|[：；。、，（）.]|分为)${LOOSE}${KIND}(?:：|，|（|为|是|。|-{1,2})?${SCORE}$`);
/** “80分≤良好<90分”. */
const BETWEEN = /(?:≤|<=|<)([\u4e00-\u9fa5A-E]{1,4}?)(?:等次|等级)?(?:<|≤)/;
const VERB = '(?:评定|确定|认定|评价|判定|划定|列入|纳入|评|定|列|划)?';
/** “的，评定为优秀等次”. */
const AFTER = new RegExp(
  `^(?:（[^（）]*）)?(?:且[^，。；]{1,12})?(?:的[^，。；评定为]{0,6}|）)?，?(?:的)?(?:可|应|直接|一律)?${VERB}(?:考核|评价|考评)?(?:等次|等级|结果|结论|档次)?(?:为|是)${LOOSE}${KIND}(?=[，。；、（]|$)`,
);
const CORE =
  '优秀|优良|优|良好|良|中等|中|及格|合格|达标|完成|通过|先进|好|差|称职|胜任|满意|一般|规范|[一二三四五甲乙丙丁A-E](?:级|等|类|档|星级?)|A{2,3}级?|[A-E]|[红黄绿蓝]牌';
const GRADE = `(?:超额|基本|较|不|未|非常|比较)?(?:${CORE})`;
/** “：优秀；”, “，良好。”, “挂五星”. */
const BEHIND = new RegExp(`^(?:的)?[：，]?(?:授予|挂|评|不(?=挂))?[“"]?(不?挂星|${GRADE})[”"]?${KIND}(?=[，。；、]|$)`);
/** The same without anything in front that would set it apart. */
const PLAIN_BEFORE = new RegExp(
  `(?<!相|误)(${GRADE})[”"]?(?:等次|等级|[\\u4e00-\\u9fa5]{2})?(?:(?:[：，（]|-{1,2})${SCORE}|(?<=.{2})${SCORE})$`,
);
const STRICT = new RegExp(`^${GRADE}$`);
const GRADE_WORD = /优|良|合格|达标|规范|完成|先进|一般|差|称职|等|级|^[A-E]$|好|中|档|通过|较|满意|胜任|星|牌|类/;
const NO_GRADE = /分|^(?:等[次级]|档次|结果|考[核评]|评价|其[他余中]|[^，]*(?:系数|如下|分为.*))$/;

/** Bands among rows that score are taken only where several stand together and nothing is given or taken beside them. */
export type Surrounding = 'frame' | 'rows';

interface Found {
  readonly grade: string;
  readonly from: number;
  readonly to: number;
  readonly range: ScoreRange;
}

/** Grade bands of a text, with the words they stand in. */
export function gradeBandsIn(normal: NormalText, among: Surrounding = 'frame'): readonly ImportedBand[] {
  const { text } = normal;
  const plain = namedRangesIn(text).filter((one) => !isScored(text, one));
  const kept = among === 'frame' ? plain : severalOf(plain.filter(({ grade }) => STRICT.test(grade)));
  const inclusive = /“?以上”?[^。；]{0,12}含|含本[数级]/.test(text);
  const scored = withNeighbours(kept).map(({ grade, from, to, range }, index) => {
    const words = text.slice(from, to);
    const certain = inclusive || /含|≥|≤|<|及以上|不足|低于/.test(words);
    const implied = range.bounds.to !== kept[index]?.range.bounds.to;
    return {
      quote: words,
      span: normal.spanOf(from, to),
      status: certain && !implied ? ('read' as const) : ('confirm' as const),
      grade,
      ...range.bounds,
    };
  });
  return among === 'frame' ? [...scored, ...rankedBandsIn(normal, scored)] : scored;
}

function namedRangesIn(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const range of scoreRangesIn(text)) {
    const one = namedAt(text, range, found[found.length - 1]?.to ?? 0);
    if (one) found.push(one);
  }
  return found;
}

/** What stands before `since` belongs to the band before. */
function namedAt(text: string, range: ScoreRange, since: number): Found | undefined {
  const lead = text.slice(Math.max(since, range.from - 32), range.from);
  const loose = BEFORE.exec(lead);
  const before = nameOf(loose) === undefined ? PLAIN_BEFORE.exec(lead) : loose;
  const behind = text.slice(range.to, range.to + 28);
  const [after, between] = [AFTER.exec(behind), BETWEEN.exec(text.slice(range.from, range.to))];
  const first = nameOf(after) ?? nameOf(between);
  const name = first ?? nameOf(before);
  if (name !== undefined) {
    const head = first === undefined ? (before?.[0].replace(/^(?:[：；。、，（）.]|分为)/, '').length ?? 0) : 0;
    const closing = /（[^）]*$/.test(text.slice(range.from - head, range.to)) && behind.startsWith('）') ? 1 : 0;
    const tail = nameOf(after) === undefined ? closing : (after?.[0].length ?? 0);
    return { grade: name, from: range.from - head, to: range.to + tail, range };
  }
  const last = BEHIND.exec(behind);
  const grade = nameOf(last);
  return grade === undefined ? undefined : { grade, from: range.from, to: range.to + (last?.[0].length ?? 0), range };
}

function nameOf(match: RegExpExecArray | null): string | undefined {
  const name = match?.[1];
  return name !== undefined && GRADE_WORD.test(name) && !NO_GRADE.test(name) ? name : undefined;
}

/** “测评优秀（90分以上）得5分” gives marks for a grade. */
function isScored(text: string, { from, to }: Found): boolean {
  const start = Math.max(text.lastIndexOf('。', from - 1), text.lastIndexOf('；', from - 1)) + 1;
  const sentence = text.slice(start, to) + (text.slice(to).split(/[。；]/, 1)[0] ?? '');
  return /[得计记扣减加奖]\d|不[得计记]分/.test(sentence);
}

const severalOf = (found: readonly Found[]): readonly Found[] =>
  new Set(found.map(({ grade }) => grade)).size > 1 ? found : [];

/** “90分以上为优秀，80分以上为良好”: the next higher band ends this one. */
function withNeighbours(found: readonly Found[]): readonly Found[] {
  return found.map((one, index) => {
    const above = found[index - 1]?.range.bounds.from;
    const { from, to } = one.range.bounds;
    if (to !== null || from === null || above == null || Number(above) <= Number(from)) return one;
    return { ...one, range: { ...one.range, bounds: { ...one.range.bounds, to: above, toInclusive: false } } };
  });
}
