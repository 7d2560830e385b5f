/**
 * The lines of a sheet, each with one supplier and a version of its own: the printed rows; the clauses of a row that
 * somebody else supplies (the talks in a team's row); and what the office closes by name.
 */
import type { ClauseProgram, Criterion, SheetProgram, Supplier } from '@kaohe/scoring';
import type { SignedIn } from '../office/office.js';

export interface SheetLine {
  /** A row's id, a clause's, or a name. */
  readonly id: string;
  /** The printed row it stands in; absent where it is closed by name. */
  readonly row?: string;
  readonly supplier: Supplier;
  /** The clauses its supplier types; those a register decides are closed with the line and typed by nobody. */
  readonly clauses: readonly string[];
}

const OFFICE: Supplier = { by: 'office', name: '市安委办', nameEn: 'Office of the Work Safety Committee' };

/** Every line in printed order, those closed by name at the end. */
export function linesOf(sheet: SheetProgram): SheetLine[] {
  const printed = sheet.items.flatMap(({ item, clauses }) =>
    item.rows.flatMap((row) =>
      linesOfRow(
        row,
        clauses.filter((clause) => clause.row.id === row.id),
      ),
    ),
  );
  return [...printed, ...closedByName(sheet).map((id) => ({ id, supplier: OFFICE, clauses: [] }))];
}

function linesOfRow(row: Criterion, clauses: readonly ClauseProgram[]): SheetLine[] {
  const typed = (of: readonly ClauseProgram[]) =>
    of.filter(({ register }) => register === undefined).map(({ clause }) => clause.id);
  const own = clauses.filter((clause) => !isForeign(clause));
  const foreign = clauses.filter(isForeign).map((one): SheetLine => {
    const { id, supplier = row.supplier } = one.clause;
    return { id, row: row.id, supplier, clauses: typed([one]) };
  });
  return [{ id: row.id, row: row.id, supplier: row.supplier, clauses: typed(own) }, ...foreign];
}

function isForeign({ clause: { supplier }, row }: ClauseProgram): boolean {
  return supplier !== undefined && (supplier.by !== row.supplier.by || supplier.name !== row.supplier.name);
}

/** What stands in no printed row: the bonus, and registers that feed none. */
function closedByName(sheet: SheetProgram): string[] {
  const fed = new Set(sheet.items.flatMap(({ clauses }) => clauses.map(({ register }) => register)));
  return ['bonus', ...(['accidents', 'talks'] as const).filter((register) => !fed.has(register))];
}

/** The lines whose closing says that a register holds everything on a unit of the sheet. */
export function closingLines(sheet: SheetProgram, register: 'talks' | 'bonus'): string[] {
  const fed = sheet.items.flatMap(({ clauses }) => clauses.filter((clause) => clause.register === register));
  return fed.length > 0 ? fed.map((clause) => (isForeign(clause) ? clause.clause.id : clause.row.id)) : [register];
}

/** The rows of FACTS' `closed`: those all of whose lines are closed, and what was closed by name. */
export function closedRows(sheet: SheetProgram, closed: ReadonlySet<string>): string[] {
  const lines = linesOf(sheet);
  const open = new Set(lines.filter(({ id }) => !closed.has(id)).map(({ row }) => row));
  return lines
    .filter(({ id, row }) => closed.has(id) && (row === undefined || (id === row && !open.has(row))))
    .map(({ id }) => id);
}

/** Whether the team supplies a line: its report is about these, and signing locks them alone. */
export function isOfTeam({ supplier }: Pick<SheetLine, 'supplier'>): boolean {
  return supplier.by === 'team';
}

/** The division that supplies a line; null where a team or the office does. */
export function divisionOf({ supplier: { by, name } }: SheetLine): string | null {
  return by === 'division' ? (name ?? null) : null;
}

/**
 * Whether the role acting supplies a line of a unit's sheet. A team supplies its own units' rows, the counting clerk on its
 * behalf from signed paper; the office enters for itself and, where they hand in paper, for the divisions.
 */
export function supplies({ role, scope }: SignedIn, { supplier }: SheetLine, team: string): boolean {
  if (supplier.by === 'team')
    return role === 'counting-clerk' || ((role === 'team-leader' || role === 'team-member') && scope === team);
  return role === 'office' || (role === 'supplying-division' && supplier.by === 'division' && scope === supplier.name);
}
