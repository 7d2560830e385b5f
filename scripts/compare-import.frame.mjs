// Bonus, vetoes, grades and composition of a scheme, and whether the importer found each with the same numbers.

const plain = (text) => text.replace(/[\s，。；：,;:.、（）()“”—-]/g, '');
const near = (one, other) => plain(one).includes(plain(other)) || plain(other).includes(plain(one));
const numbers = (texts) =>
  texts
    .map(Number)
    .sort((one, other) => one - other)
    .join();

/** One row for each sentence of the scheme: not found, found with other numbers, or equal. */
export function frameRows(scheme, read) {
  const { bonus, vetoes, gradeBands, sheets } = scheme;
  const composition = sheets.flatMap(({ parts }) => parts).filter(({ form }, _, all) => form ?? all.length > 1);
  return [
    ...bonus.kinds.map((kind) =>
      rowOf(
        { name: `bonus ${kind.kind}`, quote: kind.quote },
        read.bonus,
        (clause) => numbers(amountsOf(clause)) === numbers(wanted(kind, bonus)),
      ),
    ),
    ...vetoes.map(({ id, quote }) => rowOf({ name: `veto ${id}`, quote }, read.vetoes, () => true)),
    ...gradeBands.map(({ grade, from, quote }) =>
      rowOf(
        { name: `grade ${grade}`, quote },
        read.gradeBands,
        (band) => band.grade === grade && (from ?? null) === band.from,
      ),
    ),
    ...composition.map(({ id, weight, quote }) =>
      rowOf({ name: `part ${id}`, quote }, read.composition, (part) => part.weight === weight),
    ),
  ];
}

/** A kind without amounts is worth what the assessor gives, up to the cap. */
function wanted({ levels, amount }, { cap }) {
  return levels ? Object.values(levels) : [amount ?? cap];
}

function amountsOf({ rules }) {
  return rules.flatMap(({ rungs, amount, range }) =>
    rungs ? rungs.map((rung) => rung.amount) : amount ? [amount] : [range?.[1] ?? '0'],
  );
}

function rowOf({ name, quote }, read, isSame) {
  const found = read.filter((one) => near(one.quote, quote));
  const same = found.find(isSame);
  const outcome =
    found.length === 0 ? 'not found' : same === undefined ? `differs (${found[0].status})` : outcomeOf(same);
  return { name, quote, outcome };
}

const outcomeOf = ({ status = 'read' }) => (status === 'read' ? 'equal' : 'asked, equal');
