/** Things the method column has looked at that nothing in the item speaks of. */
import { cellText } from '../../../scheme/check.js';
import type { AssessmentItem } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import { hanOf, shareKnown, tellingPairs } from '../bigrams.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

/** How and when one looks, and what any file may be called: they name no matter. */
const WAYS =
  /查阅|查看|抽查|检查|现场|实地|随机|提供|资料|文件|会议|记录|纪要|信息|简报|图片|照片|文字|档案|台[帐账]|方案|总结|通报|登记|清单|计划|数据库|规章|安排|部署|统计|各类|其他|重要|时期/g;
const LEAST_PAIRS = 3;
const KNOWN_SHARE = 0.25;

export function checkMethodWords({ scheme }: Scene): Report[] {
  return scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) =>
      item.rows.flatMap((row): Report[] => {
        // What an office supplies is named after the office.
        if (row.supplier.by !== 'team') return [];
        const strange = thingsIn(cellText(row.method)).filter((one) => isStrange(one, item));
        if (strange.length === 0) return [];
        const named = strange.map((one) => `“${one}”`);
        return [
          {
            code: 'method-not-scored',
            severity: 'note',
            at: [sheet.id, row.id],
            quote: strange.join(' … '),
            title: text(
              `考核方法要查${named.join('、')}，考核内容和标准里都没有`,
              `The method looks at ${named.join(', ')}, of which neither requirement nor standard speaks`,
            ),
            why: text(
              '查出来有问题，没有一句可以据以扣分；是漏写了标准，还是方法抄自别处，文件没有说明。',
              'Whatever is found there, no sentence deducts for it: a standard was left out, or the method was copied from elsewhere.',
            ),
          },
        ];
      }),
    ),
  );
}

function thingsIn(method: string): string[] {
  const words = method.split(/[，,。；;、]|和|及/).map((one) => one.trim());
  return words.map((one) =>
    one.replace(/^(?:查阅|查看|抽查|检查|查)/, '').replace(/等?(?:相关)?(?:资料|文件)?$|等$/, ''),
  );
}

function isStrange(thing: string, { name, rows }: AssessmentItem): boolean {
  const pairs = tellingPairs(thing.replace(WAYS, ' '));
  const known = hanOf([name, ...rows.flatMap((row) => [row.requirement, row.criterion].map(cellText))].join(' '));
  return pairs.size >= LEAST_PAIRS && shareKnown(pairs, known) < KNOWN_SHARE;
}
