/** Clauses a unit's sheet does not have, with more to go by: an id without its sheet, or a clause of another sheet. */
import { isRawObject, type Problem, type Program, problem, type RawTree, type SheetProgram } from '@kaohe/scoring';

/** The problem, told by what was probably meant. */
export function withClauseHint(program: Program, tree: RawTree, found: Problem): Problem {
  if (found.code !== 'unknown-clause') return found;
  const { clause } = found.details;
  const other = clauseOf([...program.sheets.values()], clause);
  if (other) {
    const { quote, classes = other.sheet.sheet.classes } = other.clause;
    return problem('not-applicable-class', found.at, { clause, quote, classes });
  }
  const sheet = sheetOf(program, tree, `${found.at[1] ?? ''}`);
  const whole = `${sheet?.sheet.id}/${clause}`;
  const meant = sheet && clauseOf([sheet], whole);
  return meant ? problem('unknown-clause', found.at, { clause, near: [whole] }) : found;
}

function clauseOf(sheets: readonly SheetProgram[], id: string) {
  for (const sheet of sheets)
    for (const { clauses } of sheet.items)
      for (const { clause } of clauses) if (clause.id === id) return { sheet, clause };
  return undefined;
}

function sheetOf({ scheme, sheets }: Program, tree: RawTree, name: string): SheetProgram | undefined {
  const listed = scheme.population.units.find((unit) => unit.name === name || unit.aliases?.includes(name));
  const units = isRawObject(tree) ? tree.units : undefined;
  const stated = isRawObject(units) ? units[name] : undefined;
  const sheet = isRawObject(stated) ? stated.sheet : undefined;
  return sheets.get(listed?.sheet ?? (typeof sheet === 'string' ? sheet : ''));
}
