/** A cell's formula as data: it is printed for the file and worked out for the stored value from the same tree. */

/** `null` is an empty cell: it counts as nothing, and equals the empty text. */
export type Scalar = number | string | boolean | null;
export type Value = Scalar | readonly Scalar[];

export type CellLook =
  | 'title'
  | 'subtitle'
  | 'head'
  | 'section'
  | 'body'
  | 'centered'
  | 'input'
  | 'scaled'
  | 'marks'
  | 'total'
  | 'note';

export type CellContent =
  /** A fact somebody entered: the only typed numbers. Blank where it is not known. */
  | { readonly kind: 'fact'; readonly value: number | string }
  | { readonly kind: 'words'; readonly text: string }
  /** A parameter of the scheme. */
  | { readonly kind: 'parameter'; readonly value: number }
  | { readonly kind: 'formula'; readonly formula: Expression };

export interface GridCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** `F12` */
  readonly address: string;
  readonly look: CellLook;
  content: CellContent;
  /** Worked out once. */
  value: Value | undefined;
}

export type Operator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '&';

/** Functions that Excel 2010, WPS and LibreOffice share and give the same whole numbers for. */
export type FunctionName =
  | 'ABS'
  | 'AND'
  | 'COUNT'
  | 'EXACT'
  | 'GCD'
  | 'IF'
  | 'INT'
  | 'ISNUMBER'
  | 'LARGE'
  | 'LCM'
  | 'MAX'
  | 'MIN'
  | 'MOD'
  | 'OR'
  | 'ROUND'
  | 'SMALL'
  | 'SUM'
  | 'SUMPRODUCT';

export type Expression =
  | { readonly kind: 'literal'; readonly value: number | string }
  | { readonly kind: 'cell'; readonly cell: GridCell }
  /** A rectangle of one sheet, named by its corners. */
  | { readonly kind: 'range'; readonly cells: readonly GridCell[] }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly inputs: readonly Expression[] };

/** What stands for a number, a text or a cell where a formula is built. */
export type Operand = Expression | GridCell | number | string;

export function expression(operand: Operand): Expression {
  if (typeof operand === 'number' || typeof operand === 'string') return { kind: 'literal', value: operand };
  return 'address' in operand ? { kind: 'cell', cell: operand } : operand;
}

export function range(cells: readonly GridCell[]): Expression {
  return { kind: 'range', cells };
}

export function call(name: FunctionName, ...inputs: readonly Operand[]): Expression {
  return { kind: 'call', name, inputs: inputs.map(expression) };
}

function binary(operator: Operator, left: Operand, right: Operand): Expression {
  return { kind: 'binary', operator, left: expression(left), right: expression(right) };
}

export const plus = (left: Operand, right: Operand): Expression =>
  isZero(left) ? expression(right) : isZero(right) ? expression(left) : binary('+', left, right);
export const minus = (left: Operand, right: Operand): Expression =>
  isZero(right) ? expression(left) : binary('-', left, right);
export const times = (left: Operand, right: Operand): Expression =>
  isZero(left) || isZero(right)
    ? expression(0)
    : isOne(left)
      ? expression(right)
      : isOne(right)
        ? expression(left)
        : binary('*', left, right);
export const over = (left: Operand, right: Operand): Expression =>
  isOne(right) ? expression(left) : binary('/', left, right);
export const same = (left: Operand, right: Operand): Expression => binary('=', left, right);
export const differs = (left: Operand, right: Operand): Expression => binary('<>', left, right);
export const below = (left: Operand, right: Operand): Expression => binary('<', left, right);
export const atMost = (left: Operand, right: Operand): Expression => binary('<=', left, right);
export const above = (left: Operand, right: Operand): Expression => binary('>', left, right);
export const atLeast = (left: Operand, right: Operand): Expression => binary('>=', left, right);
export const joined = (left: Operand, right: Operand): Expression => binary('&', left, right);
export const when = (test: Operand, yes: Operand, no: Operand): Expression => call('IF', test, yes, no);
export const both = (...tests: readonly Operand[]): Expression => call('AND', ...tests);
export const either = (...tests: readonly Operand[]): Expression => call('OR', ...tests);
export const smallest = (...values: readonly Operand[]): Expression => call('MIN', ...values);
export const largest = (...values: readonly Operand[]): Expression => call('MAX', ...values);

export const sumOf = (values: readonly Operand[]): Expression =>
  values.map(expression).reduce<Expression>((sum, value) => plus(sum, value), expression(0));

/** A value held between a floor and a ceiling. */
export const within = (value: Operand, low: Operand, high: Operand): Expression => largest(low, smallest(high, value));

/** So many counts of what every row of equally long ranges fulfils. */
export const countWhere = (...tests: readonly Expression[]): Expression =>
  call(
    'SUMPRODUCT',
    tests.reduce<Expression>((left, right) => binary('*', left, right), expression(1)),
  );

export const isBlank = (cell: Operand): Expression => same(cell, '');
export const isGiven = (cell: Operand): Expression => differs(cell, '');

function isZero(operand: Operand): boolean {
  const { kind, ...rest } = expression(operand);
  return kind === 'literal' && 'value' in rest && rest.value === 0;
}

function isOne(operand: Operand): boolean {
  const { kind, ...rest } = expression(operand);
  return kind === 'literal' && 'value' in rest && rest.value === 1;
}
