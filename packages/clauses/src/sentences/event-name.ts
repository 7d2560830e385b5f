/** An event without the words that count it, so that whoever prints a rule can count it once. */
const COUNTED = [
  /的?，?(?:每|(?<!\d)[一1])(?:起|次|例|件)$/,
  /每(?:发生|出现|造成)?[一1]?(?:起|次|例|件)/,
  /(?:发生|出现|造成)[一1](?:起|次|例|件)/,
  /^每(?:发生|出现|造成)/,
  /的?，?每人$/,
];

/** “每发生一起较大事故”, “每发生较大事故1起” → “较大事故”. */
export function eventName(words: string): string {
  return COUNTED.reduce((rest, pattern) => rest.replace(pattern, ''), words) || words;
}
