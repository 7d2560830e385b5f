/** Scores that need numbers the document does not give: averages of other years, economic data. */
import { cellText } from '../../../scheme/check.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { type Placed, readingsOf, type Scene } from '../scene.js';
import { sentenceAround, squeezed } from '../sentences.js';

export function checkExternalData({ places }: Scene): Report[] {
  return places.flatMap((place) => {
    const needed = dataOf(place);
    return needed.length > 0 ? [report(place, needed)] : [];
  });
}

function dataOf(place: Placed): string[] {
  const { row, clause } = place;
  const measured = clause.rules.flatMap((rule) => {
    const quantity = 'quantity' in rule ? rule.quantity : undefined;
    if (quantity?.baseline !== undefined) return [quantity.baseline];
    if (!quantity) return [];
    return 'register' in rule && rule.register === 'indicators' ? [quantity.name] : statisticsIn(place, quantity.name);
  });
  // 控制在市政府下达的量化指标以内: the numbers stand in what was sent down.
  const targets = squeezed(`${cellText(row.requirement)}。${cellText(row.criterion)}`).match(SENT_DOWN) ?? [];
  return [...measured, ...(measured.length > 0 ? targets : [])];
}

const SENT_DOWN = /(?:国家|省|市|县|区|上级)\p{Script=Han}{0,6}下达的?\p{Script=Han}{0,6}?(?:指标|任务|目标)/gu;
const STATISTIC = /(?:上一?|前|去)年度?的?(?:[A-Za-z]+|\p{Script=Han}{2,6}?(?=的|[，,。；;、]))/gu;

/** 上年GDP; and an average for each person, where nobody says who is counted and by which roll. */
function statisticsIn({ row, clause }: Placed, name: string): string[] {
  const sentence = squeezed(sentenceAround(cellText(row.criterion), clause.quote));
  return [...(sentence.match(STATISTIC) ?? []), ...(/人均/.test(sentence) ? [name] : [])];
}

function report(place: Placed, needed: readonly string[]): Report {
  const { sheet, row, clause } = place;
  const names = [...new Set(needed)];
  return {
    code: 'external-data',
    severity: 'risk',
    at: [sheet.id, row.id, clause.id],
    quote: clause.quote,
    title: text(
      `要用文件没有给的数：${names.join('、')}`,
      `It needs numbers the document does not give: ${names.join(', ')}`,
    ),
    why: text(
      '按哪个部门、哪一版、什么口径的数计算，文件没有写；数据修订以后得分会变。',
      'Whose numbers, which edition and on what basis is not stated; a revision changes the score.',
    ),
    readings: readingsOf(place),
  };
}
