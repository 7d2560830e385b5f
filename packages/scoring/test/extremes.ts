// The two extreme completions of a partial record, written as facts a person could state, for any scheme.
import {
  type ItemProgram,
  isRawObject,
  type Program,
  type RawObject,
  type RawTree,
  type Rule,
  type SheetProgram,
} from '@kaohe/scoring';
import { bestOf, mostOf, worstOf } from './oracle/extreme-observations.js';

type Draft = Record<string, RawTree>;
export type World = 'worst' | 'best';

export const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});

/** Whom a sheet's clauses are for, and what becomes of each exclusive pair. */
export interface Side {
  readonly name: string;
  readonly unitClass: string;
  readonly sheet: SheetProgram;
  /** In the worse world clauses that are left out: what a finding shuts out, or that finding. */
  readonly dropped: ReadonlySet<string>;
  /** In the better world findings that shut a costlier one out. */
  readonly found: ReadonlySet<string>;
  readonly program: Program;
}

/** Exclusive findings of a sheet with what they shut out. Which side is the extreme one depends on what else is stated. */
export function pairsOf(sheet: SheetProgram): ItemProgram['exclusive'] {
  return sheet.items.flatMap((item) => item.exclusive);
}

/** Whether a row of the unit was looked at. */
function rowClosed(unit: RawObject, row: string): boolean {
  return unit.closed === 'all' || (Array.isArray(unit.closed) && unit.closed.includes(row));
}

/** What is stated stays; requirements and quantities left out of it take the extreme. */
function merged(stated: RawTree | undefined, extreme: RawTree | undefined): RawTree | undefined {
  if (stated === undefined) return extreme;
  const seen = object(stated);
  if (seen.actual !== undefined)
    return { ...seen, actual: { ...object(object(extreme).actual), ...object(seen.actual) } };
  return Object.values(seen).every(isRawObject) ? { ...object(extreme), ...seen } : stated;
}

function extremeObservations(unit: RawObject, world: World, { sheet, name, unitClass, dropped, found }: Side): Draft {
  const stated = object(unit.observations);
  const observations: Draft = { ...stated };
  const extremeOf = world === 'worst' ? worstOf : bestOf;
  for (const { clause, row, rules, register, classes, units } of sheet.items.flatMap((item) => item.clauses)) {
    if (register || rowClosed(unit, row.id) || !(classes as readonly string[]).includes(unitClass)) continue;
    if (units && !units.includes(name)) continue;
    if (object(stated[clause.id]).notApplicable !== undefined) continue;
    const [first] = clause.rules;
    if (!first || (world === 'worst' && dropped.has(clause.id) && stated[clause.id] === undefined)) continue;
    const several = clause.rules.flatMap((rule, index) => {
      const extreme = extremeOf(rule);
      return extreme === undefined ? [] : [[rules[index]?.name ?? '', extreme] as const];
    });
    const extreme = world === 'best' && found.has(clause.id) ? mostOf(first) : extremeOf(first);
    const single = stated[clause.id] === undefined && isBetterLeft(first, world) ? NOT_APPLICABLE : extreme;
    const observation = merged(stated[clause.id], clause.rules.length === 1 ? single : Object.fromEntries(several));
    if (observation !== undefined && Object.keys(object(observation)).length > 0) observations[clause.id] = observation;
  }
  return observations;
}

const NOT_APPLICABLE: RawTree = { notApplicable: 'true' };

/** A formula that never asks nothing goes furthest, against what it does, where it does not apply. */
function isBetterLeft(rule: Rule, world: World): boolean {
  if (rule.kind !== 'formula' || !(Number(rule.floor ?? '0') > 0)) return false;
  return (rule.effect === 'award') === (world === 'worst');
}

/** Rows that a register feeds, with their rules. */
function fedBy(sheet: SheetProgram, register: string): { readonly row: string; readonly rule: Rule }[] {
  const fed = sheet.items.flatMap((item) => item.clauses).filter((clause) => clause.register === register);
  return fed.flatMap(({ row, clause }) => clause.rules.map((rule) => ({ row: row.id, rule })));
}

/** An extreme completion of a unit's own facts. */
export function completed(unit: RawObject, world: World, side: Side): RawObject {
  const { sheet } = side;
  const open = (register: string) => fedBy(sheet, register).filter(({ row }) => !rowClosed(unit, row));
  const talked = open('talks').flatMap(({ rule }) => ('by' in rule ? (rule.by ?? []).slice(0, 1) : []));
  const on = side.program.scheme.period.from;
  const over = open('indicators').map(({ rule }) => [
    'quantity' in rule ? (rule.quantity?.name ?? '') : '',
    mostOf(rule),
  ]);
  const isWorst = world === 'worst';
  return {
    ...unit,
    observations: extremeObservations(unit, world, side),
    talks: unit.talks ?? (isWorst ? talked.flatMap((by) => Array.from({ length: 40 }, () => ({ by, on }))) : []),
    indicators: isWorst ? { ...Object.fromEntries(over), ...object(unit.indicators) } : (unit.indicators ?? {}),
    bonus: unit.bonus ?? (isWorst || unit.closed === 'all' ? [] : bestDeeds(side.program)),
    closed: 'all',
  };
}

/** Deeds whose points pass the cap of the bonus. */
function bestDeeds({ scheme: { bonus } }: Program): RawObject[] {
  const judged = bonus.kinds.find((kind) => kind.judgement);
  if (judged) return [{ deed: '甲', kind: judged.kind, mark: bonus.cap, reason: '成效显著' }];
  const [kind] = bonus.kinds;
  const [level = ''] = Object.keys(kind?.levels ?? {});
  return Array.from({ length: 20 }, (_, index) => ({ deed: `${index}`, kind: kind?.kind ?? '', level }));
}

const CASUALTIES = { ordinary: '1', 'relatively-serious': '3', serious: '10', 'particularly-serious': '30' } as const;

/** A place of its own for what departments are answerable for, so that it touches no other unit of the file. */
const ELSEWHERE = '外地';

/** The unit of that place, on any sheet whose units are places. */
export function elsewhere({ sheets }: Program): RawObject {
  const unit = [...sheets.values()].flatMap(({ sheet }) =>
    sheet.classes.filter((one) => one !== 'department').map((one) => ({ sheet: sheet.id, class: one, closed: 'all' })),
  )[0];
  return unit ? { [ELSEWHERE]: unit } : {};
}

/** The worst accidents that the rows still open leave room for: none that a closed row would count. */
export function worstAccidents(unit: RawObject, { name, unitClass, sheet, program }: Side): RawObject[] {
  const closed = fedBy(sheet, 'accidents').filter(({ row }) => rowClosed(unit, row));
  const kinds = Object.entries(CASUALTIES).flatMap(([level, deaths]) =>
    ['true', 'false'].map((responsible) => ({ level, deaths, responsible })),
  );
  const free = kinds.filter(({ level, responsible }) => !closed.some(({ rule }) => counts(rule, level, responsible)));
  return free.flatMap(({ deaths, responsible }, kind) =>
    Array.from({ length: 6 }, (_, index) => ({
      id: `${name}-${kind}-${index}`,
      on: program.scheme.period.from,
      ...(unitClass === 'department' ? { place: ELSEWHERE, department: name } : { place: name }),
      deaths,
      responsible,
    })),
  );
}

function counts(rule: Rule, level: string, responsible: string): boolean {
  if (rule.kind !== 'per-event-ladder' || (rule.responsible === 'only' && responsible === 'false')) return false;
  return rule.rungs.some((rung) => (rung.levels as readonly string[]).includes(level));
}
