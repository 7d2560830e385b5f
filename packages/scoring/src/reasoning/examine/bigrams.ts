/** Texts compared by the pairs of Chinese characters they hold. */

/** Words every such document is full of: they tell no matter from another. */
const COMMON =
  /安全生产|安全|生产|工作|情况|活动|建立|健全|完善|落实|贯彻|学习|制定|全面|推进|推动|开展|组织|积极|认真|严格|广泛|深入|持续|加强|加大|加快|强化|提升|提高|做好|搞好|实施|形成|完成|按时|及时|定期|各级|政府|关于|要求|相关|有关|进行|以及|年度|确保|坚持|做到|机制|体系|制度/g;

/** The Chinese characters of a text alone. */
export function hanOf(text: string): string {
  return text.replace(/[^\p{Script=Han}]+/gu, '');
}

export function pairsIn(text: string): Set<string> {
  return new Set(neighbours(hanOf(text)));
}

/** The pairs that tell a matter: without the common words, and none across the gap they leave. */
export function tellingPairs(text: string): Set<string> {
  return new Set(hanOf(text).replace(COMMON, ' ').split(' ').flatMap(neighbours));
}

function neighbours(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((next, index) => `${characters[index]}${next}`);
}

/** A matter is told where at least this part of its pairs stands in the text. */
export const KNOWN_SHARE = 0.4;

/** Which part of the pairs a text of Chinese characters holds, from 0 to 1. */
export function shareKnown(pairs: ReadonlySet<string>, text: string): number {
  return [...pairs].filter((pair) => text.includes(pair)).length / pairs.size;
}

/** Which part of the shorter one's pairs both hold, from 0 to 1. */
export function overlap(one: string, other: string): number {
  const [few, many] = [pairsIn(one), pairsIn(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  return few.size === 0 ? 0 : [...few].filter((pair) => many.has(pair)).length / few.size;
}
