/** A unit completed so that every open fact goes for it, or against it: observations clause by clause, and its registers. */
import { compare, isBounded, negate, type Rational, sum, ZERO } from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import { Given } from '../observations/given.js';
import type { RawObject, RawTree } from '../observations/raw-tree.js';
import type { CompiledRule } from '../rules/compiled.js';
import { extremeObservations, SUPPOSED } from '../rules/extremes.js';
import type { Rule } from '../rules/rule.js';
import type { ClauseProgram, Program } from '../scheme/program.js';
import type { ScoredItem } from '../score/item.js';
import { scoreUnit } from '../score/unit.js';
import type { End } from './extremes.js';
import { object, type UnitFile, withUnit } from './extremes-file.js';
import { extremeRegisters } from './extremes-registers.js';

export interface World {
  readonly end: End;
  /** Exclusive findings whose group is to be settled the other way than the bound settles it. */
  readonly otherSide: ReadonlySet<string>;
}

/** The file with its unit complete. */
export function extremeUnit(program: Program, file: UnitFile, world: World): RawObject {
  const scored = scoreUnit(program, file.facts);
  const rooms = new Map(scored.items.map((item) => [item.compiled, roomOf(program, item, world.end)]));
  const observations: Record<string, RawTree> = { ...object(file.unit.observations) };
  for (const item of scored.items) {
    const room = rooms.get(item.compiled) ?? program.fullMarks;
    for (const [clause, wanted] of wantedEnds(item, world)) {
      const made = extremeClause(clause, { file, end: wanted, room });
      if (made !== undefined) observations[clause.clause.id] = made;
    }
  }
  const registers = extremeRegisters(program, file, { end: world.end, rooms });
  const unit = { ...file.unit, ...registers.unit, observations, closed: 'all' };
  return { ...withUnit(file, unit), ...registers.file };
}

/** Points that exhaust whatever holds the item: its marks, or the sheet's where it carries, and what certainly pulls the other way. */
function roomOf(program: Program, { compiled, clauses }: ScoredItem, end: End): Rational {
  const marks = compiled.item.floor === 'carry' ? program.fullMarks : compiled.fullMarks;
  const against = clauses.map(({ asked }) => (end === 'least' ? asked.least : negate(asked.most)));
  return sum([marks, ...against.filter((points) => isBounded(points) && compare(points, ZERO) > 0)]);
}

/** Open clauses of the item with the end each is to be taken to; what its group leaves out stays in order. */
function wantedEnds({ compiled, clauses }: ScoredItem, { end, otherSide }: World): [ClauseProgram, End][] {
  return clauses.flatMap((clause): [ClauseProgram, End][] => {
    if (!clause.open || clause.compiled.register !== undefined) return [];
    const { id } = clause.compiled.clause;
    const group = compiled.exclusive.find(({ when, drops }) => when === id || drops.includes(id));
    const turned = group !== undefined && otherSide.has(group.when);
    const taken = clause.taken[end];
    if (!group) return [[clause.compiled, end]];
    const counts =
      group.when === id ? taken !== 'nothing' && (end === 'least' || taken === 'breached') : taken !== 'nothing';
    if (group.when === id) return counts !== turned ? [[clause.compiled, 'least']] : [];
    return counts !== turned ? [[clause.compiled, end]] : [];
  });
}

interface Making {
  readonly file: UnitFile;
  readonly end: End;
  readonly room: Rational;
}

/** The observation that takes an open clause to its end; undefined where leaving it in order does. */
function extremeClause({ clause, rules }: ClauseProgram, { file, end, room }: Making): RawTree | undefined {
  const stated = object(file.unit.observations)[clause.id];
  const known = file.facts.observations.get(clause.id)?.observations ?? [];
  const [only] = rules;
  const [rule] = clause.rules;
  if (only && rule && rules.length === 1) {
    const made = extremeRule(only, { rule, stated, end, room });
    const beyond = compare(ZERO, askedOn(only, made, end));
    const further = end === 'least' ? beyond < 0 : beyond > 0;
    return stated === undefined && further ? { notApplicable: 'true', reason: SUPPOSED } : made;
  }
  const named = rules.flatMap((compiled, index) => {
    const each = clause.rules[index];
    const name = compiled.name ?? '';
    if (!each || known[index] !== undefined) return [];
    const made = extremeRule(compiled, { rule: each, stated: undefined, end, room });
    return made === undefined ? [] : [[name, made] as const];
  });
  return named.length === 0 ? stated : { ...object(stated), ...Object.fromEntries(named) };
}

interface Stated {
  readonly rule: Rule;
  readonly stated: RawTree | undefined;
  readonly end: End;
  readonly room: Rational;
}

/** Of the corners of a rule, and of leaving it as it is, the one that goes furthest. */
function extremeRule(compiled: CompiledRule, { rule, stated, end, room }: Stated): RawTree | undefined {
  const corners = [stated, ...extremeObservations(rule, stated, room)];
  return corners.reduce((best, raw) => {
    const further = compare(askedOn(compiled, raw, end), askedOn(compiled, best, end));
    return (end === 'least' ? further < 0 : further > 0) ? raw : best;
  });
}

function askedOn(compiled: CompiledRule, raw: RawTree | undefined, end: End): Rational {
  const given = new Given(raw, [], []).without(['note', 'evidence']);
  const observation = raw === undefined ? undefined : compiled.read(given);
  const facts = { observation, closed: true, registers: NONE };
  return compiled.ask(facts).contribution[end];
}

const NONE: UnitFacts['registers'] = { accidents: [], indicators: new Map() };
