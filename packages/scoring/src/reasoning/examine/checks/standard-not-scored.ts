/** What a standard itself demands before its deduction, and the deduction does not reach. */
import { cellText } from '../../../scheme/check.js';
import { text } from '../../../wording/text.js';
import { hanOf, KNOWN_SHARE, shareKnown, tellingPairs } from '../bigrams.js';
import type { Report } from '../finding.js';
import { groupBy, type Placed, type Scene } from '../scene.js';
import { plain, sentenceAround, sentencesOf, squeezed } from '../sentences.js';

export function checkStandards({ places }: Scene): Report[] {
  return [...groupBy(places, ({ row }) => row.id).values()].flatMap((same) => {
    const found = [...uncounted(same), ...unmeasured(same), ...undeducted(same)];
    const [place] = same;
    return place && found.length > 0 ? [report(place, [...new Set(found)])] : [];
  });
}

function report({ sheet, item, row }: Placed, found: readonly string[]): Report {
  return {
    code: 'requirement-not-scored',
    severity: 'risk',
    at: [sheet.id, item.id, row.id],
    quote: found.join(' … '),
    title: text(
      `${found.map((one) => `“${one}”`).join('、')}写在考核标准里，后面的扣分没有包括它`,
      `${found.map((one) => `“${one}”`).join(', ')}: demanded by the standard, and not among what it deducts for`,
    ),
    why: text(
      '同一格里写了要求，又写了扣分的情形，这一项不在其中：没有做到，按字面扣不了分。',
      'The cell states what is demanded and what costs points, and this is not among the latter: by the letter nothing can be deducted.',
    ),
  };
}

/** 少一次扣1分 counts meetings: what stands before it and is none of the things counted costs nothing. */
function uncounted(same: readonly Placed[]): string[] {
  return same.flatMap(({ row, clause }) => {
    const counted = clause.rules.flatMap((rule) => (rule.kind === 'per-unit' ? (rule.requirements ?? []) : []));
    if (counted.length === 0 || counted.some(({ quote }) => quote === undefined)) return [];
    const sentence = sentenceAround(cellText(row.criterion), clause.quote);
    const quotes = [...counted.map(({ quote }) => quote ?? ''), clause.quote].map(plain);
    const phrases = sentence.split(/[，,]/).map((one) => one.replace(/^\s*[（(]\d+[)）]\s*/, '').trim());
    return phrases.filter((one) => tellingPairs(one).size > 1 && !quotes.some((quote) => quote.includes(plain(one))));
  });
}

/** The deduction is for not reaching what was stated before it, whatever that is. */
const REACHES_ALL = /达标|达到|达\d|没有达|超标|少\s*\d|低于|不足/;

/** 事故统计准确率……均为100%, and deductions for cases of something else. */
function unmeasured(same: readonly Placed[]): string[] {
  const told = hanOf(same.flatMap(({ clause }) => [clause.quote, ...clause.rules.flatMap(quantityNames)]).join(' '));
  return same.flatMap(({ row, clause }) => {
    const sentence = squeezed(sentenceAround(cellText(row.criterion), clause.quote));
    if (REACHES_ALL.test(clause.quote) || clause.rules.some((rule) => quantityNames(rule).length > 0)) return [];
    const rates = sentence.split(/[，,、]|和|及/).filter((one) => !squeezed(clause.quote).includes(one));
    const listed = /率[^，,]*\d+%/.test(sentence) ? rates : [];
    return listed.flatMap((one) => {
      const rate = /(\p{Script=Han}{2,14}率)/u.exec(one)?.[1];
      return rate !== undefined && shareKnown(tellingPairs(rate.slice(0, -1)), told) < KNOWN_SHARE ? [rate] : [];
    });
  });
}

function quantityNames(rule: Placed['clause']['rules'][number]): string[] {
  return 'quantity' in rule && rule.quantity ? [rule.quantity.name] : [];
}

/** 没有瞒报、谎报和拖延不报现象: of what is forbidden, what no deduction of the row names. */
function undeducted(same: readonly Placed[]): string[] {
  const [place] = same;
  if (!place) return [];
  const quotes = same.map(({ clause }) => squeezed(clause.quote)).join(' ');
  const forbidding = /(?:没有|严禁|杜绝|不得有?|无)((?:\p{Script=Han}+、)+\p{Script=Han}+?)(?:现象|行为|问题)/u;
  return sentencesOf(cellText(place.row.criterion)).flatMap((sentence) => {
    if (quotes.includes(squeezed(sentence))) return [];
    const listed = forbidding.exec(squeezed(sentence))?.[1]?.split(/、|和|及|与/) ?? [];
    return listed.some((one) => quotes.includes(one)) ? listed.filter((one) => !quotes.includes(one)) : [];
  });
}
