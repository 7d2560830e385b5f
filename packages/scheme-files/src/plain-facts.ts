/**
 * FACTS typed by hand, brought to what they hold: 是 and 否 where yes or no is asked, full-width digits as plain ones. CSV and
 * workbooks take these words too. Only what cannot mean anything else is touched.
 */
import { isRawObject, type RawTree } from '@kaohe/scoring';

const YES_OR_NO: ReadonlySet<string> = new Set(['breached', 'notApplicable', 'responsible', 'final']);
const WORDS: ReadonlyMap<string, string> = new Map([
  ['是', 'true'],
  ['否', 'false'],
]);
/** What people wrote in words of their own stays as they wrote it. */
const OWN_WORDS: ReadonlySet<string> = new Set(['id', 'note', 'evidence', 'reason', 'deed', 'place', 'department']);
const WIDE_NUMBER = /^[-.\d．－０-９]*[．－０-９][-.\d．－０-９]*$/;

/** The tree with its values as FACTS hold them; `key` is what it stands under. */
export function plainFacts(tree: RawTree, key = ''): RawTree {
  if (typeof tree === 'string') return plainValue(tree, key);
  if (!isRawObject(tree)) return tree.map((entry) => plainFacts(entry, key));
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, plainFacts(value, name)]));
}

function plainValue(value: string, key: string): string {
  if (YES_OR_NO.has(key)) return WORDS.get(value.trim()) ?? value;
  if (OWN_WORDS.has(key) || !WIDE_NUMBER.test(value)) return value;
  return value.replace(/[．－０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
