/** Grades and the scores they stand for; a bound the text does not settle is asked about. */
import type { ImportedBand } from '../imported.js';
import type { NormalText } from '../text/normal-text.js';

const N = '(\\d{1,4}(?:\\.\\d+)?)';
const IN = '(?:（[^）]{0,2}含[^）]{0,4}）)';
const GRADE_BETWEEN = new RegExp(`^${N}分?(?:≤|<=)([\\u4e00-\\u9fa5A-E]{1,4}?)(?:等次|等级)?(?:<)${N}分?`);
const RANGES: readonly (readonly [RegExp, (groups: readonly (string | undefined)[], words: string) => Bounds])[] = [
  [new RegExp(`${N}(?:分)?(?:≤|<=)[\\u4e00-\\u9fa5A-Ex]{0,4}(?:<)${N}(?:分)?`), ([low, high]) => band(low, true, high)],
  [
    new RegExp(`${N}${IN}?分?${IN}?(?:及)?以上，?(?:、)?(?:但)?(?:不足|不到|低于|至|-)?${N}${IN}?分(?:以下)?${IN}?`),
    ([low, high]) => band(low, true, high),
  ],
  [
    new RegExp(`${N}${IN}?分?${IN}?(?:-|至|到|~)${N}${IN}?分?${IN}?(?:之间)?`),
    ([low, high], words) => ({ ...band(low, true, high), toInclusive: !/含/.test(words) }),
  ],
  [new RegExp(`(?:≥|>=|不低于|大于等于|达到)${N}分?(?:以上)?`), ([low]) => band(low, true, undefined)],
  [new RegExp(`${N}${IN}?分?${IN}?(?:及)?以上${IN}?`), ([low]) => band(low, true, undefined)],
  [new RegExp(`(?:<|不足|低于|不到|小于|不满)${N}分?`), ([high]) => band(undefined, true, high)],
  [new RegExp(`${N}${IN}?分?${IN}?以下${IN}?`), ([high]) => band(undefined, true, high)],
];

interface Bounds {
  readonly from: string | null;
  readonly fromInclusive: boolean | null;
  readonly to: string | null;
  readonly toInclusive: boolean | null;
}

function band(from: string | undefined, inclusive: boolean, to: string | undefined): Bounds {
  return {
    from: from ?? null,
    fromInclusive: from === undefined ? null : inclusive,
    to: to ?? null,
    toInclusive: to === undefined ? null : false,
  };
}

const NAME = '[“"]?([\\u4e00-\\u9fa5A-E]{1,8}?)[”"]?';
const NAME_BEFORE = new RegExp(
  `(?:^|[：；。、，）])${NAME}(?:等次|等级|档)?(?:：|，|（|得分|为)?(?:[^，。；：（）\\d]{0,6}(?:得分|总分|分数|成绩))?(?:在|为)?$`,
);
const NAME_AFTER = new RegExp(
  `^(?:）)?(?:的)?，?(?:的)?(?:评定|确定|评|定|认定)?为${NAME}(?:等次|等级|单位|档)?(?=[，。；、（]|$)`,
);
const GRADE_WORD = /优|良|合格|达标|完成|先进|一般|差|称职|等|级|[A-E]|好|中|档|通过|较|满意|胜任/;

/** “≥90分，优秀；”. */
const NAME_BEHIND = /^，([优良合中差不一][\u4e00-\u9fa5]{0,4})(?=[；。]|$)/;

/** Grade bands of a text, with the words they stand in. */
export function gradeBandsIn(normal: NormalText): readonly ImportedBand[] {
  const bands: ImportedBand[] = [];
  const { text } = normal;
  const inclusive = /“以上”[^。；]{0,12}含/.test(text) || /含本数|包含本数|含本级/.test(text);
  for (let at = 0; at < text.length; ) {
    const found = rangeAt(text, at);
    if (found === undefined) break;
    const before = NAME_BEFORE.exec(text.slice(Math.max(0, found.from - 24), found.from));
    const behind = text.slice(found.to, found.to + 20);
    const after = NAME_AFTER.exec(behind) ?? NAME_BEHIND.exec(behind);
    const grade = after?.[1] ?? GRADE_BETWEEN.exec(text.slice(found.from, found.to))?.[2] ?? before?.[1];
    at = found.to;
    if (grade === undefined || !GRADE_WORD.test(grade) || /^(?:得分|总分|考核)$/.test(grade)) continue;
    const from = after ? found.from : found.from - (before?.[0].replace(/^[：；。、，）]/, '').length ?? 0);
    const to = after ? found.to + after[0].length : found.to;
    const words = text.slice(from, to);
    const certain = inclusive || /含|≥|≤|<|及以上|不足|低于/.test(words);
    bands.push({
      quote: words,
      span: normal.spanOf(from, to),
      status: certain ? 'read' : 'confirm',
      grade,
      ...found.bounds,
    });
  }
  return bands;
}

interface FoundRange {
  readonly from: number;
  readonly to: number;
  readonly bounds: Bounds;
}

/** The first range from a place on; where two start together the fuller one. */
function rangeAt(text: string, at: number): FoundRange | undefined {
  let best: FoundRange | undefined;
  for (const [pattern, boundsOf] of RANGES) {
    const match = pattern.exec(text.slice(at));
    if (!match) continue;
    const from = at + match.index;
    if (best && best.from <= from) continue;
    best = { from, to: from + match[0].length, bounds: boundsOf(match.slice(1), match[0]) };
  }
  return best;
}
