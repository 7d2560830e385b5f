import { describe, expect, it } from 'vitest';
import { candidates } from './candidates.js';
import { randomFacts } from './generate.js';
import { randomPartial } from './generate-partial.js';
import { oracle } from './oracle.js';
import { resolveScheme } from './resolve.js';
import { folders } from './schemes.js';
import { severity } from './severity.js';
import { smallScheme } from './small-scheme.js';
import { type Branch, branch, branches, list, type RawTree, text } from './tree.js';

const seeds = Array.from({ length: 400 }, (_, index) => index);
const unitsOf = (facts: Branch): readonly (readonly [string, Branch])[] =>
  Object.entries(branch(facts.units)).map(([name, unit]) => [name, branch(unit)] as const);

describe('random facts', () => {
  it('are the same for the same seed and differ between seeds', () => {
    expect(randomFacts(smallScheme, 7)).toEqual(randomFacts(smallScheme, 7));
    expect(new Set(seeds.map((seed) => JSON.stringify(randomFacts(smallScheme, seed)))).size).toBe(seeds.length);
  });

  it('are closed facts that the oracle scores, of two to six units', () => {
    for (const seed of seeds) {
      const facts = randomFacts(smallScheme, seed);
      const results = Object.keys(oracle(smallScheme, facts));
      expect(results).toEqual(unitsOf(facts).map(([name]) => name));
      expect(results.length).toBeGreaterThanOrEqual(2);
      expect(results.length).toBeLessThanOrEqual(6);
    }
  });

  it('reach every grade, every veto, awards, ties, every clause and every level of accident', () => {
    const all = seeds.map((seed) => randomFacts(smallScheme, seed));
    const results = all.flatMap((facts) => Object.values(oracle(smallScheme, facts)));
    expect(new Set(results.map((result) => result.grade)).size).toBe(4);
    expect(new Set(results.flatMap((result) => result.vetoes))).toEqual(new Set(['accidents', 'score']));
    expect(new Set(results.map((result) => result.award)).size).toBe(2);
    const ties = all.filter((facts) => {
      const ranks = Object.values(oracle(smallScheme, facts)).filter(({ rank }) => rank !== null);
      return new Set(ranks.map(({ rank, parts }) => `${rank} ${Object.keys(parts).length}`)).size < ranks.length;
    });
    expect(ties.length).toBeGreaterThan(0);
    expect(new Set(all.flatMap((facts) => branches(facts.accidents).map(severity))).size).toBe(4);
    const clauses = all.flatMap((facts) =>
      unitsOf(facts).flatMap(([, unit]) => Object.keys(branch(unit.observations))),
    );
    expect(new Set(clauses).size).toBe(16);
  });

  it.each(folders.map(({ id, tree }) => [id, tree] as const))(
    'reach every clause of %s that people observe',
    (_id, tree) => {
      const facts = Array.from({ length: 800 }, (_, seed) => randomFacts(tree, seed));
      const met = facts.flatMap((one) => unitsOf(one).flatMap(([, unit]) => Object.keys(branch(unit.observations))));
      const observed = candidates(resolveScheme(tree, {})).flatMap((unit) =>
        unit.observed.map((clause) => text(clause.id)),
      );
      expect(new Set(met)).toEqual(new Set(observed));
    },
    120_000,
  );

  it('hold no observation of a clause that a register feeds, nor of another class', () => {
    for (const seed of seeds) {
      for (const [name, unit] of unitsOf(randomFacts(smallScheme, seed))) {
        const observed = Object.keys(branch(unit.observations));
        expect(observed.filter((id) => /\/(10|48|59|60)\./.test(id))).toEqual([]);
        if (name === '航空港区') expect(observed).not.toContain('county/1.2');
      }
    }
  });
});

/** Whether the whole keeps every entry of the part. */
function contains(whole: RawTree | undefined, part: RawTree): boolean {
  if (typeof part === 'string') return whole === part;
  if (Array.isArray(part)) return JSON.stringify(whole) === JSON.stringify(part);
  return Object.entries(part).every(([key, value]) => contains(branch(whole)[key], value));
}

const includesAll = (whole: RawTree | undefined, part: RawTree | undefined): boolean => {
  const texts = list(whole).map((entry) => JSON.stringify(entry));
  return list(part).every((entry) => texts.includes(JSON.stringify(entry)));
};

describe('a partial record', () => {
  it('is kept whole by its completion, which closes everything', () => {
    for (const seed of seeds) {
      const { partial, completion } = randomPartial(smallScheme, seed);
      expect([partial.unmentioned, completion.unmentioned]).toEqual(['open', 'nothing-found']);
      expect(completion.readings).toEqual(partial.readings);
      expect(contains(completion.ratings, branch(partial.ratings))).toBe(true);
      expect(includesAll(completion.accidents, partial.accidents)).toBe(true);
      for (const [name, unit] of unitsOf(partial)) {
        const closed = branch(branch(completion.units)[name]);
        expect(contains(closed.observations, branch(unit.observations))).toBe(true);
        expect(contains(closed.indicators, branch(unit.indicators))).toBe(true);
        expect(includesAll(closed.talks, unit.talks)).toBe(true);
        expect(includesAll(closed.bonus, unit.bonus)).toBe(true);
        expect(closed.closed).toBe('all');
      }
      oracle(smallScheme, completion);
    }
  });

  it('gains nothing in a row that it has closed, nor in the registers that feed one', () => {
    for (const seed of seeds) {
      const { partial, completion } = randomPartial(smallScheme, seed);
      for (const [name, unit] of unitsOf(partial)) {
        const closed = branch(branch(completion.units)[name]);
        const isClosed = (row: string): boolean => unit.closed === 'all' || list(unit.closed).includes(row);
        const ofClosedRows = (of: Branch): [string, RawTree][] =>
          Object.entries(branch(of.observations)).filter(([id]) => isClosed(id.replace(/\.\d+$/, '')));
        expect(ofClosedRows(unit)).toEqual(ofClosedRows(closed));
        if (isClosed('county/10')) expect(unit.talks).toEqual(closed.talks);
        if (isClosed('county/59')) expect(unit.indicators).toEqual(closed.indicators);
        if (!isClosed('county/60') && !isClosed('county/48')) continue;
        const concerned = (facts: Branch): readonly Branch[] =>
          branches(facts.accidents).filter((one) => one.place === name || one.department === name);
        expect(concerned(partial)).toEqual(concerned(completion));
      }
    }
  });

  it('is often short of its completion', () => {
    const pairs = seeds.map((seed) => randomPartial(smallScheme, seed));
    const shorter = pairs.filter(
      ({ partial, completion }) => list(partial.accidents).length < list(completion.accidents).length,
    );
    expect(shorter.length).toBeGreaterThan(50);
  });
});
