/** What the columns of an issued table weigh against each other; a character of 9 pt takes about 180. */
export const COLUMN_WEIGHTS = {
  number: 500,
  item: 1250,
  name: 1000,
  requirement: 3000,
  criterion: 4200,
  marks: 650,
  method: 1700,
  supplier: 1400,
  blank: 700,
} as const;
