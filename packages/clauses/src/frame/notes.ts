/** Sentences that hold for all rows: what “以上” includes, where deducting ends, of several only the highest, caps of what is added. */
import type { ImportedNote, NoteKind } from '../imported.js';
import type { NormalText } from '../text/normal-text.js';

/** In order: the first that fits names the sentence. */
const KINDS: readonly (readonly [NoteKind, RegExp])[] = [
  ['inclusive', /“?以[上下内]”?[^。；]{0,14}(?:均?含|包[含括])(?:本数|本级)?/],
  ['bonus-cap', /(?:加分|奖励分|抵减|抵扣)[^，。；]{0,10}(?:不超过|最高|最多|累计|合计|封顶|以)[^，。；]{0,6}\d+分?/],
  ['carry', /(?:不足|超出)[^，。；]{0,8}(?:部分)?[，]?(?:在|从)[^，。；]{0,6}总分[^，。；]{0,6}[扣减]/],
  [
    'highest-only',
    /就高不就低|(?:按|取|以)最高(?:项|分|级别)?[^，。；]{0,4}(?:计|扣|加|得)?|只计最高|就高扣分|从重扣分/,
  ],
  ['no-repeat', /不重复(?:计算|扣分|计分|加分|扣|加|计)|不累计/],
  ['accumulate', /(?:分别|累计|累加)[^，。；]{0,8}(?:扣分|计分|并?累加)/],
  [
    'not-applicable',
    /(?:不涉及|没有|无)[^，。；]{1,20}(?:任务|项目|内容|单位|乡镇|学校|企业)?的?[^。；]{0,16}(?:得满分|不(?:参与)?考核|不扣分|平均分|折算|剔除|换算)/,
  ],
  [
    'floor',
    /扣完[^，。；]{0,6}为?止|不(?:计|得|出现)负分|扣至(?:0|零)分|最低(?:为|得)?(?:0|零)分|以[^，。；]{0,8}分值为限/,
  ],
];

/** The notes among the remarks of a document. */
export function notesIn(normal: NormalText): readonly ImportedNote[] {
  return [...normal.text.matchAll(/[^。；]+/g)].flatMap((match) => {
    const at = match.index ?? 0;
    return KINDS.flatMap(([kind, pattern]) => {
      const found = pattern.exec(match[0]);
      if (!found) return [];
      const from = at + found.index;
      return [{ kind, quote: found[0], span: normal.spanOf(from, from + found[0].length) }];
    }).slice(0, 2);
  });
}
