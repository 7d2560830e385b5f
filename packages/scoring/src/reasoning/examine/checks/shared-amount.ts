/** One amount for several things, without saying whether each costs it or all together. */
import type { PartsRule } from '../../../rules/parts.js';
import type { Rule } from '../../../rules/rule.js';
import { cellText } from '../../../scheme/check.js';
import { type Text, text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { alternativesOf, type Placed, readingsOf, type Scene, settling } from '../scene.js';
import { sentenceAround, squeezed } from '../sentences.js';

export function checkSharedAmounts(scene: Scene): Report[] {
  return scene.places.flatMap((place) => {
    const shared = sharedBy(place);
    return shared ? [report(scene, place, shared)] : [];
  });
}

function report(scene: Scene, place: Placed, title: Text): Report {
  const { sheet, row, clause } = place;
  return {
    code: 'shared-amount',
    severity: 'risk',
    at: [sheet.id, row.id, clause.id],
    quote: clause.quote,
    title,
    why: text(
      '几件事后面只有一个分值：各扣一次，还是合起来扣一次，字面上都说得通。',
      'Several things are followed by one amount: each may cost it, or all of them once.',
    ),
    readings: readingsOf(place),
    about: settling(scene, place).filter((name) => alternativesOf(scene, name).length === 0),
  };
}

function sharedBy(place: Placed): Text | undefined {
  const { rules } = place.clause;
  const frequencies = rules.flatMap((rule) => (rule.kind === 'per-unit' ? (rule.requirements ?? []) : []));
  const names = frequencies.length > 1 ? frequencies.map((one) => one.what) : quantitiesOf(rules);
  if (names.length > 1) return text(`${names.join('、')}共用一个分值`, `${names.join(', ')} share one amount`);
  const guessed = rules.find((rule) => rule.kind === 'parts' && !areListed(place, rule));
  if (guessed?.kind === 'parts')
    return text(
      `没有写明“一项”是哪几项，按${guessed.parts.join('、')}数`,
      `What is counted is not listed; taken as ${guessed.parts.join(', ')}`,
    );
  return rules.length === 1 && rules[0]?.kind === 'fixed' ? sharedByConditions(place) : undefined;
}

function quantitiesOf(rules: readonly Rule[]): string[] {
  return rules.flatMap((rule) => ('quantity' in rule && rule.quantity ? [rule.quantity.name] : []));
}

/** Each part stands in the text as a member of a list: 有方案、有总结 · “党政同责”、… · 人员、经费和装备 */
function areListed({ row }: Placed, { parts }: PartsRule): boolean {
  const criterion = squeezed(cellText(row.criterion));
  return parts.every((part) =>
    new RegExp(`[有“、和]${part}|${part}(?:[、”]|和[^，。]*度?$)|${part}和`).test(criterion),
  );
}

/** …的，…的扣1分 · 无A、无B的，扣1分 · two frequencies and one amount for missing them. */
function sharedByConditions({ row, clause }: Placed): Text | undefined {
  const quote = squeezed(clause.quote);
  const twoCases = /的[，,][^，,。]*的[，,]?扣/.test(quote) && !/^[^的]*的[，,]扣/.test(quote);
  const twoLacks = /(?:无|未)[^，,、。]+[、](?:无|未)[^，,]+的/.test(quote);
  const sentence = squeezed(sentenceAround(cellText(row.criterion), clause.quote));
  const frequencies = [...sentence.matchAll(/至少[^，,。；]*?[一二两\d]次|不少于\d+次/g)].length;
  const listed = [...sentence.matchAll(/(?:^|[、，,到要])有[^、，,。；]+/g)].length;
  if (twoCases || twoLacks) return text('两个条件只有一个分值', 'Two conditions and one amount');
  if (frequencies > 1) return text('两种次数要求只有一个分值', 'Two frequencies and one amount');
  return listed > 1
    ? text('列出几项，缺几项都是一个分值', 'Several parts are listed and any lack costs one amount')
    : undefined;
}
