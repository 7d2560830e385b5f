/** Matters the document says it assesses that no scoring sentence of a sheet speaks of. */
import { cellText } from '../../../scheme/check.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { outsideSentences } from '../outside.js';
import type { Scene } from '../scene.js';
import { plain, squeezed } from '../sentences.js';

const LEAST_TOPICS = 3;

export function checkTopics(scene: Scene): Report[] {
  const lists = outsideSentences(scene).filter(
    (one) => one.notScoring !== undefined && topicsOf(one.text).length >= LEAST_TOPICS,
  );
  return scene.scheme.sheets.flatMap((sheet) =>
    lists.flatMap((list) => topicsOf(list.text).flatMap((topic) => checkTopic(sheet, topic, list.text))),
  );
}

/** 2019年度A、B、C活动以及D等内容: the members of a list of what is assessed, without “whatever else is arranged”. */
function topicsOf(sentence: string): string[] {
  const listed =
    /^(.*?)(?:完成|落实|开展)?(?:情况)?等内容$/.exec(squeezed(sentence).replace(/^\d+年度?/, ''))?.[1] ?? '';
  const [list = '', rest = ''] = listed.split('以及');
  const others = /安排|部署|交办|其他/.test(rest) ? '' : rest;
  return [...list.split('、'), ...others.split('、')].filter((one) => plain(one) !== '');
}

function checkTopic(sheet: Sheet, topic: string, sentence: string): Report[] {
  const rows = sheet.items.flatMap((item) => item.rows);
  const criteria = rows.map((row) => plain(cellText(row.criterion)));
  const requirements = rows.map((row) => plain(cellText(row.requirement)));
  const matter = /“([^”]+)”/.exec(topic)?.[1] ?? distinctive(plain(topic), [...criteria, ...requirements]);
  if (matter === undefined || criteria.some((one) => namesOf(matter).some((name) => one.includes(name)))) return [];
  const required = rows.find((row) => plain(cellText(row.requirement)).includes(matter));
  if (required && !/[，、,]/.test(cellText(required.requirement))) return [];
  const only = required !== undefined || sheet.items.some((item) => plain(item.name).includes(matter));
  return [
    {
      code: 'topic-not-scored',
      severity: only ? 'note' : 'risk',
      at: [sheet.id, ...(required ? [required.id] : []), matter],
      quote: sentence,
      title: only
        ? text(
            `“${matter}”只写在名称或内容里，没有扣分的句子`,
            `“${matter}” stands in a name or a requirement; no scoring sentence names it`,
          )
        : text(
            `“${matter}”列入考核内容，这张表没有一处计分`,
            `“${matter}” is to be assessed, and nothing on this sheet scores it`,
          ),
      why: text('做与不做，得分没有直接的差别。', 'Whether it is done or not makes no direct difference to the score.'),
    },
  ];
}

const NUMERALS = ['', '', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 大暗访大排查大整治大执法 goes by 四大 as well. */
function namesOf(matter: string): string[] {
  const [first = ''] = matter;
  const times = matter.split(first).length - 1;
  return times > 1 && NUMERALS[times] ? [matter, `${NUMERALS[times]}${first}`] : [matter];
}

const COMMON_SHARE = 0.08;

/** What is left of a topic without the words that many rows use: the longest run of the rest. */
function distinctive(topic: string, cells: readonly string[]): string | undefined {
  const texts = cells.filter((one) => one !== '');
  const isCommon = (pair: string) => texts.filter((one) => one.includes(pair)).length > texts.length * COMMON_SHARE;
  const characters = [...topic];
  const masked = characters.map((_, index) => {
    const pairs = [characters.slice(index - 1, index + 1), characters.slice(index, index + 2)];
    return pairs.some((pair) => pair.length === 2 && isCommon(pair.join('')));
  });
  const kept = characters.map((one, index) => (masked[index] || !/\p{Script=Han}/u.test(one) ? ' ' : one)).join('');
  const [longest = ''] = kept.split(' ').sort((a, b) => b.length - a.length);
  return longest.length >= 2 ? longest : undefined;
}
