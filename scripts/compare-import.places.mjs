// Where the clauses of a scheme stand in a text, and which clauses of the importer stand there.

const pieces = (cell) => (typeof cell === 'string' ? [cell] : cell);

/** Every clause of the scheme with its place; a row is looked for behind the row before it. */
export function placedClauses(scheme, text) {
  const placed = [];
  let at = 0;
  for (const item of scheme.sheets.flatMap(({ items }) => items)) {
    for (const row of item.rows) {
      const places = pieces(row.criterion).map((piece) => {
        const from = text.indexOf(piece, at);
        if (from < 0) throw new Error(`${row.id} is not in the text: ${piece}`);
        at = from + piece.length;
        return [from, at];
      });
      let from = 0;
      for (const clause of row.clauses) {
        const found = placeIn(text, places, { quote: clause.quote, from });
        from = found[1];
        placed.push({ clause, item, span: found });
      }
    }
  }
  return placed;
}

function placeIn(text, places, { quote, from }) {
  for (const [start, end] of places) {
    const found = text.indexOf(quote, Math.max(start, from));
    if (found >= 0 && found < end) return [found, found + quote.length];
  }
  throw new Error(`not in its row: ${quote}`);
}

const overlap = (one, other) => one[0] < other[1] && other[0] < one[1];

/** Clauses that stand over each other, from both sides, as groups; and what the importer has over. */
export function groupsOf(placed, read) {
  const groups = [];
  const over = [];
  for (const one of placed) {
    const clauses = read.filter(({ span }) => overlap(span, one.span));
    const shared = groups.at(-1);
    if (shared?.clauses.some((clause) => clauses.includes(clause))) {
      shared.hands.push(one);
      shared.clauses.push(...clauses.filter((clause) => !shared.clauses.includes(clause)));
    } else groups.push({ hands: [one], clauses });
  }
  for (const clause of read) if (!groups.some(({ clauses }) => clauses.includes(clause))) over.push(clause);
  return { groups, over };
}
