/** Headings and the marks that start a numbered row, told by how they begin. */
import type { Part } from './outline.js';

export const REMARK =
  /^\s*(?:<p>)?\s*(?:备\s*注|(?:附加|评分|有关|考核|计分)?说\s*明|附?注|加分说明|附\s*则|加分(?:项目?|事项)?|否决(?:项目?|事项)?|一票否决(?:项目?|事项)?)\s*(?:[：]|$|\d|一、)/;
const BONUS = /加分|奖励|鼓励|抵减|抵扣|附加(?!条件|材料)|奖分|激励项/;
const FRAME =
  /否决|奖惩|奖罚|加减(?:分|$)|扣分(?:项|指标|事项|情形)|分级|分档|定级|评级|评星|分等|定等|评等|扣减分|减分(?!标准)|约束|等次|等级|评定|说明|附则|备注|组织领导与|考核对象|考核范围|考核方[式法]|考核程序|考核步骤|结果(?:运|使|应)用|总则|总体要求|指导思想|考核组织|有关要求|工作要求|考核时间|计分(?:办|方)法|组成/;

const OTHER = /^\s*[^、]{0,4}、?\s*(?:其[他它](?:事项|规定|说明|要求)?|(?:考核|考评|评审|评定|评价)?结果)[。：]?\s*$/;

/** What a heading says its text is for. */
export function partOfHeading(name: string): Part {
  if (BONUS.test(name)) return 'bonus';
  return FRAME.test(name) || OTHER.test(name) ? 'frame' : 'item';
}

const FRAME_WORDS = '(?:加减?分|减分|扣分|奖励|鼓励|附加分|一票否决|否决|等次|等级|档次|结果|附则|其他|备注|说明)';
/** A heading without a number, on a line of its own or with a colon: `加分、扣分和否决`, `等级划分`, `E加分（最多5分）`. */
const WORD_HEADING = new RegExp(
  `^\\s*(?:[A-Z](?!\\d)|第[一二三四五六七八九十]+部分)?\\s*${FRAME_WORDS}(?:[、和与及]${FRAME_WORDS})*(?:项目?|事项|指标|划分|评定|运用|应用|确定|情形)?(?:（[^（）]{1,10}）)?\\s*(?:$|[：])`,
);
/** The same run together with what follows: `加分项获得…`. */
const GLUED_WORD =
  /^\s*(?:加分项|奖励项|否决项|扣分项|减分项|等次评定|等级评定|等级划分|等次(?=\d))(?=[^，。；、的标])/;

/** `五 加分 获…`: in a table that lost its lines. */
const SPACED_WORD = new RegExp(`^\\s*[一二三四五六七八九十]{1,3}\\s+${FRAME_WORDS}(?:项目?|事项)?\\s+`);

/** The words of a heading without a number, as far as they go. */
export function wordHeadingOf(text: string): string | undefined {
  return (WORD_HEADING.exec(text) ?? GLUED_WORD.exec(text) ?? SPACED_WORD.exec(text))?.[0];
}

export interface Heading {
  readonly level: 1 | 2 | 3;
  /** Headings of one kind are numbered alike: `一、`, `第一章`, `甲、`. */
  readonly kind: string;
  readonly label: string;
  /** How much of the line is the mark itself. */
  readonly length: number;
}

const TEN = '一二三四五六七八九十';
const STARS = '[★☆*＊▲△#＃]?';
const FOLLOWED_BY_MARKS = '(?=[^。；，：]{2,20}?(?:（[^（）]{0,6}\\d{1,4}分[^（）]*）|\\s+\\d{1,4}\\s*分?)\\s*$)';

/** In order: the first that fits. `A 安全管理`, `一 安全管理` are headings only with their marks behind them. */
const FORMS: readonly (readonly [kind: string, level: 1 | 2 | 3, pattern: string])[] = [
  ['一、', 1, `([${TEN}]{1,3})(?:[、.])`],
  ['第一部分', 1, `(第[${TEN}]{1,3})(?:部分、?|[章篇编类](?=[\\s：、\\u4e00-\\u9fa5]))`],
  ['甲、', 1, '([甲乙丙丁戊己庚辛壬癸])[、.](?![甲乙丙丁戊己][、两三])'],
  ['壹、', 1, '([壹贰叁肆伍陆柒捌玖拾]{1,3})[、.]'],
  ['一类', 1, `([${TEN}]{1,3}类)(?=[\\s、：])[\\s、：]*`],
  ['Ⅰ、', 1, '([Ⅰ-Ⅻ])[、.\\s]\\s*'],
  ['A、', 1, `([A-Z])[、.\\s]\\s*(?=[\\u4e00-\\u9fa5])${FOLLOWED_BY_MARKS}`],
  ['一', 1, `([${TEN}]{1,3})\\s+${FOLLOWED_BY_MARKS}`],
  ['（一）', 2, `（([${TEN}]{1,3})）`],
  ['第一条', 3, `(第[${TEN}]{1,3}条)(?=[\\s：、\\u4e00-\\u9fa5])[\\s：、]*`],
  ['A1', 3, `([A-Z甲乙丙丁戊己庚辛壬癸]\\d{1,2}(?:[.-]\\d{1,2})*)${STARS}(?![A-Za-z\\d%])[、.：\\s]*`],
  ['1.', 3, '(\\d{1,2})\\.(?=\\d{2,3}分?(?:（[^）]{0,3}含[^）]{0,3}）)?(?:及?(?:\\d{2,3}分)?以[上下]|至|-|~|为))'],
  ['1.1', 3, `(\\d{1,2}(?:\\.\\d{1,2}){1,2})${STARS}(?![\\d%分万个])[、.\\s]*`],
  ['1-1', 3, `(\\d{1,2}-\\d{1,2})${STARS}(?=[\\s\\u4e00-\\u9fa5])(?![分年月日名人个])\\s*`],
  ['1.', 3, `(\\d{1,2})${STARS}[、.](?!\\d)`],
  ['（1）', 3, '（(\\d{1,2})）'],
];
const HEADINGS = FORMS.map(([kind, level, source]) => ({ kind, level, pattern: new RegExp(`^\\s*${source}`) }));

export function headingOf(text: string): Heading | undefined {
  for (const { kind, level, pattern } of HEADINGS) {
    const match = pattern.exec(text);
    if (match) return { level, kind, label: match[1] ?? '', length: match[0].length };
  }
  return undefined;
}
