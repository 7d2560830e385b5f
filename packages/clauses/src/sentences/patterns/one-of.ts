/** One of what must be there, called by a word no list of units knows: 缺一环, 少一“到”, 有一步未落实, 少陪一餐, 1个项目. */
import { countingOf } from '../counting.js';
import { partsIn } from '../lists.js';
import { type Pattern, reading } from '../reading.js';
import { capOf } from './caps.js';

const NAME = '[“"]?(?<unit>个?[^，。；、“”"\\d未不没无的]{1,4})[”"]?';
/** “断一环”, “少1个货位”, “少陪一餐”. */
const MISSING = new RegExp(`(?:每|其中)?(?:缺少|缺|少(?!于)|断|漏)[^，。；、\\d一]{0,2}(?:一|1)${NAME}(?:的)?，?$`);
/** “有一步未落实”, “一‘双’不到位”. */
const FAILED = new RegExp(`(?:^|，|每?有)(?:任)?(?:一|1)${NAME}(?:未|不|没)[^，。；、]{1,6}(?:的)?，?$`);
/** “1个项目扣5分”, “违规倾倒一车扣2分”: how many there were. */
const COUNTED =
  /(?:的，?|[^每第\d])(?:一|1)(?<unit>个[^，。；、\d未不没无的]{2,3}|车)(?:（[^）]*）)?，?$|每多(?:一|1)(?<more>[^，。；、\d的]{1,3})，?$/;
/** “每有一项得1分” behind 有方案、有台账. */
const PRESENT = /每?(?:有|具备|做到|完成)(?:一|1)(?<unit>项|个|样|种)(?:的)?，?$/;

export const ONE_OF: Pattern = {
  name: 'one-of',
  read: ({ phrase, around }) => {
    const { act, lead, context } = phrase;
    if (act.kind !== 'amount' || act.per !== undefined) return undefined;
    const { effect } = act;
    if (effect === 'deduct' && countingOf(phrase) !== undefined) return undefined;
    const amount = act.numbers[0] ?? '';
    const part = effect === 'award' ? PRESENT.exec(lead) : (MISSING.exec(lead) ?? FAILED.exec(lead));
    const cap = capOf(phrase, around);
    const list = part === null ? undefined : (partsIn(lead.slice(0, part.index)) ?? partsIn(context));
    if (list !== undefined)
      return reading([{ kind: 'parts', effect, amount, parts: list.parts, ...cap.cap }], ['parts-open', ...cap.asks]);
    if (effect === 'award') return undefined;
    const missing = MISSING.exec(lead)?.groups?.unit;
    const counted = COUNTED.exec(lead)?.groups;
    const unit = missing ?? counted?.unit ?? counted?.more;
    if (unit === undefined) return undefined;
    const basis = missing === undefined ? 'occurrence' : 'missing';
    return reading([{ kind: 'per-unit', effect, amount, unit, basis, ...cap.cap }], ['two-readings', ...cap.asks]);
  },
};
