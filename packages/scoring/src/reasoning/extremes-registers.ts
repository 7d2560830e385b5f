/** What the registers, the bonus and the rating forms hold at an end: accidents, talks, indicators, deeds, ballots. */
import { SEVERITIES, type Severity } from '../accidents/severity.js';
import { formatExact } from '../exact/decimal.js';
import { ceiling, compare, divide, multiply, type Rational, sum, whole, ZERO } from '../exact/rational.js';
import { whereabouts } from '../facts/whereabouts.js';
import { Given } from '../observations/given.js';
import type { RawObject, RawTree } from '../observations/raw-tree.js';
import type { CompiledRule, RegisterName, Registers } from '../rules/compiled.js';
import { extremeObservations, timesFor } from '../rules/extremes.js';
import { readMeasured } from '../rules/quantity.js';
import type { Rule } from '../rules/rule.js';
import type { FormProgram, ItemProgram, Program } from '../scheme/program.js';
import type { End } from './extremes.js';
import { list, object, statedBallots, type UnitFile } from './extremes-file.js';

/** Keys of the unit, and of the file, to put in place. */
export interface MadeRegisters {
  readonly unit: RawObject;
  readonly file: RawObject;
}

/** The end wanted, and the points that exhaust each item. */
interface Wanted {
  readonly end: End;
  readonly rooms: ReadonlyMap<ItemProgram, Rational>;
}

export function extremeRegisters(program: Program, file: UnitFile, { end, rooms }: Wanted): MadeRegisters {
  const fed = (register: RegisterName) => fedBy(program, file, { register, rooms });
  const accidents = end === 'least' ? worstAccidents(program, file, fed('accidents')) : [];
  const talks = file.unit.talks ?? (end === 'least' ? worstTalks(program, fed('talks')) : []);
  return {
    unit: {
      talks,
      indicators: { ...extremeIndicators(file, fed('indicators'), end), ...object(file.unit.indicators) },
      bonus: file.unit.bonus ?? (end === 'most' && file.facts.bonus === undefined ? mostDeeds(program) : []),
    },
    file: {
      accidents: [...list(file.raw.accidents), ...accidents],
      ratings: fullRatings(program, file, end),
    },
  };
}

interface Fed {
  readonly rule: Rule;
  readonly compiled: CompiledRule;
  readonly open: boolean;
  readonly room: Rational;
}

/** The rules a register feeds on the unit's sheet, with whether their row is still open. */
function fedBy(
  program: Program,
  { facts }: UnitFile,
  { register, rooms }: { readonly register: RegisterName; readonly rooms: Wanted['rooms'] },
): Fed[] {
  const items = program.sheets.get(facts.sheet)?.items ?? [];
  return items.flatMap((item) =>
    item.clauses
      .filter((one) => one.register === register && one.classes.includes(facts.class))
      .flatMap(({ clause, row, rules }) =>
        rules.flatMap((compiled, index): Fed[] => {
          const rule = clause.rules[index];
          const room = rooms.get(item) ?? item.fullMarks;
          return rule ? [{ rule, compiled, open: !facts.closed(row.id), room }] : [];
        }),
      ),
  );
}

/** Deaths that make an accident of a level. */
export const DEATHS: Readonly<Record<Severity, string>> = {
  ordinary: '1',
  'relatively-serious': '3',
  serious: '10',
  'particularly-serious': '30',
};

interface Kind {
  readonly severity: Severity;
  readonly responsible: boolean;
}

/** For each open accident clause, accidents that feed no closed one: as many of the costliest kind as it takes. */
function worstAccidents(program: Program, file: UnitFile, fed: readonly Fed[]): RawObject[] {
  const kinds = SEVERITIES.flatMap((severity) => [true, false].map((responsible): Kind => ({ severity, responsible })));
  const allowed = kinds.filter((kind) => !fed.some(({ rule, open }) => !open && costOf(rule, kind) !== undefined));
  const wanted = fed.flatMap(({ rule, open, room }): Kind[] => {
    if (!open) return [];
    const costly = allowed.flatMap((kind) => {
      const amount = costOf(rule, kind);
      return amount === undefined ? [] : [{ kind, times: timesFor(amount === 'item' ? undefined : amount, room) }];
    });
    const [best] = costly.sort((a, b) => Number(a.times - b.times));
    return best ? Array.from({ length: Number(best.times) }, () => best.kind) : [];
  });
  const taken = new Set(list(file.raw.accidents).map((one) => String(object(one).id)));
  const ids = Array.from({ length: wanted.length + taken.size }, (_, index) => `S-${index + 1}`);
  const free = ids.filter((id) => !taken.has(id));
  return wanted.map((kind, index) => accident(program, file, { kind, id: free[index] ?? '' }));
}

/** What one accident of a kind costs under a rule: an amount, the item, or nothing. */
function costOf(rule: Rule, { severity, responsible }: Kind): string | 'item' | undefined {
  if (rule.kind !== 'per-event-ladder' || (rule.responsible === 'only' && !responsible)) return undefined;
  const rung = rule.rungs.find(({ levels }) => levels.includes(severity));
  return rung && (rung.amount ?? 'item');
}

function accident(
  program: Program,
  { facts }: UnitFile,
  { kind, id }: { readonly kind: Kind; readonly id: string },
): RawObject {
  return {
    id,
    on: program.scheme.period.from,
    ...whereabouts(program, facts.unit, facts.class),
    deaths: DEATHS[kind.severity],
    seriousInjuries: '0',
    directEconomicLossYuan: '0',
    responsible: `${kind.responsible}`,
  };
}

/** Talks that feed the open clauses and no closed one. */
function worstTalks(program: Program, feeding: readonly Fed[]): RawObject[] {
  const fed = feeding.flatMap(({ rule, ...rest }) => (rule.kind === 'per-unit' ? [{ rule, ...rest }] : []));
  const closedTo = fed.filter(({ open }) => !open);
  const on = program.scheme.period.from;
  return fed
    .filter(({ open }) => open)
    .flatMap(({ rule, room }) => {
      const callers = rule.by ?? ['上级 superior'];
      const by = callers.find((caller) => !closedTo.some((one) => one.rule.by?.includes(caller) ?? true));
      const times = Number(timesFor(rule.amount, room));
      return by === undefined ? [] : Array.from({ length: times }, () => ({ by, on }));
    });
}

/** Indicators nobody stated, each at a value that goes furthest over all the rules that ask for it. */
function extremeIndicators(file: UnitFile, feeding: readonly Fed[], end: End): RawObject {
  const fed = feeding.flatMap((one) =>
    one.rule.kind === 'threshold' ? [{ ...one, quantity: one.rule.quantity }] : [],
  );
  const stated = object(file.unit.indicators);
  const names = [...new Set(fed.map(({ quantity }) => quantity.name))].filter((name) => stated[name] === undefined);
  const made = names.flatMap((name) => {
    const asked = fed.filter(({ quantity }) => quantity.name === name);
    if (asked.some(({ open }) => !open)) return [];
    const values = asked.flatMap(({ rule, room }) => extremeObservations(rule, undefined, room));
    const totals = [undefined, ...values].map((raw) => ({ raw, points: pointsAt(asked, raw, end) }));
    const [best] = totals.sort((a, b) => compare(a.points, b.points) * (end === 'least' ? 1 : -1));
    return best?.raw === undefined ? [] : [[name, best.raw] as const];
  });
  return Object.fromEntries(made);
}

function pointsAt(asked: readonly Fed[], raw: RawTree | undefined, end: End): Rational {
  const points = asked.map(({ rule, compiled }) => {
    const quantity = rule.kind === 'threshold' ? rule.quantity : undefined;
    const measured = raw === undefined || !quantity ? undefined : readMeasured(quantity, new Given(raw, [], []));
    const indicators: Registers['indicators'] = new Map(measured && quantity ? [[quantity.name, measured]] : []);
    return compiled.ask({ closed: true, registers: { accidents: [], indicators } }).contribution[end];
  });
  return sum(points);
}

/** Deeds that fill the bonus up to its cap, of the kind that needs the fewest. */
function mostDeeds({ scheme, bonus }: Program): RawObject[] {
  if (compare(bonus.cap, ZERO) <= 0) return [];
  if (bonus.judged !== undefined)
    return [{ deed: '事迹 1', kind: bonus.judged, mark: formatExact(bonus.cap), reason: '假设 supposed' }];
  const ways = scheme.bonus.kinds.flatMap(({ kind, levels }) =>
    (levels ? Object.keys(levels) : [undefined]).flatMap((level) => {
      const points = bonus.points(kind, level);
      if (!points || compare(points, ZERO) <= 0) return [];
      return [{ kind, level, times: ceiling(divide(bonus.cap, points)) }];
    }),
  );
  const [best] = ways.sort((a, b) => Number(a.times - b.times));
  return Array.from({ length: Number(best?.times ?? 0) }, (_, index) => ({
    deed: `事迹 ${index + 1}`,
    kind: best?.kind ?? '',
    ...(best?.level !== undefined && { level: best.level }),
  }));
}

/** Every form of the unit's parts filled in: what is stated stays, the rest are all at the end of the scale. */
function fullRatings(program: Program, file: UnitFile, end: End): RawObject {
  const parts = program.sheets.get(file.facts.sheet)?.parts ?? [];
  const forms = parts.flatMap(({ part }) => program.forms.get(part.form ?? '') ?? []);
  const made = forms.map((form) => {
    const known = file.facts.ratings.has(form.form.id);
    const ballots = known ? statedBallots(program, file, form.form.id) : undefined;
    return [form.form.id, { [file.name]: ballots ?? allAlike(form, end) }] as const;
  });
  return { ...object(file.raw.ratings), ...Object.fromEntries(made) };
}

function allAlike({ scale, raters, trim }: FormProgram, end: End): RawTree {
  const mark = end === 'most' ? scale : ZERO;
  if (trim > 0) return Array.from({ length: Number(raters) }, () => formatExact(mark));
  return { sum: formatExact(multiply(mark, whole(raters))), ballots: `${raters}` };
}
