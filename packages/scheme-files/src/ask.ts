/**
 * A question put to a scheme: what is given, as `path=value` pairs, becomes FACTS of one unit. What is named is stated in full;
 * everything else stays open.
 */
import { isRawObject, nearest, type Program, type RawObject, type RawTree, type SheetProgram } from '@kaohe/scoring';
import { deedsOf, ledgerLines, type Refusal, refuse, talksHeld } from './ask-registers.js';
import { parseText } from './parse-text.js';

/** Whom the question is about: a unit of the population, or any unit of a sheet and class. */
export interface AskedUnit {
  readonly unit?: string | undefined;
  readonly sheet?: string | undefined;
  readonly class?: string | undefined;
}

export interface Asked {
  /** FACTS of the one unit. */
  readonly facts: RawObject;
  readonly unit: string;
  readonly sheet: SheetProgram;
}

/** The facts a question gives, or why they are not understood. */
export function askedFacts(program: Program, whom: AskedUnit, given: readonly string[]): Asked | Refusal {
  const placed = placeUnit(program, whom);
  if ('refused' in placed) return placed;
  let facts: RawObject = { units: { [placed.unit]: placed.raw } };
  for (const pair of given) {
    const at = pair.indexOf('=');
    if (at < 1) return refuse(`“${pair}”不是“什么=多少”，例如 talks=1`, `“${pair}” is not path=value, e.g. talks=1`);
    const read = parseText(pair.slice(at + 1));
    if ('problems' in read) return refuse(`“${pair}”的值读不出来`, `the value of “${pair}” cannot be read`);
    const added = withGiven(program, { ...placed, facts }, { path: pair.slice(0, at).trim(), value: read.tree });
    if ('refused' in added) return added;
    facts = added.facts;
  }
  return { facts, unit: placed.unit, sheet: placed.sheet };
}

const ANY = '某单位';

interface Placed {
  readonly unit: string;
  readonly raw: RawObject;
  readonly sheet: SheetProgram;
}

function placeUnit(program: Program, { unit, sheet: id, class: unitClass }: AskedUnit): Placed | Refusal {
  const { units } = program.scheme.population;
  const listed = units.find((one) => one.name === unit || one.aliases?.includes(unit ?? ''));
  const ofClass = [...program.sheets.values()].find(({ sheet }) => sheet.classes.some((one) => one === unitClass));
  const [first] = program.sheets.values();
  const sheet =
    id === undefined ? (program.sheets.get(listed?.sheet ?? '') ?? ofClass ?? first) : program.sheets.get(id);
  if (!sheet) {
    const known = [...program.sheets.keys()].join('、');
    return refuse(`没有细则表“${id}”。有：${known}`, `There is no sheet “${id}”. There are: ${known}`);
  }
  if (listed && id === undefined && unitClass === undefined) return { unit: listed.name, raw: {}, sheet };
  const { classes } = sheet.sheet;
  const found = unitClass ?? listed?.class ?? classes[0] ?? '';
  if (!classes.some((one) => one === found))
    return refuse(
      `细则表 ${sheet.sheet.id} 没有单位类别“${found}”。有：${classes.join('、')}`,
      `Sheet ${sheet.sheet.id} has no class “${found}”. It has: ${classes.join(', ')}`,
    );
  return { unit: unit ?? ANY, raw: { sheet: sheet.sheet.id, class: found }, sheet };
}

export interface Pair {
  readonly path: string;
  readonly value: RawTree;
}

type Placing = Placed & { readonly facts: RawObject };

/** The facts with one pair in them. */
function withGiven(program: Program, placing: Placing, pair: Pair): { readonly facts: RawObject } | Refusal {
  const { facts, unit } = placing;
  const inUnit = object(object(facts.units)[unit]);
  const put = (change: RawObject) => ({
    facts: { ...facts, units: { ...object(facts.units), [unit]: { ...inUnit, ...change } } },
  });
  const [head = '', ...rest] = pair.path.split('.');
  const name = rest.join('.');
  if (head === 'accidents') return withAccidents(program, placing, { pair, put });
  if (head === 'talks' && name === '')
    return orRefuse(talksHeld(program, placing.sheet, pair.value), (talks) => put({ talks }));
  if (head === 'bonus' && name === '') return orRefuse(deedsOf(program, pair.value), (bonus) => put({ bonus }));
  if (head === 'closed' && name === '') return put({ closed: pair.value });
  if (head === 'indicators' && name !== '')
    return put({ indicators: { ...object(inUnit.indicators), [name]: pair.value } });
  if (head === 'ratings' && program.forms.has(name)) {
    const raters = program.forms.get(name)?.raters ?? 0n;
    const ballots = typeof pair.value === 'string' ? { sum: pair.value, ballots: `${raters}` } : pair.value;
    return { facts: { ...facts, ratings: { ...object(facts.ratings), [name]: { [unit]: ballots } } } };
  }
  const clause = placing.sheet.items.flatMap((item) => item.clauses).find((one) => one.clause.id === pair.path);
  if (!clause) return refusePath(program, placing.sheet, pair.path);
  const observation = pair.value === 'breached' ? { breached: 'true' } : pair.value;
  return put({ observations: { ...object(inUnit.observations), [pair.path]: observation } });
}

/** The ledger is then complete: rows that nothing but accidents feed are closed, or the register itself where it feeds none. */
function withAccidents(
  program: Program,
  { facts, sheet, unit }: Placing,
  { pair, put }: { readonly pair: Pair; readonly put: (change: RawObject) => { readonly facts: RawObject } },
): { readonly facts: RawObject } | Refusal {
  const before = Array.isArray(facts.accidents) ? (facts.accidents as readonly RawTree[]) : [];
  const inUnit = object(object(facts.units)[unit]);
  const lines = ledgerLines(program, pair, { unit, class: inUnit.class, from: before.length });
  if ('refused' in lines) return lines;
  const clauses = sheet.items.flatMap((item) => item.clauses);
  const fed = new Set(clauses.filter(({ register }) => register === 'accidents').map(({ row }) => row.id));
  const mixed = new Set(clauses.filter(({ register }) => register !== 'accidents').map(({ row }) => row.id));
  const closed = Array.isArray(inUnit.closed) ? (inUnit.closed as readonly string[]) : [];
  const settled = fed.size > 0 ? [...fed].filter((row) => !mixed.has(row)) : ['accidents'];
  const rows = [...new Set([...closed, ...settled])];
  const { facts: placed } = put({ closed: inUnit.closed === 'all' ? 'all' : rows });
  return { facts: { ...placed, accidents: [...before, ...lines] } };
}

function orRefuse<Value>(
  found: Value | Refusal,
  then: (value: Value) => { readonly facts: RawObject },
): { readonly facts: RawObject } | Refusal {
  return typeof found === 'object' && found !== null && 'refused' in found ? found : then(found as Value);
}

const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});

function refusePath({ forms }: Program, sheet: SheetProgram, path: string): Refusal {
  const clauses = sheet.items.flatMap((item) => item.clauses.map(({ clause }) => clause.id));
  const known = [
    'accidents.ordinary',
    'talks',
    'bonus',
    'closed',
    ...[...forms.keys()].map((form) => `ratings.${form}`),
  ];
  const near = nearest(path.slice(0, 100), [...known, ...clauses]);
  const shown = near.length > 0 ? near : [...known, ...clauses.slice(0, 2)];
  return refuse(
    `不知道“${path}”是什么。例如：${shown.join('、')}`,
    `“${path}” is not known. For example: ${shown.join(', ')}`,
  );
}
