/**
 * What is open, assumed settled one thing after the other: in order, or at its worst. Nothing is written to the facts; the
 * assumptions are laid over what was read from them, and everything is scored as ever.
 */
import {
  type AssessedUnit,
  type Assessment,
  assess,
  type BallotCount,
  type ClauseProgram,
  type CompiledRule,
  type Facts,
  type Program,
  point,
  rational,
} from '@kaohe/scoring';

type UnitFacts = Facts['units'][number];

export interface Assumption {
  /** A row, a part, or `bonus`. */
  readonly id: string;
  readonly end: 'best' | 'worst';
}

export interface Narrowed {
  /** What was assumed last; absent at the start. */
  readonly assumption?: Assumption;
  readonly assessment: Assessment;
  readonly unit: AssessedUnit;
}

/** `county/7:best,bonus:worst` → the assumptions in their order. */
export function readAssumptions(text: string | undefined): Assumption[] {
  return (text ?? '').split(',').flatMap((step): Assumption[] => {
    const [id = '', end] = step.split(':');
    return id !== '' && (end === 'best' || end === 'worst') ? [{ id, end }] : [];
  });
}

export function printAssumptions(assumptions: readonly Assumption[]): string | undefined {
  return assumptions.length === 0 ? undefined : assumptions.map(({ id, end }) => `${id}:${end}`).join(',');
}

/** The unit as it is, and after each assumption. */
export function narrow(assessment: Assessment, name: string, assumptions: readonly Assumption[]): Narrowed[] {
  const stages = [undefined, ...assumptions].map((assumption, index) => {
    const assumed = assuming(assessment, name, assumptions.slice(0, index));
    const unit = assumed.units.find(({ scored }) => scored.facts.unit === name);
    return unit && { assessment: assumed, unit, ...(assumption && { assumption }) };
  });
  return stages.filter((stage) => stage !== undefined);
}

function assuming(assessment: Assessment, name: string, assumptions: readonly Assumption[]): Assessment {
  if (assumptions.length === 0) return assessment;
  const { program, facts } = assessment;
  const ids = (wanted: Assumption['end']) => assumptions.filter(({ end }) => end === wanted).map(({ id }) => id);
  const [best, worst] = [new Set(ids('best')), new Set(ids('worst'))];
  const units = facts.units.map((unit) => (unit.unit === name ? settled(program, unit, { best, worst }) : unit));
  const registers = facts.units.find(({ unit }) => unit === name)?.registers;
  return assess(atWorst(program, registers, worst), { ...facts, units });
}

interface Ends {
  readonly best: ReadonlySet<string>;
  readonly worst: ReadonlySet<string>;
}

/** The unit's facts with rows closed, ballots counted and the bonus known, as assumed. */
function settled(program: Program, unit: UnitFacts, { best, worst }: Ends): UnitFacts {
  const parts = program.sheets.get(unit.sheet)?.parts ?? [];
  const assumed = parts.flatMap(({ part }): [string, BallotCount][] => {
    const form = part.form === undefined ? undefined : program.forms.get(part.form);
    if (!form || !(best.has(part.id) || worst.has(part.id))) return [];
    const most = rational(form.scale.n * form.raters, form.scale.d);
    return [[form.form.id, { sum: best.has(part.id) ? most : rational(0n), ballots: form.raters }]];
  });
  const deed = { deed: '', kind: '', points: program.bonus.cap };
  return {
    ...unit,
    closed: (row) => best.has(row) || unit.closed(row),
    ratings: new Map([...unit.ratings, ...assumed]),
    ...(best.has('bonus') && { bonus: [deed] }),
    ...(worst.has('bonus') && { bonus: [] }),
  };
}

/** The program with rows at the worst that their open facts allow, for the one unit that has these registers. */
function atWorst(program: Program, registers: UnitFacts['registers'] | undefined, rows: ReadonlySet<string>): Program {
  if (rows.size === 0) return program;
  const pinned = (rule: CompiledRule): CompiledRule => ({
    ...rule,
    ask: (facts) => {
      const asking = rule.ask(facts);
      if (facts.registers !== registers) return asking;
      return { ...asking, contribution: point(asking.contribution.least), open: false };
    },
  });
  const pin = (clause: ClauseProgram): ClauseProgram =>
    rows.has(clause.row.id) ? { ...clause, rules: clause.rules.map(pinned) } : clause;
  const sheets = [...program.sheets].map(([id, sheet]) => {
    const items = sheet.items.map((item) => ({ ...item, clauses: item.clauses.map(pin) }));
    return [id, { ...sheet, items }] as const;
  });
  return { ...program, sheets: new Map(sheets) };
}
