/**
 * A register feeds several clauses. Their ends are reached whatever is closed of them, where every entry pulls the same way and each
 * clause can be fed by an entry that feeds no other row.
 */
import { SEVERITIES } from '../accidents/severity.js';
import type { RegisterName } from '../rules/compiled.js';
import type { Rule } from '../rules/rule.js';
import type { ClauseProgram } from './program.js';

interface Fed {
  readonly row: string;
  readonly rule: Rule;
}

/** The registers of a sheet whose clauses reach their ends. */
export function freeRegisters(clauses: readonly ClauseProgram[]): Set<RegisterName> {
  const fed = (register: RegisterName): Fed[] =>
    clauses
      .filter((one) => one.register === register)
      .flatMap(({ row, clause }) => clause.rules.map((rule) => ({ row: row.id, rule })));
  const proven: Readonly<Record<RegisterName, (rules: readonly Fed[]) => boolean>> = {
    accidents: areApart(accidentsFeeding),
    talks: areApart(talkersFeeding),
    indicators: indicatorsAgree,
  };
  const names: readonly RegisterName[] = ['accidents', 'talks', 'indicators'];
  return new Set(names.filter((name) => proven[name](fed(name))));
}

/** Every rule deducts, and has an entry of its own beside those of the other rows. */
function areApart(entriesOf: (rule: Rule) => readonly string[]): (fed: readonly Fed[]) => boolean {
  return (fed) =>
    fed.every(({ row, rule }) => {
      const elsewhere = new Set(fed.filter((other) => other.row !== row).flatMap((other) => entriesOf(other.rule)));
      return deducts(rule) && entriesOf(rule).some((entry) => !elsewhere.has(entry));
    });
}

function deducts(rule: Rule): boolean {
  const effects = 'rungs' in rule ? rule.rungs : [rule];
  return effects.every((one) => !('effect' in one) || one.effect !== 'award');
}

/** Kinds of accident that cost something: each level, with and without responsibility. */
function accidentsFeeding(rule: Rule): string[] {
  if (rule.kind !== 'per-event-ladder') return [];
  const costly = rule.rungs.filter(({ amount }) => amount === undefined || /[1-9]/.test(amount));
  const levels = SEVERITIES.filter((level) => costly.some((rung) => rung.levels.includes(level)));
  return levels.flatMap((level) =>
    rule.responsible === 'only' ? [`${level} responsible`] : [`${level} responsible`, `${level} other`],
  );
}

/** Who may hold a talk that counts; anyone where the rule names nobody. */
function talkersFeeding(rule: Rule): readonly string[] {
  return rule.kind === 'per-unit' ? (rule.by ?? ['']) : [];
}

/** One indicator is asked for in one row, and everywhere with a limit on the same side. */
function indicatorsAgree(fed: readonly Fed[]): boolean {
  const sideOf = ({ row, rule }: Fed): string =>
    rule.kind === 'threshold' ? `${row} ${rule.comparison.startsWith('<')} ${rule.effect === 'award'}` : row;
  const nameOf = ({ rule }: Fed): string => (rule.kind === 'threshold' ? rule.quantity.name : '');
  return fed.every((one) => fed.every((other) => nameOf(other) !== nameOf(one) || sideOf(other) === sideOf(one)));
}
