// How the demonstration year writes down what was observed: keys and values of one flow mapping.

export const breached = [['breached', true]];
export const count = (number) => [['count', number]];
export const absent = (part) => [['absent', `[${part}]`]];
export const share = (numerator, denominator) => [
  ['numerator', numerator],
  ['denominator', denominator],
];
export const ratio = (numerator, denominator) => `{ numerator: ${numerator}, denominator: ${denominator} }`;

/** A clause that cannot be broken by the unit; nobody hands in a paper for it. */
export const notApplicable = (clause, reason) => ({
  clause,
  observed: [
    ['notApplicable', true],
    ['reason', reason],
  ],
  paper: false,
});
