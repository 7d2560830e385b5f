// Random closed facts from a seed. All of them are valid facts.

import { type Candidate, candidates, placesOf } from './candidates.js';
import { Random } from './random.js';
import { randomObservation } from './random-observations.js';
import { randomAccidents, randomDeeds, randomIndicators, randomRating, randomTalks } from './random-registers.js';
import { resolveScheme } from './resolve.js';
import { type Branch, branch, branches, listed, type RawTree, text } from './tree.js';

/** Closed facts of two to six units, sometimes under readings other than the adopted. */
export function randomFacts(scheme: RawTree, seed: number): Branch {
  const random = new Random(seed);
  const readings = randomReadings(branch(branch(scheme).readings), new Random(random.whole(1, 250)));
  const resolved = resolveScheme(scheme, readings);
  const all = candidates(resolved);
  const met = all.filter((unit) => !unit.isRare || random.chance(0.3));
  const units = random.shuffled(met).slice(0, random.whole(2, 6));
  const year = text(branch(resolved.period).from ?? '2019').slice(0, 4);
  return {
    scheme: text(resolved.id),
    unmentioned: 'nothing-found',
    ...(Object.keys(readings).length > 0 ? { readings } : {}),
    units: Object.fromEntries(units.map((unit) => [unit.name, randomUnit(resolved, unit, { year, random })] as const)),
    ratings: Object.fromEntries(
      listed(resolved.forms, 'forms').map((form) => [text(form.id), ratingsOn(form, units, random)] as const),
    ),
    accidents: randomAccidents(placesOf(all, units), { year, random }),
  };
}

/** Half the time none; else any alternative of some of the open readings. Few draws, so that a resolved scheme is met again. */
function randomReadings(declared: Branch, random: Random): Record<string, string> {
  if (random.chance(0.5)) return {};
  const open = Object.entries(declared)
    .map(([name, reading]) => [name, Object.keys(branch(branch(reading).alternatives))] as const)
    .filter(([, alternatives]) => alternatives.length > 1);
  return Object.fromEntries(
    random.some(open, 0.3).map(([name, alternatives]) => [name, random.pick(alternatives)] as const),
  );
}

function ratingsOn(form: Branch, units: readonly Candidate[], random: Random): Branch {
  const rated = units.filter((unit) => branches(unit.sheet.parts).some((part) => part.form === form.id));
  return Object.fromEntries(rated.map((unit) => [unit.name, randomRating(form, random)] as const));
}

function randomUnit(scheme: Branch, unit: Candidate, of: { readonly year: string; readonly random: Random }): Branch {
  const { random } = of;
  const density = random.pick([0, 0.03, 0.1, 0.3, 0.7]);
  return {
    ...(unit.isKnown ? {} : { sheet: text(unit.sheet.id), class: unit.class }),
    observations: Object.fromEntries(
      random
        .some(unit.observed, density)
        .map((clause) => [text(clause.id), randomObservation(clause, random)] as const),
    ),
    ...(random.chance(0.3) ? { closed: 'all' } : {}),
    talks: randomTalks(of),
    indicators: randomIndicators(unit.sheet, random),
    bonus: randomDeeds(branch(scheme.bonus), random),
  };
}
