// What every house rule shares: a file is `{ path, text }`, a violation `{ path, line, message }`.

/** A violation for every match of a global pattern in a text; `text` stands in for the file's own when given. */
export function matches({ path, text }, pattern, message) {
  return [...text.matchAll(pattern)].map((match) => ({
    path,
    line: text.slice(0, match.index).split('\n').length,
    message: typeof message === 'string' ? message : message(match),
  }));
}

const NOT_CODE = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** Source text with comments and strings blanked; lines stay where they are. */
export const codeOnly = (text) => text.replace(NOT_CODE, (part) => part.replace(/[^\n]/g, ' '));

export const isSource = (path) => /\.(?:ts|tsx|mjs)$/.test(path);
export const isTest = (path) => /\.test\.tsx?$|\/test\//.test(path);
