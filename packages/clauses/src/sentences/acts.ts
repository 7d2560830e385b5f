/** The words that score (扣2分, 不得分, 酌情加1—3分, 最高扣3分 …) found in a normal text, each with its place. */
import { NUMBER, UNIT } from './vocabulary.js';

export type ActKind =
  | 'amount'
  | 'amounts'
  | 'range'
  | 'nothing'
  | 'open'
  | 'multiplied'
  | 'missing'
  | 'wrong-unit'
  | 'share'
  | 'garbled'
  | 'external'
  | 'formula'
  | 'points'
  | 'full'
  | 'cap'
  | 'remainder'
  | 'remark';

export interface Act {
  readonly kind: ActKind;
  readonly effect: 'deduct' | 'award';
  /** Decimal text, as many as are printed. */
  readonly numbers: readonly string[];
  /** The unit behind a slash: 扣2分/处. */
  readonly per: string | undefined;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

const VERB =
  '(?:核减|核扣|少得|抵减扣分|抵减|抵扣|冲抵|抵消|扣除|扣减|扣罚|加扣|倒扣|扣|减少?|得|计|记|给|加计|加|奖励?)';
const SCOPE =
  '(?:(?:以上|上述|前述|前)?(?:[一两二三四五六七八]项|各项|几项)|合计|累计|总计|共计|共|本项|本序号|此项|该项|本条|此条|本小项|该小项|本大项|全年|当月|每月|年度)*';
const WHOLE = '(?:[此本该](?:大项|小项|分项|类|条|款|项目?|指标)?(?:目?考核)?(?:得分|分值)?(?:均|全部|一律|全)?)?';

/** In order of priority: what an earlier one has taken a later one does not see. */
const TOKENS: readonly (readonly [ActKind, string])[] = [
  ['remark', '每扣\\d+分[^。；]*'],
  ['cap', `(?<=[，；。（])(?:满分|封顶|上限)(?:为)?(${NUMBER})分`],
  ['cap', `(?<=[，；。（])(${NUMBER})分(?:扣|加|减)完(?:为止)?`],
  ['cap', `${SCOPE}封顶(?:为)?(${NUMBER})分`],
  ['cap', `(?<=[，；。（])(${NUMBER})分为(?:上限|限)`],
  ['cap', `满(${NUMBER})分不再(?:加|扣|计)(?:分)?`],
  ['cap', `以(${NUMBER})分(?:为限|为上限|封顶|为止)`],
  ['cap', `(?:扣分|加分|得分|计分)?上限(?:为)?(${NUMBER})分`],
  ['remark', '(?:直至)?(?:扣|加|减)(?:至满分|完|满)为止|直至扣完|加至满分|扣至(?:0|零)分'],
  [
    'remainder',
    `(?:余数|零头|尾数)不(?:扣|减|计)分?|(?:差额|余数)?不[足满](?:一个?|${NUMBER})?${UNIT}?(?:的部分|的)?，?(?:(?:按照?|照)(?:一个?|${NUMBER})?${UNIT}?(?:计算|计扣|计|扣分?|减分?|算)|的?不(?:再|予)?(?:扣罚|扣分?|减分?|计|加分?|予计算)|按比例(?:扣分|计分|折算|计算|扣减|扣)|四舍五入|忽略不计|舍去|舍弃)`,
  ],
  ['external', '按(?:照)?《[^》]*》[^，。；]{0,12}(?:扣减|扣分|计分|加分)'],
  ['external', '按(?:照)?[^，。；]*(?:《[^》]*》|规定)[^，。；]*(?:%|标准)[^，。；]*(?:计扣|扣分|计分|加分|扣)'],
  ['share', `${VERB}[^，。；\\d]{0,10}${NUMBER}%的?(?:分值?|分数|标准分|得分|满分|该项分)`],
  ['share', `${VERB}[^，。；\\d]{0,8}(?:分值?|分数|标准分|得分|满分|总分)的?${NUMBER}%`],
  [
    'multiplied',
    `(?:按[^，。；]{0,12})?(?:加重(?:一倍)?|加倍(?!扣\\d)|翻倍|翻番|双倍|成倍|[两二三]倍|${NUMBER}倍)(?:计扣|计算|扣分|扣减|计分|加分|处罚|扣)?`,
  ],
  [
    'formula',
    `按[^，。；]{2,20}占[^，。；]{2,20}?的?(?:比例|比率|比重|百分比)(?:乘以|×|\\*)${NUMBER}分?(?:计分|得分|计算|计)?`,
  ],
  [
    'formula',
    '(?<=^|[，。；、])[^，。；]*(?:[×*÷]|乘以|除以)(?:(?! \\d{1,2}[.、])[^，。；])*(?:，(?:加上|减去|再加|再减)[^，。；]*)*',
  ],
  [
    'formula',
    '按(?:[^，。；酌]{0,12})(?:比例|比率|率)(?:计分|得分|计算得分|折算得分|折算|扣减|扣除|扣分|计算|赋分|给分)',
  ],
  ['full', '(?:得|计|记|给)满分(?!\\d)'],
  [
    'cap',
    `${SCOPE}(?:最高|最多|至多|上限|限额?)(?:可|只)?(?:不超过)?(?:为)?${VERB}?(?:分)?(?:至|到|不超过)?-?(${NUMBER})分?(?:为?止|为限|封顶)?`,
  ],
  [
    'cap',
    `${SCOPE}${VERB}?(?:完|满|至|够|到|分?以)?(?:以)?(${NUMBER})分(?:扣完|加完|加满|扣光|得完)?(?:为?止|为限|封顶)`,
  ],
  ['cap', `${SCOPE}(?:${VERB}分?)?(?:最高|最多|总计|累计|合计)?(?:不(?:得)?超过)(${NUMBER})分`],
  [
    'remark',
    '(?:扣|加|得|计)(?:完|满)(?:该|本|此)?(?:大|小|分)?项?(?:标准)?(?:分值?|分数|得分)?为止|扣至零分为止|不计负分|不倒扣|不封顶|以此类推|依此类推|依次类推|往后类推|就高不就低|不重复(?:扣分|计分|加分)|(?:不另行?|不再)(?:扣分|加分|计分)|不扣分|不加分|不减分',
  ],
  [
    'open',
    `(?:酌情?(?=[扣减加])|酌情|视(?:成效|效果|程度|规模|质量)|视情节?(?:轻重|情况|况)?|视程度|适当|根据情况|视[^，。；]{1,6}情况|斟酌)(?:给予)?(?:予以)?(?:分别)?(?:再|另)?${VERB}(?:总?分)?(?:(${NUMBER})分?(?:-|至|到)(${NUMBER})分?|(?:不超过)?(${NUMBER})分(?:以内|以下)?)?`,
  ],
  ['range', `(?<![\\d.%分])-(${NUMBER})分?(?:至|到)-(${NUMBER})分`],
  ['amount', `(?<![\\d.%分）])-(${NUMBER})分(?![钟值数])(?:\\/(${UNIT}))?`],
  ['amounts', `(?:分别|依次|各)?${VERB}${NUMBER}分?(?:[、和]${NUMBER}分?)+`],
  ['range', `${VERB}(${NUMBER})分?(?:-|至|到)(${NUMBER})分`],
  ['garbled', `${VERB}(?:\\d+ \\d+|0\\d+|\\d+一\\d+|\\d+-|[lIOo|][\\d.]*|\\d+[lIOo])分(?:\\/${UNIT})?`],
  [
    'nothing',
    `${WHOLE}(?:均|一律|全部)?(?:不(?:予|能)?(?:得|计|给|记)分|(?:得|记|计|按|打)(?:0|零)分(?:计)?|为(?:0|零)分|(?<=[的下]|部分|本项|此项)，?(?:计)?(?:0|零|无)分(?=[。；，]|$)|\\d+分全部扣除|没有分|(?:分数|得分|分值|分)(?:全部)?清零|[此本该](?:大|小)?项(?:得)?(?:0|零)分|(?<!每[条项]|各[条项])扣(?:完|除|光)?[此本该](?:大|小|分)?(?:项|条)目?(?:全部)?(?:考核)?(?:分值?|分数|得分)|[此本该](?:部分|板块|大项|大类|小项|项目?|条(?:指标)?|指标)的?(?:全部)?(?:分值?|分数|得分)?(?:一次性?|全部)?(?:扣(?:除|完|光|足|尽)|归零|清零)|全扣|扣完(?!${NUMBER}))`,
  ],
  [
    'amount',
    `(?<![不])(?:再|另|倒|多|各|共|加)?${VERB}(?:至|到|基础分|基本分|起评分|总分|考核分)?(${NUMBER})分(?![钟值数])(?:[\\/每](?:每)?(${UNIT}))?`,
  ],
  ['amount', `(?<=[，的])各(${NUMBER})分`],
  ['amount', `各?按每[^，。；\\d]{1,3}(${NUMBER})分(?:扣减|扣除|扣分|扣)`],
  ['amount', `各?按(${NUMBER})分(?:扣减|扣除|扣)`],
  ['amount', `扣完(${NUMBER})分`],
  ['amount', `(?:扣|减|加)(${NUMBER})\\/(${UNIT})`],
  ['amount', `(?<=[\u4e00-\u9fa5])(${NUMBER})分\\/(${UNIT})`],
  ['wrong-unit', `(?:扣|减|加)(${NUMBER})(?:人|个|次|家|起|元|块|天|项|处|件)(?=[，。；、]|$)`],
  [
    'missing',
    `(?<=，)扣(?=[。；]|$)|(?<!不|酌情|累计|累加|合计)扣分(?![值标项原说细办情数依类])|(?<=每${UNIT}|[的次项处件人起家个户])(?:减分|扣|减)(?=[，。；]|$)|(?<=的)加分(?=[，。；]|$)`,
  ],
  ['amount', `(?<![不])(?:扣除|扣减|扣|减|加)(${NUMBER})(?=[；。]|$)`],
  ['amount', `(?<=每${UNIT}，?)(${NUMBER})分(?=[，。；]|$)`],
  ['points', `（(${NUMBER})分）|(?<=^|[。，；])(${NUMBER})分(?=$|[。；，（]|\\d{1,2}[.、])`],
];

const PATTERNS = TOKENS.map(([kind, source]) => ({ kind, pattern: new RegExp(source, 'g') }));

/** Every act of a text in its order; acts never overlap. */
export function findActs(text: string): readonly Act[] {
  const acts: Act[] = [];
  const taken = new Uint8Array(text.length);
  for (const { kind, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index ?? 0;
      const to = from + match[0].length;
      if (to === from || taken.subarray(from, to).some((one) => one === 1)) continue;
      taken.fill(1, from, to);
      acts.push(actOf(kind, match));
    }
  }
  return acts.sort((one, other) => one.from - other.from);
}

function actOf(kind: ActKind, match: RegExpMatchArray): Act {
  const words = match[0];
  const from = match.index ?? 0;
  const own = kind === 'amount' ? [match[1] ?? ''] : (words.match(/\d+(?:\.\d+)?/g) ?? []);
  return {
    kind,
    effect: effectOf(kind, words),
    numbers: own,
    per: kind === 'amount' ? (match[2] ?? /^各?按每([^\d]{1,3})/.exec(words)?.[1]) : undefined,
    words,
    from,
    to: from + words.length,
  };
}

function effectOf(kind: ActKind, words: string): 'deduct' | 'award' {
  if (kind === 'points' || kind === 'full') return 'award';
  if (kind === 'nothing') return 'deduct';
  if (/抵[减扣消]|冲抵/.test(words)) return 'award';
  if (words === '加分') return 'award';
  return /[扣减罚]|少得/.test(words) ? 'deduct' : /[得计记给加奖各]|×|÷/.test(words) ? 'award' : 'deduct';
}
