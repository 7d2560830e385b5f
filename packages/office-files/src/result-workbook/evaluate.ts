/** Works a formula out as the office programs do: on binary numbers, which whole numbers below 10¹² never notice. */
import type { CellContent, Expression, FunctionName, GridCell, Operator, Scalar, Value } from './expression.js';

/** What a program shows for the cell. */
export function cellValue(cell: GridCell): Value {
  if (cell.value === undefined) cell.value = workOut(cell.content);
  return cell.value;
}

function workOut(content: CellContent): Value {
  switch (content.kind) {
    case 'fact':
      return content.value === '' ? null : content.value;
    case 'words':
      return content.text === '' ? null : content.text;
    case 'parameter':
      return content.value;
    default:
      return evaluate(content.formula);
  }
}

function evaluate(formula: Expression): Value {
  switch (formula.kind) {
    case 'literal':
      return formula.value;
    case 'cell':
      return cellValue(formula.cell);
    case 'range':
      return formula.cells.map((cell) => single(cellValue(cell)));
    case 'binary':
      return spread(evaluate(formula.left), evaluate(formula.right), (left, right) =>
        operate(formula.operator, left, right),
      );
    default:
      return applied(formula.name, formula.inputs);
  }
}

/** Value by value where one side is a range. */
function spread(left: Value, right: Value, operation: (left: Scalar, right: Scalar) => Scalar): Value {
  if (!isRange(left) && !isRange(right)) return operation(left, right);
  const length = isRange(left) ? left.length : isRange(right) ? right.length : 0;
  const at = (value: Value, index: number): Scalar => (isRange(value) ? (value[index] ?? null) : value);
  return Array.from({ length }, (_, index) => operation(at(left, index), at(right, index)));
}

const isRange = (value: Value): value is readonly Scalar[] => Array.isArray(value);

function operate(operator: Operator, left: Scalar, right: Scalar): Scalar {
  switch (operator) {
    case '+':
      return number(left) + number(right);
    case '-':
      return number(left) - number(right);
    case '*':
      // Nothing has no sign.
      return number(left) * number(right) + 0;
    case '/':
      return number(left) / number(right);
    case '&':
      return `${left ?? ''}${right ?? ''}`;
    default:
      return compares(operator, order(left, right));
  }
}

function compares(operator: '=' | '<>' | '<' | '<=' | '>' | '>=', order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Numbers before texts; an empty cell is whichever is asked for. */
function order(left: Scalar, right: Scalar): number {
  if (typeof left === 'string' || typeof right === 'string') return textOrder(left, right);
  return Math.sign(number(left) - number(right));
}

function textOrder(left: Scalar, right: Scalar): number {
  if (typeof left === 'number') return -1;
  if (typeof right === 'number') return 1;
  const [a, b] = [left ?? '', right ?? ''];
  return a === b ? 0 : a < b ? -1 : 1;
}

/** An empty cell counts as nothing; no formula may count with a text. */
function number(value: Scalar): number {
  if (typeof value === 'string') throw new TypeError(`a formula counts with a text: ${value}`);
  return Number(value);
}

function single(value: Value): Scalar {
  if (isRange(value)) throw new TypeError('a range where one value is needed');
  return value;
}

const truth = (value: Value): boolean => single(value) === true || number(single(value)) !== 0;

type Calculation = (inputs: readonly Value[]) => Value;

const flat = (inputs: readonly Value[]): Scalar[] => inputs.flatMap((value) => (isRange(value) ? value : [value]));
/** Functions over ranges leave texts out. */
const numbers = (inputs: readonly Value[]): number[] =>
  flat(inputs).filter((value): value is number => typeof value === 'number');
const ranked = (inputs: readonly Value[]) => [...numbers(inputs.slice(0, 1))].sort((a, b) => a - b);
const nth = (inputs: readonly Value[]) => number(single(inputs[1] ?? 0));

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function rounded(value: number, digits: number): number {
  const shift = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * shift)) / shift;
}

const CALCULATIONS: Readonly<Record<Exclude<FunctionName, 'IF'>, Calculation>> = {
  ABS: ([value = 0]) => Math.abs(number(single(value))),
  AND: (inputs) => inputs.every(truth),
  COUNT: (inputs) => numbers(inputs).length,
  EXACT: ([left = '', right = '']) => spread(left, right, (a, b) => `${a ?? ''}` === `${b ?? ''}`),
  GCD: (inputs) => numbers(inputs).reduce(divisor),
  INT: ([value = 0]) => Math.floor(number(single(value))),
  ISNUMBER: ([value = '']) =>
    isRange(value) ? value.map((one) => typeof one === 'number') : typeof value === 'number',
  LARGE: (inputs) => ranked(inputs)[numbers(inputs.slice(0, 1)).length - nth(inputs)] ?? 0,
  LCM: (inputs) => numbers(inputs).reduce((a, b) => (a / divisor(a, b)) * b, 1),
  MAX: (inputs) => Math.max(...numbers(inputs)),
  MIN: (inputs) => Math.min(...numbers(inputs)),
  MOD: ([value = 0, by = 1]) => {
    const [n, d] = [number(single(value)), number(single(by))];
    return n - d * Math.floor(n / d);
  },
  OR: (inputs) => inputs.some(truth),
  ROUND: ([value = 0, digits = 0]) => rounded(number(single(value)), number(single(digits))),
  SMALL: (inputs) => ranked(inputs)[nth(inputs) - 1] ?? 0,
  SUM: (inputs) => numbers(inputs).reduce((sum, value) => sum + value, 0),
  SUMPRODUCT: (inputs) => {
    const product = inputs.reduce((left, right) => spread(left, right, (a, b) => number(a) * number(b)));
    return flat([product]).reduce<number>((sum, value) => sum + number(value), 0);
  },
};

function applied(name: FunctionName, inputs: readonly Expression[]): Value {
  if (name !== 'IF') return CALCULATIONS[name](inputs.map(evaluate));
  // Only the side that is taken is worked out, as the programs do.
  const [test, yes, no] = inputs;
  if (!test || !yes || !no) throw new RangeError('IF needs three inputs');
  return evaluate(truth(evaluate(test)) ? yes : no);
}
