/** Scores from and to, in whatever words: “90分（含）以上”, “80≤得分<90”, “85分以上不足95分”, “60至79分”. */

export interface Bounds {
  readonly from: string | null;
  readonly fromInclusive: boolean | null;
  readonly to: string | null;
  readonly toInclusive: boolean | null;
}

export interface ScoreRange {
  readonly from: number;
  readonly to: number;
  readonly bounds: Bounds;
}

/** Not the number of a row, and nothing that is counted in another unit. */
const N = '(?<![\\d.第])(\\d{1,4}(?:\\.\\d+)?)(?![\\d.%‰个名次起人年月天家件项户倍])';
const IN = '分?(?:（[^（）]{0,3}含[^（）]{0,8}）|，含\\d+分)?分?';
const SUBJECT = '[\\u4e00-\\u9fa5A-Ex]{0,6}';
const AND = /(?:[，、]?(?:且|但|并且?|而)?|[，、])(?:得分|总分)?/y;

const sticky = (...sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(source, 'y'));

const LOWER = sticky(
  `(?:≥|>=|不[低少小]于|大于(?:或)?等于|达到?|(?<![不未])满)${N}${IN}(?:及?以上${IN})?`,
  `${N}${IN}(?:及\\d{0,4}分?)?以上${IN}`,
  `${N}分?(?:≤|<=)(?:得分|总分|分数)`,
);
const ABOVE = sticky(`(?:>|高于|超过|大于)${N}分?`);
const UPPER = sticky(`(?:≤|<=|不超过|不[高大]于|小于(?:或)?等于)${N}分?(?:以下)?`, `${N}分?及以下`);
const BELOW = sticky(`(?:<|不足|低于|少于|不到|小于|不满|未满|未达到?|达不到)${N}分?(?:以下)?`);
const DOWN = sticky(`${N}${IN}以下${IN}`);
const ENCLOSED = sticky(`${N}分?(?:≤|<=|<)${SUBJECT}(?:<|≤|<=)${N}分?`);
const DASHED = sticky(`${N}${IN}(?:及?以上)?(?:-|至|到|~)(?:不足|不到|低于)?${N}${IN}(?:以下)?(?:之间)?${IN}`);

interface Side {
  readonly value: string;
  readonly inclusive: boolean;
  readonly to: number;
}

const INCLUSIVE = /含/;
const EXCLUSIVE = /不含|不包含/;

function matchAt(forms: readonly RegExp[], text: string, at: number): RegExpExecArray | undefined {
  for (const form of forms) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match) return match;
  }
  return undefined;
}

function lowerAt(text: string, at: number): Side | undefined {
  const least = matchAt(LOWER, text, at);
  const match = least ?? matchAt(ABOVE, text, at);
  if (!match) return undefined;
  return { value: match[1] ?? '', inclusive: least !== undefined && !EXCLUSIVE.test(match[0]), to: endOf(match) };
}

function upperAt(text: string, at: number): Side | undefined {
  const most = matchAt(UPPER, text, at);
  const down = most ? undefined : matchAt(DOWN, text, at);
  const match = most ?? down ?? matchAt(BELOW, text, at);
  if (!match) return undefined;
  const inclusive = down ? INCLUSIVE.test(match[0]) && !EXCLUSIVE.test(match[0]) : most !== undefined;
  return { value: match[1] ?? '', inclusive, to: endOf(match) };
}

const endOf = (match: RegExpExecArray): number => match.index + match[0].length;

function boundsOf(lower: Omit<Side, 'to'> | undefined, upper: Omit<Side, 'to'> | undefined): Bounds {
  return {
    from: lower?.value ?? null,
    fromInclusive: lower?.inclusive ?? null,
    to: upper?.value ?? null,
    toInclusive: upper?.inclusive ?? null,
  };
}

/** “80≤得分<90”, “75（含）至90分”: both ends in one. */
function bothAt(text: string, at: number): ScoreRange | undefined {
  const enclosed = matchAt(ENCLOSED, text, at);
  const match = enclosed ?? matchAt(DASHED, text, at);
  if (!match) return undefined;
  const [words, low = '', high = ''] = match;
  const signs = words.match(/≤|<=|</g) ?? [];
  const [left = '', right = ''] = words.split(/-|至|到|~/);
  const lower = { value: low, inclusive: enclosed ? signs[0] !== '<' : !EXCLUSIVE.test(left) };
  // “75至90分” beside “90分以上” is open, and named as such where the bands are checked.
  const settled = INCLUSIVE.test(words) || /以[上下]|不足|不到|低于/.test(words);
  const inclusive = enclosed ? signs[1] !== '<' : !settled || (INCLUSIVE.test(right) && !EXCLUSIVE.test(right));
  return { from: at, to: endOf(match), bounds: boundsOf(lower, { value: high, inclusive }) };
}

function rangeFrom(text: string, at: number): ScoreRange | undefined {
  const both = bothAt(text, at);
  if (both) return both;
  const lower = lowerAt(text, at);
  const next = upperAt(text, lower ? behindAnd(text, lower.to) : at);
  const upper = lower && next && Number(next.value) <= Number(lower.value) ? undefined : next;
  if (lower) return { from: at, to: upper?.to ?? lower.to, bounds: boundsOf(lower, upper) };
  if (!upper) return undefined;
  const more = lowerAt(text, behindAnd(text, upper.to));
  const isMore = more !== undefined && Number(more.value) < Number(upper.value);
  return { from: at, to: isMore ? more.to : upper.to, bounds: boundsOf(isMore ? more : undefined, upper) };
}

function behindAnd(text: string, at: number): number {
  AND.lastIndex = at;
  return at + (AND.exec(text)?.[0].length ?? 0);
}

/** Every range of a text in its order. */
export function scoreRangesIn(text: string): readonly ScoreRange[] {
  const ranges: ScoreRange[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!/[\d≥≤<>不大低高少达满小超未]/.test(text.charAt(at))) continue;
    const range = rangeFrom(text, at);
    if (!range) continue;
    ranges.push(range);
    at = range.to - 1;
  }
  return ranges;
}
