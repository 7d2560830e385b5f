/** Facts whose total lies below a limit, and as near to it as findings and uniform ratings bring it. */
import { formatExact, getNumber } from '../../exact/decimal.js';
import { compare, divide, type Rational, subtract, whole } from '../../exact/rational.js';
import type { Sheet } from '../../scheme/sheet.js';
import { forfeits } from './checks/forfeit-collides.js';
import { fullest, slightest } from './probes.js';
import type { Scene } from './scene.js';
import { formsOf, joined, type Stated, subjectFor, uniform } from './stated.js';
import { attemptOn } from './trial.js';

/** The highest total below the limit among: whole items lost one after another, then every rating lower by the same. */
export function justBelow(scene: Scene, sheet: Sheet, limit: Rational): Stated | undefined {
  const candidates = [...byRatings(scene, sheet), ...byItems(scene, sheet)];
  const subject = subjectFor(scene, sheet);
  let best: { readonly stated: Stated; readonly total: Rational } | undefined;
  for (const stated of candidates) {
    const tried = attemptOn(scene, subject, stated);
    const nearer = tried && compare(tried.total, limit) < 0 && (!best || compare(tried.total, best.total) > 0);
    if (nearer) best = { stated, total: tried.total };
  }
  return best?.stated;
}

/** Everybody rates lower by a tenth of the scale at a time. */
export function byRatings(scene: Scene, sheet: Sheet): Stated[] {
  const forms = formsOf(scene, sheet);
  if (forms.length === 0) return [];
  return Array.from({ length: 10 }, (_, less) => ({
    ratings: Object.fromEntries(
      forms.map((form) => {
        const scale = getNumber(form.scale);
        const mark = subtract(scale, divide({ n: scale.n * BigInt(less + 1), d: scale.d }, whole(10)));
        return [form.id, uniform(form, formatExact(mark))];
      }),
    ),
  }));
}

/** Items lost whole, the heaviest first, with and without one clause more. */
export function byItems(scene: Scene, sheet: Sheet): Stated[] {
  const items = [...(scene.program.sheets.get(sheet.id)?.items ?? [])].sort((a, b) =>
    compare(b.fullMarks, a.fullMarks),
  );
  const lost = items.map(({ item }) => {
    const places = scene.places.filter((place) => place.item.id === item.id);
    const forfeit = places.find(({ clause }) => clause.rules.some(forfeits));
    return forfeit ? slightest(scene, forfeit) : joined(places.map((place) => fullest(scene, place)));
  });
  const small = scene.places.filter((place) => place.sheet.id === sheet.id && place.clause.rules[0]?.kind === 'fixed');
  const extra = small.slice(0, 1).map((place) => slightest(scene, place));
  return lost.flatMap((_, count) => {
    const all = lost.slice(0, count + 1);
    return [joined(all), ...extra.map((one) => joined([...all, one]))];
  });
}
