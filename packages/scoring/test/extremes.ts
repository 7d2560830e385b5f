// The two extreme completions of a partial record, written as facts a person could state.
import {
  indicatorsOf,
  isRawObject,
  type Program,
  type RawObject,
  type RawTree,
  type Rule,
  type SheetProgram,
  type UnitClass,
} from '@kaohe/scoring';

type Draft = Record<string, RawTree>;

const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});

/** The observation that costs a clause the most, in FACTS' shape. */
function worstOf(rule: Rule): RawTree {
  switch (rule.kind) {
    case 'fixed':
      return { breached: 'true' };
    case 'per-unit':
      return rule.requirements ? { actual: worstActual(rule.requirements) } : { count: '999' };
    case 'per-step':
    case 'threshold':
      return rule.quantity.per === undefined ? { value: '0' } : { numerator: '0', denominator: '1' };
    case 'parts':
      return rule.occasions
        ? { occasions: Array.from({ length: 99 }, () => ({ absent: [...rule.parts] })) }
        : { absent: [...rule.parts] };
    case 'ladder':
      return { value: '0' };
    default:
      throw new Error(`${rule.kind} is fed by a register`);
  }
}

function worstActual(requirements: NonNullable<Extract<Rule, { kind: 'per-unit' }>['requirements']>): RawObject {
  const none = (per: string): RawTree => {
    const periods = { year: [], half: ['H1', 'H2'], quarter: ['Q1', 'Q2', 'Q3', 'Q4'] }[per] ?? [];
    return periods.length === 0 ? '0' : Object.fromEntries(periods.map((period) => [period, '0']));
  };
  return Object.fromEntries(
    requirements.map((one) => [one.what, one.each ? Array.from({ length: 99 }, () => none(one.per)) : none(one.per)]),
  );
}

/** What is stated stays; requirements and quantities left out of it take the worst. */
function merged(stated: RawTree | undefined, worst: RawTree): RawTree {
  if (stated === undefined) return worst;
  const seen = object(stated);
  if (seen.actual !== undefined)
    return { ...seen, actual: { ...object(object(worst).actual), ...object(seen.actual) } };
  return Object.values(seen).every(isRawObject) ? { ...object(worst), ...seen } : stated;
}

function worstObservations(sheet: SheetProgram, unit: RawObject, { unitClass, dropped }: Side): Draft {
  const stated = object(unit.observations);
  const observations: Draft = { ...stated };
  for (const { clause, row, rules, register, classes } of sheet.items.flatMap((item) => item.clauses)) {
    if (register || rowClosed(unit, row.id) || !classes.includes(unitClass)) continue;
    if (object(stated[clause.id]).notApplicable !== undefined) continue;
    const [first] = clause.rules;
    if (!first || rules.length === 0 || (dropped.has(clause.id) && stated[clause.id] === undefined)) continue;
    const worst =
      clause.rules.length === 1
        ? worstOf(first)
        : Object.fromEntries(clause.rules.map((rule, index) => [rules[index]?.name ?? '', worstOf(rule)]));
    observations[clause.id] = merged(stated[clause.id], worst);
  }
  return observations;
}

/** Of each exclusive pair one side is left out. */
export interface Side {
  readonly unitClass: UnitClass;
  readonly dropped: ReadonlySet<string>;
}

/** The worst completion of a unit. */
export function worstUnit(program: Program, unit: RawObject, side: Side): RawObject {
  const sheet = program.sheets.get('county');
  if (!sheet) throw new Error('no county sheet');
  const talks = Array.from({ length: 99 }, () => ({ by: '市政府', on: '2019-01-01' }));
  const over = Object.fromEntries(indicatorsOf(sheet).map((one) => [one.name, { numerator: '1', denominator: '1' }]));
  return {
    ...unit,
    observations: worstObservations(sheet, unit, side),
    talks: unit.talks ?? (rowClosed(unit, 'county/10') ? [] : talks),
    indicators: rowClosed(unit, 'county/59') ? (unit.indicators ?? {}) : { ...over, ...object(unit.indicators) },
    bonus: unit.bonus ?? [],
    closed: 'all',
  };
}

/** Whether a row of the unit was looked at. */
export function rowClosed(unit: RawObject, row: string): boolean {
  return unit.closed === 'all' || (Array.isArray(unit.closed) && unit.closed.includes(row));
}

/** The worst accidents that the rows still open leave room for. */
export function worstAccidents(place: string, unit: RawObject): RawObject[] {
  const responsible = `${!rowClosed(unit, 'county/48')}`;
  const deaths = rowClosed(unit, 'county/60') ? '1' : '30';
  if (responsible === 'false' && deaths === '1') return [];
  return [1, 2].map((one) => ({ id: `${place}-${one}`, on: '2019-06-01', place, deaths, responsible }));
}

/** The best completion: nothing else is found, but for the findings that shut a costlier one out; the bonus is full. */
export function bestUnit(unit: RawObject, found: readonly string[]): RawObject {
  const deeds = ['甲', '乙'].map((deed) => ({ deed, kind: 'promoted', level: 'nation' }));
  const stated = object(unit.observations);
  const open = found.filter((clause) => !rowClosed(unit, clause.split('.')[0] ?? '') && stated[clause] === undefined);
  const added = Object.fromEntries(open.map((clause) => [clause, { breached: 'true' }]));
  return {
    ...unit,
    observations: { ...stated, ...added },
    closed: 'all',
    bonus: unit.bonus ?? (unit.closed === 'all' ? [] : deeds),
    talks: unit.talks ?? [],
  };
}
