/**
 * FACTS as a workbook to fill in: one sheet a unit as printed, the registers, the ratings. What no form has a cell for
 * stands in the last sheet, so that `readFactsWorkbook(writeFactsWorkbook(tree)) = tree`.
 */
import { isRawObject, type Program, type RawObject, type RawTree } from '@kaohe/scoring';
import { treeLines } from './facts/tree-lines.js';
import { schemeWords } from './facts/vocabulary.js';
import { COVER_NAME, COVER_WIDTHS, drawCover, isCoverLine } from './workbook/cover-sheet.js';
import { drawListSheet, LIST_HEADER_ROW } from './workbook/draw-list-sheet.js';
import { drawUnitSheet, HEADER_ROW, UNIT_WIDTHS, type UnitSheet } from './workbook/draw-unit-sheet.js';
import { formUnits } from './workbook/form-units.js';
import { listRows } from './workbook/list-rows.js';
import { listSheets } from './workbook/list-sheets.js';
import { addSheet, sheetNames } from './workbook/page-setup.js';
import { BONUS_ROW } from './workbook/sheet-ids.js';
import { type FormUnit, unitLayout } from './workbook/unit-layout.js';

const PROTECTION = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatRows: true,
  formatColumns: true,
} as const;

/** The facts as the bytes of an .xlsx file; `{ units: { 巩义市: {} } }` is an empty form. */
export async function writeFactsWorkbook(program: Program, tree: RawObject): Promise<Uint8Array> {
  const units = formUnits(program, tree);
  const left = new Map<string, RawTree>();
  const forms = units.map((unit) => unitSheet(program, unit, { tree, left }));
  const lines = treeLines(withoutSaid(tree, left), schemeWords(program));
  const lists = listSheets(program, units);
  const rows = listRows(
    lists,
    lines.filter((line) => !isCoverLine(line)),
  );
  const names = sheetNames([COVER_NAME, ...units.map(({ name }) => name), ...lists.map(({ name }) => name)]).slice(1);
  // The library takes a second to load, and only writing needs it.
  const { default: exceljs } = await import('@protobi/exceljs');
  const workbook = new exceljs.Workbook();
  const cover = addSheet(workbook, { name: COVER_NAME, widths: COVER_WIDTHS, headerRow: 2 });
  const sheets = names.map((sheet, index) => ({ sheet, ...(units[index] && { unit: units[index].name }) }));
  const unitNames = drawCover(cover, program, { lines, sheets });
  for (const [index, form] of forms.entries()) {
    const sheet = addSheet(workbook, {
      name: names[index] ?? '',
      widths: UNIT_WIDTHS,
      headerRow: HEADER_ROW,
      frozenColumns: 3,
    });
    drawUnitSheet(sheet, form);
    await sheet.protect('', PROTECTION);
  }
  for (const [index, list] of lists.entries()) {
    const widths = list.columns.map(({ width }) => width);
    const name = names[forms.length + index] ?? '';
    const sheet = addSheet(workbook, { name, widths, headerRow: LIST_HEADER_ROW, frozenColumns: 2 });
    drawListSheet(sheet, list, { rows: rows.get(list) ?? [], units: unitNames });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** One unit's sheet; what its cells do not say is left for the other sheets. */
function unitSheet(
  program: Program,
  unit: FormUnit,
  { tree, left }: { readonly tree: RawObject; readonly left: Map<string, RawTree> },
): UnitSheet {
  const stated = isRawObject(tree.units) ? tree.units[unit.name] : undefined;
  const facts = isRawObject(stated) ? stated : {};
  const observations = isRawObject(facts.observations) ? facts.observations : {};
  const said = new Set<string>();
  const lines = unitLayout(program, unit, { observations, said });
  const closed = closedRows(program, unit, facts.closed);
  const rest = Object.fromEntries(Object.entries(observations).filter(([clause]) => !said.has(clause)));
  const { observations: all, closed: rows, ...others } = facts;
  left.set(unit.name, {
    ...others,
    ...(all !== undefined &&
      (said.size === 0 || Object.keys(rest).length > 0) && { observations: said.size > 0 ? rest : all }),
    ...(rows !== undefined && closed === undefined && { closed: rows }),
  });
  const sheet = program.sheets.get(unit.sheet)?.sheet;
  const { period } = program.scheme;
  return {
    unit: unit.name,
    title: `${sheet?.title ?? ''}（事实填写表）`,
    subtitle: `被考核单位：${unit.name}　　考核时限：${period.from} 至 ${period.to}　　满分：${sheet?.fullMarks ?? ''}分`,
    lines,
    closed: closed ?? new Set(),
  };
}

/** The rows the sheet's cells can close; undefined where they would not give the list back as it is. */
function closedRows(
  program: Program,
  unit: FormUnit,
  closed: RawTree | undefined,
): ReadonlySet<string> | 'all' | undefined {
  if (closed === 'all') return 'all';
  if (!Array.isArray(closed) || closed.length === 0) return undefined;
  const items = program.sheets.get(unit.sheet)?.items ?? [];
  const printed = [...items.flatMap(({ item }) => item.rows.map((row) => row.id)), BONUS_ROW];
  const inOrder = printed.filter((row) => closed.includes(row));
  const isSame = inOrder.length === closed.length && inOrder.every((row, index) => row === closed[index]);
  return isSame ? new Set(inOrder) : undefined;
}

/** The tree without what the units' sheets say; a unit of which nothing is left is said by its sheet. */
function withoutSaid(tree: RawObject, left: ReadonlyMap<string, RawTree>): RawObject {
  if (!isRawObject(tree.units) || left.size === 0) return tree;
  const { units, ...others } = tree;
  const rest = Object.entries(tree.units).flatMap(([name, facts]) => {
    const remaining = left.get(name) ?? facts;
    return left.has(name) && isRawObject(remaining) && Object.keys(remaining).length === 0
      ? []
      : [[name, remaining] as const];
  });
  return { ...others, ...(rest.length > 0 && { units: Object.fromEntries(rest) }) };
}
