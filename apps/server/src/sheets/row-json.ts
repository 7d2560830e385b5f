/** A line of a sheet as the page gets it. */
import type { SheetRowJson } from '@kaohe/api-contract';
import type { SignedIn } from '../office/office.js';
import { type SheetLine, supplies } from './lines.js';
import type { SheetRow } from './repo.js';

interface Shown {
  readonly line: SheetLine;
  readonly entered: SheetRow | undefined;
  readonly acting: SignedIn;
  readonly team: string;
  /** Whether anything of the sheet may be changed now. */
  readonly changing: boolean;
}

export function rowJson({ line, entered, acting, team, changing }: Shown): SheetRowJson {
  const { by, name = '', nameEn = '' } = line.supplier;
  const own = supplies(acting, line, team);
  return {
    line: line.id,
    row: line.row ?? null,
    supplier: { by, name, nameEn },
    clauses: [...line.clauses],
    version: entered?.version ?? 0,
    closed: entered?.closed ?? false,
    observations: (entered?.observations ?? {}) as SheetRowJson['observations'],
    paper: paperJson(entered),
    changedBy: entered?.changed_by ?? null,
    changedRole: entered?.changed_role ?? null,
    changedAt: entered?.changed_at.toISOString() ?? null,
    own,
    mayChange: changing && own,
  };
}

function paperJson(entered: SheetRow | undefined): SheetRowJson['paper'] {
  if (!entered?.paper) return null;
  const { scan, closes, checkedBy } = entered.paper;
  return { scan, closes, checkedBy };
}
