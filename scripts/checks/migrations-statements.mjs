// SQL as the rules about migrations read it: statements without comments, each with the line it begins on.
const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:''|[^'])*'|\$(\w*)\$[\s\S]*?\$\1\$|;/g;

/** Comments blanked, and the brackets and commas inside strings, which structure nothing; lines stay where they are. */
function structureOf(sql) {
  return sql.replace(TOKEN, (token) => {
    if (/^(?:--|\/\*)/.test(token)) return token.replace(/[^\n]/g, ' ');
    return token.startsWith("'") ? token.replace(/[(),;]/g, '_') : token;
  });
}

/** The statements of a file: `{ text, line }`. */
export function statementsOf(sql) {
  const code = structureOf(sql);
  const ends = [...code.matchAll(TOKEN)].filter(([token]) => token === ';').map(({ index }) => index);
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts.flatMap((start, index) => {
    const raw = code.slice(start, ends[index]);
    const text = raw.trim();
    const line = code.slice(0, start + raw.indexOf(text)).split('\n').length;
    return text === '' ? [] : [{ text, line }];
  });
}

/** What stands between the bracket at `open` and the one that closes it. */
export function insideBrackets(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  return text.slice(open + 1);
}

/** The parts of a list, divided by the commas outside its brackets. */
export function partsOf(list) {
  let depth = 0;
  const parts = [''];
  for (const character of list) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim().replace(/\s+/g, ' '));
}
