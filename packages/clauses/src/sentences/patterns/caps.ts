/** The cap of a phrase, and how far it reaches. */
import type { Phrase } from '../phrases.js';
import type { Surroundings } from '../reading.js';

export type Around = Surroundings;

export interface CapRead {
  readonly cap: { readonly cap?: string; readonly capScope?: 'group' };
  readonly asks: readonly string[];
}

const GROUP = /合计|累计|总计|共计|以上|上述|[两二三四五六][项样类种条]|各项|本项|此项|该项|本条|小项|本大项/;

/** A cap that names a scope of its own covers a group; one equal to the row's marks says nothing new. */
export function capOf(phrase: Phrase, { rowMarks, part }: Surroundings): CapRead {
  const [cap] = phrase.caps;
  if (cap === undefined) return { cap: {}, asks: [] };
  if (
    /加分项|加分(?:合计|累计|总|共)|总加分|总分/.test(cap.words) ||
    (/加分/.test(cap.words) && cap.separator !== '，') ||
    cap.separator === '。' ||
    (part !== 'item' && GROUP.test(cap.words))
  )
    return { cap: {}, asks: [] };
  const group = GROUP.test(cap.words);
  if (group && cap.amount === rowMarks) {
    // “每项得1.5分，累计不超过6分” in a row of 6: the same, said as the clause's own.
    return /^累计/.test(cap.words) && cap.separator === '，'
      ? { cap: { cap: cap.amount }, asks: [] }
      : { cap: {}, asks: [] };
  }
  if (group) return { cap: { cap: cap.amount, capScope: 'group' }, asks: ['cap-scope'] };
  return { cap: { cap: cap.amount }, asks: phrase.caps.length > 1 ? ['cap-scope'] : [] };
}

/** How many phrases before it a group's cap names: “以上两项” is two. */
export function namedScope(phrase: Phrase): number | undefined {
  const words = phrase.caps[0]?.words ?? '';
  if (!GROUP.test(words)) return undefined;
  const count = '一两二三四五六'.indexOf(/([两二三四五六])[项样类种条]/.exec(words)?.[1] ?? '');
  return count <= 0 ? undefined : count === 1 ? 2 : count;
}
