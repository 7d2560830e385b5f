// Row-level security guards a query but does not lead it to its tenant's machine: every query names tenant_id itself.
import { isSource, isTest } from './violations.mjs';

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const FUNCTION = /^(?=(?:export\s+)?(?:async\s+)?(?:function|const|class)\b)/m;
const QUERY =
  /\b(?:selectFrom|updateTable|deleteFrom|mergeInto)\(\s*['"`]kaohe\.|\b(?:FROM|JOIN|UPDATE|INTO)\s+kaohe\./g;
const JOIN = /\b\w*[jJ]oin\(\s*['"`]kaohe\./g;

/** Each found place with the text up to the next of `ends`, or to the end of the function. */
function reaches(text, pattern, ends) {
  const stops = [...text.matchAll(ends)].map(({ index }) => index);
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    found,
    index,
    reach: text.slice(
      index,
      stops.find((stop) => stop > index),
    ),
  }));
}

/** Queries and joins of tenant tables that do not name tenant_id. */
export function checkQueries(files) {
  const sources = files.filter(({ path }) => /^apps\/server\/src\//.test(path) && isSource(path) && !isTest(path));
  return sources.flatMap(({ path, text }) => {
    const code = text.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '));
    let before = 0;
    return code.split(FUNCTION).flatMap((part) => {
      const start = before;
      before += part.length;
      const either = new RegExp(`${QUERY.source}|${JOIN.source}`, 'g');
      return [...reaches(part, QUERY, QUERY), ...reaches(part, JOIN, either)]
        .filter(({ reach }) => !reach.includes('tenant_id'))
        .map(({ found, index }) => ({
          path,
          line: code.slice(0, start + index).split('\n').length,
          message: `${found}…: name tenant_id in every query of a tenant table`,
        }));
    });
  });
}
