// Fills in a form as a person would: with another reader and writer of workbooks.
import exceljs, { type CellValue, type Worksheet } from '@protobi/exceljs';
import { columnNumber } from '../src/problems/office-problem.js';
import { fieldId } from '../src/workbook/sheet-ids.js';

export type Edit = (sheet: (name: string) => Worksheet) => void;

export async function edited(bytes: Uint8Array, edit: Edit): Promise<Uint8Array> {
  const workbook = await opened(bytes);
  edit((name) => {
    const sheet = workbook.getWorksheet(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export async function opened(bytes: Uint8Array): Promise<InstanceType<typeof exceljs.Workbook>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer as never);
  return workbook;
}

/** The row of a unit's sheet whose hidden id is that of a clause's field. */
export function rowOf(sheet: Worksheet, clause: string, ...path: readonly (string | number)[]): number {
  const id = fieldId(clause, { path, label: '', type: { kind: 'text' } });
  return rowWithId(sheet, id);
}

export function rowWithId(sheet: Worksheet, id: string): number {
  for (let row = 1; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, 1).value === id) return row;
  throw new Error(`no line ${id} in ${sheet.name}`);
}

/** Types into the fact cell of a field; its place. */
export function fill(
  sheet: Worksheet,
  [clause, ...path]: readonly [string, ...(string | number)[]],
  value: CellValue,
): string {
  const place = `F${rowOf(sheet, clause, ...path)}`;
  sheet.getCell(place).value = value;
  return place;
}

export function textAt(sheet: Worksheet | undefined, place: string): string {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
  const { value } = sheet?.getCell(Number(row), columnNumber(letters)) ?? { value: null };
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
