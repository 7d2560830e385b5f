// One word for one thing: the banned synonyms are the last column of docs/glossary.md.
// A synonym in `code` is banned in identifiers, a plain one in prose as well.
import { codeOnly, isSource, matches } from './violations.mjs';

const GLOSSARY = 'docs/glossary.md';

/** Uses of a banned word that mean something else. */
export const EXCEPTIONS = [
  { path: GLOSSARY, word: '*', reason: 'lists the banned words' },
  { path: 'scripts/checks/glossary.test.ts', word: '*', reason: 'shows that they are found' },
];

const isProse = (path) => isSource(path) || /\.(?:md|yaml|html)$/.test(path);

/** The banned words of the glossary's table: `{ word, term, identifiersOnly }`. */
export function bannedWords(markdown) {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|') && !/^\|\s*(?:-|中文)/.test(line));
  return rows.flatMap((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    const words = (cells[4] ?? '').split(/\s*,\s*/).filter(Boolean);
    return words.map((word) => ({
      word: word.replaceAll('`', ''),
      term: cells[2].replaceAll('`', ''),
      identifiersOnly: word.startsWith('`'),
    }));
  });
}

/** "a b" also matches aB, a-b and A_B. */
function patternOf(word) {
  const parts = word.split(/[\s-]|(?<=[a-z])(?=[A-Z])/);
  return new RegExp(parts.join('[\\s_-]?'), 'gi');
}

const isException = (path, word) =>
  EXCEPTIONS.some((exception) => exception.path === path && ['*', word].includes(exception.word));

function usesOf({ word, term, identifiersOnly }, file) {
  if (isException(file.path, word) || (identifiersOnly && !isSource(file.path))) return [];
  const text = identifiersOnly ? codeOnly(file.text) : file.text;
  return matches({ path: file.path, text }, patternOf(word), ([found]) => `"${found}": the glossary says ${term}`);
}

/** Banned synonyms in identifiers and documents. */
export function checkGlossary(files) {
  const glossary = files.find(({ path }) => path === GLOSSARY);
  if (!glossary) return [{ path: GLOSSARY, line: 1, message: 'the glossary is missing' }];
  const words = bannedWords(glossary.text);
  return files.filter(({ path }) => isProse(path)).flatMap((file) => words.flatMap((word) => usesOf(word, file)));
}
