/** What is forfeited: the part a sentence names, or the smallest one that has marks of its own. */
import type { Forfeits } from '../../imported.js';
import { type Pattern, reading, when } from '../reading.js';

/** “此大项不得分”: what is forfeited is named, or is the smallest part with marks of its own. */
export const FORFEIT: Pattern = {
  name: 'forfeit',
  read: ({ phrase: { act, lead }, around }) => {
    if (act.kind !== 'nothing') return undefined;
    const named = forfeitsOf(act.words + lead.slice(-8), around.part === 'frame');
    const forfeits: Forfeits = named ?? (around.rowMarks === undefined ? 'item' : 'criterion');
    const numbers = /\d/.test(lead);
    return reading(
      [{ kind: 'forfeit', effect: 'deduct', forfeits }],
      [
        ...when(named === undefined || /本项|此项|该项/.test(act.words), 'forfeit-scope'),
        ...when(numbers, 'exclusive'),
        ...when(around.start === 'zero' && named === undefined, 'start-value'),
      ],
    );
  },
};

function forfeitsOf(words: string, frame: boolean): Forfeits | undefined {
  if (/大项|大类|该项考核|此类|[本该此](?:部分|板块|大类|类)|第[一二三四五六七八九十]项整体|本项\d+分全部/.test(words))
    return 'item';
  if (
    /小项|小类|[此本该](?:条|要素|要点|行|指标|序号)|此项|本项|该项|第[一二三四五六七八九十\d]+条|[甲乙丙丁戊己庚辛A-Z]-?\d+/.test(
      words,
    )
  )
    return 'criterion';
  if (/本表|全表/.test(words)) return 'sheet';
  if (/考核|总分|总/.test(words) && !frame) return 'sheet';
  return undefined;
}
