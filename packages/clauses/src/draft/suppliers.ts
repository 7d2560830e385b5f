/** Who supplies a row, as far as the document prints it: in a column of its own, or as “市安委办提供”. Everything else is the team. */
import type { ImportedItem, ImportedRow } from '../imported.js';
import { printedCell } from '../printed-rows.js';
import type { DraftRow, DraftSupplier } from './draft-frame.js';

const OFFICE = /(?:安委会?办|(?:委员会|领导小组|指挥部|安委会|考核)办公室|考核办)$/;
const BODY = /(?:局|办|委|中心|队|处|科|厅|院|站|政府|部|公司|室|会|所|集团|学校|银行|法院)$/;
const TEAM = /考[核评]组$|检查组$/;
const SUPPLIED = /^(?:由)?([\u4e00-\u9fa5、]{2,24}?)(?:负责)?提供/;

/** Rows of an item with their suppliers: a cell left empty below a name goes on with it, as merged cells do. */
export function startRows({ rows }: ImportedItem, source: string): DraftRow[] {
  let above: DraftSupplier | undefined;
  return rows.flatMap(({ label, fullMarks, span, printed }: ImportedRow): DraftRow[] => {
    if (span === null) return [];
    const textOf = (kind: 'supplier' | 'method') =>
      printed
        .filter((cell) => cell.kind === kind)
        .map((cell) => printedCell(source, cell.span))
        .join('');
    const stated = textOf('supplier');
    const named = stated === '' ? undefined : supplierNamed(stated);
    if (stated !== '') above = named;
    const method = SUPPLIED.exec(textOf('method').replace(/\s/g, ''))?.[1];
    const supplier =
      named ?? (stated === '' ? above : undefined) ?? (method === undefined ? undefined : supplierNamed(method));
    return [{ label, fullMarks: fullMarks ?? '', span, cells: printed, ...(supplier && { supplier }) }];
  });
}

/** Whom the words name; nothing where they name nobody. */
export function supplierNamed(words: string): DraftSupplier | undefined {
  const name = words.replace(/\s/g, '').replace(/提供$/, '');
  if (name.length > 40) return undefined;
  if (TEAM.test(name)) return { by: 'team', name };
  if (OFFICE.test(name)) return { by: 'office', name };
  return BODY.test(name) ? { by: 'division', name } : undefined;
}
