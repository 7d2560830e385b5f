// Incremental totals and ranks against scoring from scratch and sorting, and the explanation's bytes against the interpreter.
import { assess, readFacts } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { generatedScorer } from '../src/fast/generated.js';
import {
  closureScorer,
  ExplanationBytes,
  type FastScorer,
  type FastSheet,
  lowerFacts,
  planSheet,
  type RankBoard,
  rankBoard,
  vetoesOf,
} from '../src/fast/index.js';
import { interpreted, mustPlan, type Numbers, programFor } from './fast-agreement.js';
import { randomFacts } from './oracle/generate.js';
import { Random } from './oracle/random.js';

const folder = getFolder('zhengzhou-2019');
const adopted = programFor(folder.tree, {});
const county = mustPlan(planSheet(adopted, 'county'));

interface Row {
  readonly slots: Int32Array;
  readonly wanted: Numbers;
}

/** Closed units of the county sheet under the adopted readings, from seeds on. */
function countyRows(seed: number, count: number): Row[] {
  const rows: Row[] = [];
  for (let next = seed; rows.length < count; next += 1) {
    const { readings: _, ...facts } = randomFacts(folder.tree, next);
    const read = readFacts(adopted, facts);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    for (const assessed of assess(adopted, read).units) {
      if (assessed.scored.facts.sheet !== 'county') continue;
      const slots = lowerFacts(county, assessed.scored.facts);
      if ('unfit' in slots) throw new Error(slots.unfit);
      rows.push({ slots, wanted: interpreted(assessed) });
    }
  }
  return rows.slice(0, count);
}

function tileOf(rows: readonly Row[]): Int32Array {
  const stride = county.plan.slots.length;
  const tile = new Int32Array(rows.length * stride);
  for (const [index, row] of rows.entries()) tile.set(row.slots, index * stride);
  return tile;
}

function mustBoard(scorer: FastScorer, facts: Int32Array): RankBoard {
  const board = rankBoard(scorer, facts);
  if ('unfit' in board) throw new Error(board.unfit);
  return board;
}

/** A random value a slot can hold, small ones most of the time. */
function randomValue(sheet: FastSheet, slot: number, random: Random): number {
  const { least = 0, most = 0 } = sheet.plan.slots[slot] ?? {};
  return Math.min(most, least + (random.chance(0.9) ? random.whole(0, 4) : random.whole(0, 120)));
}

/** Totals, states and competition ranks worked out from nothing. */
function fromScratch(scorer: FastScorer, tile: Int32Array): { totals: number[]; states: number[]; ranks: number[] } {
  const stride = scorer.plan.slots.length;
  const units = tile.length / stride;
  const scored = Array.from({ length: units }, (_, unit) => {
    const total = scorer.score(tile, unit * stride);
    return { total, state: scorer.outcome[1] ?? 0 };
  });
  const sorted = scored.filter(({ state }) => vetoesOf(state) === 0).map(({ total }) => total);
  sorted.sort((a, b) => b - a);
  return {
    totals: scored.map(({ total }) => total),
    states: scored.map(({ state }) => state),
    ranks: scored.map(({ total, state }) => (vetoesOf(state) === 0 ? 1 + sorted.indexOf(total) : 0)),
  };
}

describe.each([
  ['closures', closureScorer],
  ['generated text', generatedScorer],
] as const)('a board of units scored by %s', (_, make) => {
  test('gives after every change what scoring from scratch and sorting give', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = new Random(seed * 977);
      const board = mustBoard(make(county.plan), tileOf(countyRows(seed * 50, random.whole(1, 40))));
      const own = tileOf(countyRows(seed * 50, board.units));
      const scorer = make(county.plan);
      for (let edit = 0; edit < 60; edit += 1) {
        const unit = random.whole(0, board.units - 1);
        const slot = random.whole(0, county.plan.slots.length - 1);
        const value = randomValue(county, slot, random);
        const probed = board.probe(unit, slot, value);
        board.set(unit, slot, value);
        own[unit * county.plan.slots.length + slot] = value;
        const { totals, states, ranks } = fromScratch(scorer, own);
        const units = Array.from({ length: board.units }, (_, index) => index);
        expect(probed, `seed ${seed}`).toEqual({ total: totals[unit], state: states[unit] });
        expect(units.map((one) => board.total(one))).toEqual(totals);
        expect(units.map((one) => board.state(one))).toEqual(states);
        expect(units.map((one) => board.rank(one))).toEqual(ranks);
      }
    }
  });

  test('scores a batch as it scores one unit after the other', () => {
    const scorer = make(county.plan);
    const facts = tileOf(countyRows(5, 300));
    const units = 300;
    const tile = { facts, units, totals: new Int32Array(units), states: new Int32Array(units) };
    scorer.batch(tile);
    const { totals, states } = fromScratch(make(county.plan), facts);
    expect([[...tile.totals], [...tile.states]]).toEqual([totals, states]);
  });

  test('explains in bytes, one unit after the other, what the interpreter decided', () => {
    const rows = countyRows(900, 200);
    const explanation = new ExplanationBytes(county, make(county.plan));
    for (const { slots, wanted } of rows) expect(shown(explanation.render(slots, 0))).toEqual(wanted);
  });
});

interface Shown {
  readonly total: string;
  readonly sheetScore: string;
  readonly bonus: string;
  readonly grade: string;
  readonly vetoes: readonly { readonly id: string; readonly holds: boolean }[];
  readonly parts: readonly { readonly score: string }[];
  readonly items: readonly {
    readonly score: string;
    readonly clauses: readonly { readonly quote: string; readonly asked: string; readonly applied: string }[];
  }[];
}

function shown(bytes: Uint8Array): Numbers {
  const read = JSON.parse(new TextDecoder().decode(bytes)) as Shown;
  const clauses = read.items.flatMap((item) => item.clauses);
  for (const clause of clauses) expect(clause.quote).not.toBe('');
  return {
    total: read.total,
    sheet: read.sheetScore,
    bonus: read.bonus,
    parts: read.parts.map((part) => part.score),
    items: read.items.map((item) => item.score),
    asked: clauses.map((clause) => clause.asked),
    applied: clauses.map((clause) => clause.applied),
    grade: read.grade,
    vetoes: read.vetoes.filter((veto) => veto.holds).map((veto) => veto.id),
  };
}
