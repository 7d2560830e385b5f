/** One omission that two rows of a sheet deduct for, in nearly the same words. */
import { text } from '../../../wording/text.js';
import { hanOf, overlap, pairsIn } from '../bigrams.js';
import type { Report } from '../finding.js';
import { fullest } from '../probes.js';
import { type Pair, type Placed, pairsOf, type Scene } from '../scene.js';
import { joined } from '../stated.js';
import { reportPair } from './double-penalty.js';

/** Of the pairs of characters in the shorter condition, at least so many stand in the longer. */
const LEAST_OVERLAP = 0.6;
/** 未落实, 未建立 say nothing by themselves: a condition that names its own matter is longer. */
const LEAST_PAIRS = 4;

export function checkOmissions(scene: Scene): Report[] {
  return pairsOf(scene.places.filter((place) => conditionOf(place) !== undefined))
    .filter(([first, second]) => first.row.id !== second.row.id && isSameOmission([first, second]))
    .map((pair) =>
      reportPair(scene, pair, {
        title: text('两行写的几乎是同一件没有做的事，各扣各的', 'Two rows deduct for nearly the same omission'),
        why: text(
          '两句扣分的条件用字大半相同，没有写互相排除：一件事没有做，两行都可以扣。',
          'The two conditions share most of their words and neither excludes the other: one thing not done may be deducted in both.',
        ),
        stated: joined(pair.map((place) => fullest(scene, place))),
      }),
    );
}

function isSameOmission(pair: Pair): boolean {
  const [one, other] = pair.map(conditionOf);
  if (one === undefined || other === undefined || actOf(one) !== actOf(other)) return false;
  if (Math.min(pairsIn(one).size, pairsIn(other).size) < LEAST_PAIRS) return false;
  return one !== other && overlap(one, other) >= LEAST_OVERLAP;
}

/** 没有建立……台帐的，扣1分 → 未建立……台帐: the condition without its amount, where it is a thing not done. */
function conditionOf({ clause }: Placed): string | undefined {
  if (!clause.rules.every((rule) => rule.kind === 'fixed')) return undefined;
  const condition = hanOf(clause.quote.replace(/扣.*$/s, '')).replace(/没有?/g, '未').replace(/的$/, '');
  return condition.startsWith('未') ? condition : undefined;
}

/** What was not done: 建立, 组织. */
function actOf(condition: string): string {
  return condition.slice(1, 3);
}
