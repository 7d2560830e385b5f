/** Clauses that can take more than the item has: what is found last costs nothing. */
import { formatExact } from '../../../exact/decimal.js';
import { compare, isBounded, negate, type Rational, sum, ZERO } from '../../../exact/rational.js';
import type { AssessmentItem, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { breachedOnce } from '../probes.js';
import type { Placed, Scene } from '../scene.js';
import { joined, subjectFor } from '../stated.js';
import { attemptOn, counterexample, type Tried } from '../trial.js';
import { forfeits } from './forfeit-collides.js';

export function checkItemCapacity(scene: Scene): Report[] {
  return scene.scheme.sheets.flatMap((sheet) =>
    sheet.items
      .filter((item) => item.start !== 'zero' && (item.floor ?? 'zero') === 'zero')
      .flatMap((item) => checkItem(scene, sheet, item)),
  );
}

/** Forfeits aside: they take the item by intent. */
function deducting(scene: Scene, item: AssessmentItem): Placed[] {
  return scene.places.filter((place) => place.item.id === item.id && !place.clause.rules.some(forfeits));
}

function checkItem(scene: Scene, sheet: Sheet, item: AssessmentItem): Report[] {
  const places = deducting(scene, item);
  const subject = subjectFor(scene, sheet, places);
  const stated = joined(places.map((place) => breachedOnce(scene, place)));
  const tried = attemptOn(scene, subject, stated);
  const asked = tried && askedIn(tried, item.id);
  const full = scene.program.sheets.get(sheet.id)?.items.find((one) => one.item.id === item.id)?.fullMarks;
  if (!asked || !full || compare(asked, full) <= 0) return [];
  const [most, marks] = [formatExact(asked), formatExact(full)];
  const uncapped = places.filter(({ clause }) => clause.rules.some((rule) => isCounted(rule)));
  const example = counterexample(scene, {
    subject,
    stated,
    claim: (adopted) =>
      text(
        `各条都违反（按次数的只算1次，按档的只算1档），共要扣${most}分，本项只有${marks}分，扣到0为止，总分${formatExact(adopted.total)}。`,
        `Every clause breached, those that count once, those in steps by one step: ${most} asked of ${marks}; the item stops at 0 and the total is ${formatExact(adopted.total)}.`,
      ),
  });
  return [
    {
      code: 'deduct-exceeds-item',
      severity: 'risk',
      at: [sheet.id, item.id],
      quote: `${item.name} … ${item.marksQuote}`,
      title: text(`各条合计可扣${most}分，本项只有${marks}分`, `The clauses can take ${most}, the item has ${marks}`),
      why: text(
        `扣完本项以后再查出的问题不再影响得分${uncapped.length > 0 ? `；其中${uncapped.length}条按次数扣，没有上限` : ''}。`,
        `Once the item is gone, whatever else is found costs nothing${uncapped.length > 0 ? `; ${uncapped.length} of its clauses ${uncapped.length === 1 ? 'counts' : 'count'} without a limit` : ''}.`,
      ),
      ...(example && { counterexample: example }),
    },
  ];
}

function isCounted(rule: { readonly kind: string; readonly cap?: string | undefined }): boolean {
  return ['per-unit', 'series'].includes(rule.kind) && rule.cap === undefined && !('requirements' in rule);
}

function askedIn({ unit }: Tried, id: string): Rational | undefined {
  const item = unit.scored.items.find((one) => one.compiled.item.id === id);
  const counted = item?.clauses.map((clause) => negate(clause.counted.most)) ?? [];
  return sum(counted.filter((one) => isBounded(one) && compare(one, ZERO) > 0));
}
