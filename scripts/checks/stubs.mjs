// A test that does not run, or runs alone, is no test; unfinished code is not committed.
import { isSource, isTest, matches } from './violations.mjs';

const SET_ASIDE =
  /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|fails)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\s*\(/g;
// Put together from parts, so that this file does not hold what it looks for.
const UNFINISHED = new RegExp(
  `\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b|\\b(?:not ${'implemented'}|un${'implemented'})\\b`,
  'g',
);

/** Tests set aside (`runIf` states its condition and is allowed) and marks of unfinished code. */
export function checkStubs(files) {
  const sources = files.filter(({ path }) => isSource(path));
  return sources.flatMap((file) => [
    ...(isTest(file.path) ? matches(file, SET_ASIDE, ([found]) => `${found}: every test runs`) : []),
    ...matches(file, UNFINISHED, ([found]) => `${found}: finish it or file it`),
  ]);
}
