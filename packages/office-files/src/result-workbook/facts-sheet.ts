/** 事实: one sheet of typed facts for each sheet of the scheme, a column a unit, a row a number that may be stated. */
import {
  type ClauseProgram,
  type Criterion,
  getNumber,
  type Observation,
  type Program,
  type Quantity,
  type Rule,
  type SheetProgram,
  type UnitFacts,
} from '@kaohe/scoring';
import { conditionsOf } from './condition-list.js';
import {
  above,
  below,
  call,
  differs,
  type Expression,
  type GridCell,
  minus,
  plus,
  range,
  times,
} from './expression.js';
import { type FactInput, factInputs, NOT_APPLICABLE, quantityInputs, statedZones } from './fact-inputs.js';
import { Grid } from './grid.js';
import { decimalsOf } from './scale.js';

/** Where each fact of one unit stands. */
export interface FactCells {
  readonly unit: GridCell;
  readonly at: (key: string) => GridCell;
  /** The cell that names the fact. */
  readonly label: (key: string) => GridCell;
  /** Decimals a typed number may have there. */
  readonly decimals: (key: string) => number;
  /** How many typed facts cannot be read. */
  readonly wrong: Expression;
}

export interface FactsSheet {
  readonly grid: Grid;
  readonly units: ReadonlyMap<string, FactCells>;
}

export const factKey = (clause: string, rule: number, input: string) => `${clause}#${rule + 1} ${input}`;
export const closedKey = (row: string) => `closed ${row}`;
export const BONUS_KEY = 'bonus known';
export const TALKS_KEY = 'talks known';
export const talksKey = (body: string | undefined) => (body === undefined ? 'talks of others' : `talks by ${body}`);
export const indicatorKey = (name: string, input: string) => `indicator ${name} ${input}`;

const HEAD = 3;
const FIRST_UNIT = 6;
const SPARE_ZONES = 1;
const FEWEST_ZONES = 3;
const LEAST_DECIMALS = 2;

/** One row: what is asked, and what each unit's facts say. */
interface Line {
  readonly key: string;
  readonly row: string;
  readonly clause: string;
  readonly label: string;
  readonly whole: boolean;
  readonly read: (unit: UnitFacts) => string | undefined;
  /** The most it may be without its decimals, so that every product stays exact. */
  readonly most: number;
}

/** Zones there is room for, when so many are stated. */
export function zonesFor(stated: readonly number[]): number {
  return Math.max(FEWEST_ZONES, ...stated.map((zones) => zones + SPARE_ZONES));
}

/** The bodies whose talks the scheme tells apart. */
export function talkingBodies({ scheme, sheets }: Program): string[] {
  const rules = [...sheets.values()].flatMap((sheet) => sheet.items.flatMap((item) => item.clauses.flatMap(rulesOf)));
  const named = rules.flatMap((rule) => (rule.kind === 'per-unit' ? (rule.by ?? []) : []));
  const asked = conditionsOf(scheme).flatMap((condition) => (condition.kind === 'talks' ? condition.by : []));
  return [...new Set([...named, ...asked])];
}

const rulesOf = ({ clause }: ClauseProgram): readonly Rule[] => clause.rules;

export function factsSheet(program: Program, sheet: SheetProgram, units: readonly UnitFacts[]): FactsSheet {
  const grid = new Grid(`事实${[...program.sheets.keys()].indexOf(sheet.sheet.id) + 1}`);
  grid.words([1, 1], `事实：${sheet.sheet.title}`, 'title');
  grid.merged.push([1, 1, 1, 12]);
  grid.words([2, 1], '只在黄色格里填数；没有核的空着。整条不适用的，在该条第一格写“不适用”。', 'subtitle');
  grid.merged.push([2, 1, 2, 12]);
  for (const [index, head] of ['序号', '条款', '填什么', '小数位', '最大', ...units.map(({ unit }) => unit)].entries())
    grid.words([HEAD, index + 1], head, 'head');
  grid.widths.push(7, 15, 42, 7, 14, ...units.map(() => 11));
  grid.frozen = [HEAD, 3];
  const lines = linesOf(program, sheet, units);
  const rows = new Map(lines.map(({ key }, index) => [key, HEAD + 1 + index]));
  const limits = lines.map((line, index) => drawLabels(grid, HEAD + 1 + index, { line, units }));
  const most = limits.map((limit) => limit.most);
  const decimals = (key: string) => limits[(rows.get(key) ?? 0) - HEAD - 1]?.decimals ?? 0;
  const drawn = units.map((facts, index): readonly [string, FactCells] => {
    const column = FIRST_UNIT + index;
    const cells = lines.map((line, place) => grid.fact([HEAD + 1 + place, column], typed(line.read(facts))));
    const at = (key: string): GridCell => {
      return required(cells[(rows.get(key) ?? 0) - HEAD - 1], key);
    };
    const unit = grid.words([HEAD + lines.length + 1, column], facts.unit, 'note');
    const label = (key: string) => required(limits[(rows.get(key) ?? 0) - HEAD - 1]?.label, key);
    return [facts.unit, { unit, at, label, decimals, wrong: wrongFacts(range(cells), range(most)) }];
  });
  return { grid, units: new Map(drawn) };
}

function required(cell: GridCell | undefined, key: string): GridCell {
  if (!cell) throw new RangeError(`no fact ${key}`);
  return cell;
}

/** A number stands as one only where it is the very decimal. */
function typed(text: string | undefined): number | string {
  if (text === undefined) return '';
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

function drawLabels(
  grid: Grid,
  row: number,
  { line, units }: { readonly line: Line; readonly units: readonly UnitFacts[] },
): { readonly decimals: number; readonly most: GridCell; readonly label: GridCell } {
  const stated = units.flatMap((unit) => line.read(unit) ?? []).filter((text) => /^\d+(?:\.\d+)?$/.test(text));
  const decimals = line.whole ? 0 : Math.max(LEAST_DECIMALS, ...stated.map((text) => decimalsOf(getNumber(text))));
  grid.words([row, 1], line.row, 'centered');
  grid.words([row, 2], line.clause);
  const label = grid.words([row, 3], line.label);
  grid.parameter([row, 4], decimals, 'note');
  return { decimals, label, most: grid.parameter([row, 5], Math.floor(line.most / 10 ** decimals), 'note') };
}

/** Numbers out of bounds, and words that say nothing. */
function wrongFacts(cells: Expression, most: Expression): Expression {
  const number = call('ISNUMBER', cells);
  const outside = plus(above(cells, most), below(cells, 0));
  const word = times(times(minus(1, number), differs(cells, '')), differs(cells, NOT_APPLICABLE));
  return call('SUMPRODUCT', plus(times(number, outside), word));
}

function linesOf(program: Program, sheet: SheetProgram, units: readonly UnitFacts[]): Line[] {
  const rows = sheet.items.flatMap(({ item, clauses }) =>
    item.rows.flatMap((row) => [
      closedLine(row),
      ...clauses.filter((one) => one.row.id === row.id).flatMap((clause) => clauseLines(clause, row, units)),
    ]),
  );
  return [...rows, ...talkLines(program), ...indicatorLines(sheet), ...registerLines(program)];
}

function closedLine({ id, row, name }: Criterion): Line {
  const read = ({ closed }: UnitFacts) => (closed(id) ? '1' : undefined);
  const label = `【已核】${name === undefined ? '' : `${name}：`}没有填的，核过没有问题（1是）`;
  return { key: closedKey(id), row, clause: '', label, whole: true, read, most: 1 };
}

function clauseLines({ clause }: ClauseProgram, { row }: Criterion, units: readonly UnitFacts[]): Line[] {
  const seen = (unit: UnitFacts, index: number): Observation | undefined =>
    unit.observations.get(clause.id)?.observations[index];
  const zones = zonesFor(units.map((unit) => statedZones(seen(unit, 0))));
  return clause.rules.flatMap((rule, index) =>
    factInputs(rule, zones).map((input, place): Line => {
      const read = (unit: UnitFacts) => {
        const isFirst = index === 0 && place === 0;
        if (isFirst && seen(unit, 0)?.kind === 'not-applicable') return NOT_APPLICABLE;
        return readInput(input, seen(unit, index));
      };
      const { key, label, whole } = input;
      return {
        key: factKey(clause.id, index, key),
        row,
        clause: clause.id,
        label,
        whole,
        read,
        most: mostOf(rule, key),
      };
    }),
  );
}

const readInput = ({ read }: FactInput, observation: Observation | undefined) => observation && read(observation);

function talkLines(program: Program): Line[] {
  const bodies = talkingBodies(program);
  const line = (key: string, label: string, read: Line['read']): Line => ({
    key,
    row: '约谈',
    clause: '',
    label,
    whole: true,
    read,
    most: MOST_COUNT,
  });
  const held = (body: string | undefined) => (unit: UnitFacts) => {
    const talks = unit.registers.talks?.filter(({ by }) => (body === undefined ? !bodies.includes(by) : by === body));
    return talks && `${talks.length}`;
  };
  return [
    line(TALKS_KEY, '约谈台账已登记（1是）', ({ registers }) => (registers.talks ? '1' : undefined)),
    ...bodies.map((body) => line(talksKey(body), `被${body}约谈次数`, held(body))),
    line(talksKey(undefined), '被其他机关约谈次数', held(undefined)),
  ];
}

function indicatorLines(sheet: SheetProgram): Line[] {
  const rules = sheet.items.flatMap((item) => item.clauses.flatMap(rulesOf));
  const fed = new Map<string, Extract<Rule, { kind: 'threshold' }>>();
  for (const rule of rules) if (rule.kind === 'threshold' && rule.register) fed.set(rule.quantity.name, rule);
  return [...fed.values()].flatMap((rule) => {
    const { quantity } = rule;
    return quantityInputs(quantity, (seen) => (seen.kind === 'quantity' ? seen.quantity : undefined)).map(
      ({ key, label, whole, read }, place): Line => ({
        key: indicatorKey(quantity.name, key),
        row: '指标',
        clause: '',
        label,
        whole,
        most: mostOf(rule, key),
        read: ({ registers }) => {
          const stated = registers.indicators.get(quantity.name);
          if (stated === 'not-applicable') return place === 0 ? NOT_APPLICABLE : undefined;
          return stated && read({ kind: 'quantity', quantity: stated });
        },
      }),
    );
  });
}

/** What is closed by name. */
function registerLines({ scheme }: Program): Line[] {
  const line = (key: string, label: string, read: Line['read']): Line => ({
    key,
    row: '台账',
    clause: '',
    label,
    whole: true,
    read,
    most: 1,
  });
  const closed = (name: string, label: string) =>
    line(closedKey(name), label, (unit) => (unit.closed(name) ? '1' : undefined));
  const bonus = line(BONUS_KEY, '加分已核（1是）', (unit) => (unit.bonus ? '1' : undefined));
  const watched = scheme.vetoes.length + scheme.awards.length > 0;
  return [
    bonus,
    ...(watched ? [closed('accidents', '事故台账已核（1是）'), closed('talks', '约谈台账已核（1是）')] : []),
  ];
}

const MOST_COUNT = 1_000_000;
/** Products are compared exactly up to here, and divided exactly up to a hundredth of it. */
const MOST_PRODUCT = 100_000_000_000_000;

/** The most a typed number may be, times the power of ten of its decimals. */
function mostOf(rule: Rule, key: string): number {
  if (key.endsWith('unknown') || key === 'breached' || key.startsWith('part')) return 1;
  const isMeasured = /(?:numerator|denominator|value|baseline)$/.test(key) && rule.kind !== 'piecewise';
  if (!isMeasured) return MOST_COUNT;
  const per = largest(
    quantitiesOf(rule).flatMap((quantity) => [quantity.per ?? (quantity.baseline === undefined ? '1' : '100')]),
  );
  const limits = largest(limitsOf(rule));
  const product =
    key.endsWith('numerator') || key.endsWith('baseline') ? per.n * limits.d : per.d * Math.max(limits.n, limits.d);
  return (rule.kind === 'threshold' || rule.kind === 'ladder' ? MOST_PRODUCT : MOST_PRODUCT / 100) / product;
}

/** The largest numerator and the largest denominator among them. */
function largest(texts: readonly string[]): { readonly n: number; readonly d: number } {
  const numbers = texts.map(getNumber);
  const size = (value: bigint) => Number(value < 0n ? -value : value);
  return { n: Math.max(1, ...numbers.map(({ n }) => size(n))), d: Math.max(1, ...numbers.map(({ d }) => size(d))) };
}

function quantitiesOf(rule: Rule): readonly Quantity[] {
  if (rule.kind === 'formula') return rule.terms.map(({ quantity }) => quantity);
  return 'quantity' in rule && rule.quantity ? [rule.quantity] : [];
}

function limitsOf(rule: Rule): string[] {
  if (rule.kind === 'per-step') return [rule.from, rule.step];
  if (rule.kind === 'threshold') return [rule.value];
  if (rule.kind === 'ladder') return rule.rungs.flatMap(({ from, below: end }) => [from ?? '1', end ?? '1']);
  return rule.kind === 'formula' ? rule.terms.map(({ times: by }) => by) : [];
}
