/** What can become of a unit whatever its score: the outcomes of a sentence, in their order. */
import type { VetoEffect } from '../imported.js';

export interface Outcome {
  /** `scored`: marks given or taken; no veto, but what stands in front of it is its condition. */
  readonly effect: VetoEffect | 'scored';
  readonly amount?: string;
  /** “一票否决” that does not say what follows from it. */
  readonly bare: boolean;
  readonly from: number;
  readonly to: number;
}

const END = '(?=[，。；、（：]|$|并|且|处理|论处|评定|和|或者?)';
const OF_ALL =
  '(?:总得?分|总成绩|(?:综合|考核|考评|评价|评审|绩效|年度|全年|专项|累计|最终)+(?:总?得分|总分|成绩|扣分)|考核总分)';
const ZERO = '(?:清零|归零|(?:[记得为按计打作以]|扣至)为?“?(?:零|0)(?:分”?(?![值钟之])|(?=[，。；]|$)))';
const NUMBER = '(\\d+(?:\\.\\d+)?)分';
const LOW =
  '不合格|不达标|未完成|未达标|不称职|不及格|不通过|不满意|不胜任|最?末[等位档](?:等次)?|最低(?:等次|等级|档次?)|差|较差|[DE]级?|一般以下|红牌|黑牌';
const GOOD = '评优|评先|评奖|评选|选优|表彰|表扬|先进|优秀|优等|示范|荣誉|奖励|推荐';

type Form = readonly [effect: VetoEffect | 'scored', pattern: string];

/** In order: what an earlier form has taken a later one does not see. */
const FORMS: readonly Form[] = [
  [
    'total-zero',
    `(?:总分|考核|考评|评价|评审|评分|绩效|成绩|得分|全年|年度|当[年月季]|本[年月季]|季度|专项)(?:(?![本该此]|最低|以外)[^，。；]){0,10}${ZERO}`,
  ],
  ['total-zero', '以(?:零|0)分(?:计算?|论|记)'],
  ['deduct', `${OF_ALL}(?:中|里|内)?(?:直接|再|另|一次性)?(?:扣除|扣减|加计|加扣|倒扣|核减|扣|减去?)${NUMBER}`],
  ['deduct', `(?:扣除|扣减|核减|扣|减)(?:当[月年季]|全年|年度|其)?(?:考核)?${OF_ALL}${NUMBER}`],
  [
    'grade-down',
    '(?:等[次级]|档次|级别|星级|结果|考核|评价|评定)[^，。；]{0,10}(?:降|下调|下降|调低)(?!低?的)[^，。；扣]{0,8}|(?:降低?|下调|下降|调低)(?:为|至)?(?:一|1|[两二2])个?(?:等[次级]?|档次?|级)(?!的|以)|降[等档级](?:处理|评定)?(?=[，。；]|$)',
  ],
  [
    'grade-down',
    '(?:等[次级]|档次|级别|评级|星级|结果)(?:最高)?不(?:得|能|予)?(?:高于|超过)“?[\\u4e00-\\u9fa5A-E]{1,6}|不(?:得|能|予)(?:高于|超过)“?[\\u4e00-\\u9fa5A-E]{1,6}?(?:等次|等级|级|等|档)|最高(?:只能|只)?(?:评定?|定|确定)为[^，。；]{1,8}',
  ],
  [
    'no-awards',
    `取消[^，。；]{0,16}(?:资格|${GOOD}|称号)|不(?:得|能|予|可|再|应|纳入|列入)[^，。；]{0,10}?(?:${GOOD})|不(?:得|能|予|可|应)(?:被)?(?:评定?|定|列|确定|认定|评定)为(?!“?不)[^，。；]{1,12}|不(?:予|能)评[优先]|撤销[^，。；]{0,10}(?:称号|荣誉)`,
  ],
  [
    'fail-grade',
    '不予(?:通过|验收|认定|评定)|(?:评审|验收|评定|考核|评价)不(?:予)?通过|不得申请[^，。；]{0,8}|(?:考核|评价|考评|督导|检查|结果|等次)(?:直接)?不(?:合格|达标)(?=[，。；]|$)|(?:给予|予以|实施|亮|出示)“?红牌”?(?!的)',
  ],
  [
    'scored',
    '(?:(?:[得计记扣减加奖]|抵减|抵扣)(?:除|减|罚)?\\d+(?:\\.\\d+)?分|不(?:得|计|予计|予得)分|酌情[扣加减])(?!的|条)',
  ],
];

const PATTERNS = FORMS.map(([effect, source]) => ({ effect, pattern: new RegExp(source, 'g') }));

const BARE =
  /(?:按照?[^，。；]{0,8}规定)?(?:(?:[实施]行|予以|给予|执行|直接|一律|列入|进行)[^，。；的]{0,6}?)?“?一票否决”?(?:处理)?(?=[，。；、（：]|$)/g;
/** The word as something to be done, not done to somebody. */
const REQUIRED = /落实|运用|应用|纳入|建立|健全|推行|贯彻|制度|情况|征求|《|严格执行/;

/** What happens to somebody's pay happens to no unit. */
const OF_PAY = /薪酬|工资|奖金|系数/;

export interface Grades {
  /** The lowest grade of the document. */
  readonly lowest: string | undefined;
  /** The others below the best. */
  readonly middle: readonly string[];
}

export function outcomesIn(sentence: string, grades: Grades): readonly Outcome[] {
  const taken: Outcome[] = [];
  const take = (effect: Outcome['effect'], match: RegExpMatchArray, bare = false): void => {
    const from = match.index ?? 0;
    const to = from + match[0].length;
    if (taken.some((one) => one.from < to && from < one.to)) return;
    if (effect === 'grade-down' && OF_PAY.test(sentence.slice(0, from).split('，').pop() ?? '')) return;
    taken.push({ effect, from, to, bare, ...(match[1] !== undefined && { amount: match[1] }) });
  };
  for (const { effect, pattern } of PATTERNS) for (const match of sentence.matchAll(pattern)) take(effect, match);
  for (const match of sentence.matchAll(gradeForm([LOW, grades.lowest]))) take('fail-grade', match);
  for (const match of sentence.matchAll(gradeForm(grades.middle))) take('grade-down', match);
  for (const match of sentence.matchAll(BARE)) {
    const clause =
      sentence
        .slice(0, (match.index ?? 0) + match[0].length)
        .split('，')
        .pop() ?? '';
    if (!REQUIRED.test(clause)) take('fail-grade', match, true);
  }
  return taken.sort((one, other) => one.from - other.from);
}

/** “直接评定为“不合格”等次”; behind “的” the same words are a condition. */
function gradeForm(names: readonly (string | undefined)[]): RegExp {
  const known = names.flatMap((name) => (name === undefined ? [] : [name])).join('|') || '(?!)';
  return new RegExp(
    `(?:(?:直接|一律|自动|年度)?(?:评定|确定|认定|判定|评|定|列|视|降|转)?(?:考核|等次|等级|结果|档次)?[为成至]|列入|按|挂)“?(?:${known})”?(?:等次|等级|档次|单位|企业|班组|个人|[户级等类]|乡镇|学校|村)?${END}`,
    'g',
  );
}
