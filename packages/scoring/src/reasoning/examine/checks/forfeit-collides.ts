/** Two findings of one item that both take marks already gone: a forfeit, and whatever else the item deducts. */
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import type { Rule } from '../../../rules/rule.js';
import { text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { clauseWords } from '../places.js';
import { fullest, slightest } from '../probes.js';
import { type Placed, readingsOf, type Scene } from '../scene.js';
import { joined, subjectFor } from '../stated.js';
import { attemptOn, counterexample } from '../trial.js';

export function checkForfeits(scene: Scene): Report[] {
  return scene.places
    .filter((place) => place.clause.rules.some(forfeits))
    .flatMap((place) => {
      const others = scene.places.filter((one) => one.item.id === place.item.id && one.clause.id !== place.clause.id);
      return others.length > 0 ? [report(scene, place, others)] : [];
    });
}

export function forfeits(rule: Rule): boolean {
  if ('rungs' in rule) return rule.rungs.some((rung) => rung.forfeits !== undefined);
  return 'forfeits' in rule && rule.forfeits !== undefined;
}

function report(scene: Scene, place: Placed, others: readonly Placed[]): Report {
  const { sheet, item, row, clause } = place;
  const named = clauseWords(row, clause);
  const example = withAndWithout(scene, place, others);
  return {
    code: 'forfeit-collides',
    severity: 'risk',
    at: [sheet.id, item.id, row.id, clause.id, ...(others.length <= 3 ? others.map((one) => one.clause.id) : [])],
    quote: clause.quote,
    title: text(
      `本项一次扣完，其余${others.length}条再查出什么都不再扣`,
      `The item is gone at once; its other ${others.length} clauses cost nothing more`,
    ),
    why: text(
      `${named.zh}使本项${item.fullMarks}分全失，同一项里另外的扣分与它争同样的分。`,
      `${capital(named.en)} takes all ${item.fullMarks} marks of the item, the same marks its other deductions would take.`,
    ),
    readings: readingsOf(place),
    ...(example && { counterexample: example }),
  };
}

/** The unit loses no more for everything else in the item than for the forfeit alone. */
function withAndWithout(scene: Scene, place: Placed, others: readonly Placed[]): Counterexample | undefined {
  const subject = subjectFor(scene, place.sheet, [place, ...others]);
  const alone = attemptOn(scene, subject, slightest(scene, place));
  const besides = others.flatMap(({ clause }) => clause.rules).some((rule) => rule.kind === 'per-event-ladder')
    ? others.map((one) => unaccountable(fullest(scene, one)))
    : others.map((one) => fullest(scene, one));
  return counterexample(scene, {
    subject,
    stated: joined([slightest(scene, place), ...besides]),
    claim: (adopted) => {
      if (!alone || compare(alone.total, adopted.total) !== 0) return undefined;
      const total = formatExact(adopted.total);
      const named = clauseWords(place.row, place.clause);
      return text(
        `只违反${named.zh}，得${total}分；本项其余各条再全部违反，还是${total}分。`,
        `${capital(named.en)} alone leaves ${total}; with everything else in the item breached as well it is still ${total}.`,
      );
    },
  });
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Accidents nobody is responsible for: they feed no other item that asks for responsibility. */
function unaccountable(stated: ReturnType<typeof fullest>): ReturnType<typeof fullest> {
  return { ...stated, accidents: (stated.accidents ?? []).map((one) => ({ ...one, responsible: false })) };
}
