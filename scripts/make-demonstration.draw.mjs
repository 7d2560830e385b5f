// Chance with a fixed seed, and flow mappings: what every part of the demonstration year is drawn and written with.

/** A small generator of numbers in [0, 1): the same on every machine. */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const below = (random, limit) => Math.floor(random() * limit);
export const rowOf = (clause) => clause.split('.')[0];
export const flow = (entries) => `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
export const periods = (prefix, counts) => flow(counts.map((count, index) => [`${prefix}${index + 1}`, count]));

/** One draw; undefined where it ends on points that no finding left is worth. */
function drawOnce(random, findings, points) {
  const left = [...findings];
  const drawn = [];
  let rest = points;
  while (rest > 0) {
    const fitting = left.filter(({ cost }) => cost <= rest);
    if (fitting.length === 0) return undefined;
    const finding = fitting[below(random, fitting.length)];
    left.splice(left.indexOf(finding), 1);
    drawn.push(finding);
    rest -= finding.cost;
  }
  return drawn;
}

/** Findings worth exactly `points`, drawn among those there are; a draw that gets stuck is drawn again. */
export function drawFindings(random, findings, { name, points }) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const drawn = drawOnce(random, findings, points);
    if (drawn) return drawn;
  }
  throw new Error(`${name}: the findings it can have are not worth ${points} points`);
}

/** Marks of single raters around the mean that add up to the sum, in halves. */
export function drawBallots(random, sum, count) {
  const halves = sum * 2;
  const marks = Array.from({ length: count }, (_, index) => Math.floor((halves + index) / count));
  for (let step = 0; step < count * 3; step += 1) {
    const [up, down] = [below(random, count), below(random, count)];
    if (up === down || marks[up] >= 20 || marks[down] <= 12 || marks[up] - marks[down] > 2) continue;
    marks[up] += 1;
    marks[down] -= 1;
  }
  return marks.map((mark) => mark / 2);
}
