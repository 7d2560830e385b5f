/** What does not fit together in a document as a whole; each with the words that show it. */
import type {
  ImportedBand,
  ImportedClause,
  ImportedItem,
  ImportedNote,
  ImportedVeto,
  ImportProblem,
} from '../imported.js';
import { problem, problemAt } from '../problems.js';
import type { NormalText } from '../text/normal-text.js';

/** Words that need something which is not in the document. */
const NAMED: readonly (readonly [string, RegExp])[] = [
  ['rank-dependent', /[^，。；]{0,6}(?:排名|末位|末[两三]位|后[一两三]位|倒数第)[^，。；]{0,6}/g],
  ['relative-to-average', /(?:高于|低于|超过|超出)[^，。；\d]{0,12}平均(?:水平|数|值)?/g],
  [
    'external-data',
    /[^，。；]{0,8}(?:控制指标|控制目标|责任书(?:确定|下达|规定)|另行(?:下达|制定|确定|公布)|(?:前|近)三年平均)[^，。；]{0,4}/g,
  ],
];

export function namedProblems(normal: NormalText): ImportProblem[] {
  return NAMED.flatMap(([code, pattern]) =>
    [...normal.text.matchAll(pattern)].map((match) => {
      const at = match.index ?? 0;
      return problemAt(code, match[0], normal.spanOf(at, at + match[0].length));
    }),
  );
}

/** The word where it is no veto: one that was read as a veto is no problem. */
export function vetoWords(normal: NormalText, vetoes: readonly ImportedVeto[]): ImportProblem[] {
  return [...normal.text.matchAll(/[^，。；]{0,12}一票否决[^，。；]{0,8}/g)].flatMap((match) => {
    const at = match.index ?? 0;
    const span = normal.spanOf(at, at + match[0].length);
    const isVeto = vetoes.some((veto) => veto.span[0] < span[1] && span[0] < veto.span[1]);
    return isVeto ? [] : [problemAt('veto-word-in-requirement', match[0], span)];
  });
}

interface Whole {
  readonly fullMarks: string | null;
  readonly items: readonly ImportedItem[];
  readonly bands: readonly ImportedBand[];
  readonly notes: readonly ImportedNote[];
}

export function checkWhole({ fullMarks, items, bands, notes }: Whole): ImportProblem[] {
  return [...checkSum(fullMarks, items), ...items.flatMap(checkItem), ...checkBands(bands), ...checkNotes(notes)];
}

function checkSum(fullMarks: string | null, items: readonly ImportedItem[]): ImportProblem[] {
  const sum = sumOf(items);
  const differs = fullMarks !== null && sum !== undefined && items.length > 1 && sum !== hundredths(fullMarks);
  return differs ? [{ ...problem('sum-mismatch'), quote: `${sum / 100} / ${fullMarks}` }] : [];
}

/** Marks in hundredths, so that they add up exactly. */
const hundredths = (marks: string): number => Math.round(Number(marks) * 100);

/** The sum in hundredths; nothing where one has no marks. */
function sumOf(marked: readonly { readonly fullMarks: string | null }[]): number | undefined {
  const marks = marked.flatMap(({ fullMarks }) => (fullMarks === null ? [] : [hundredths(fullMarks)]));
  return marks.length < marked.length ? undefined : marks.reduce((total, one) => total + one, 0);
}

/** Rows that do not make up their item, and one deduction that is more than there is to lose. */
function checkItem({ name, fullMarks, rows, clauses }: ImportedItem): ImportProblem[] {
  const outer = rows.filter(({ label, inner }) => label !== '' && !inner);
  const sum = sumOf(outer);
  const differs = outer.length > 1 && sum !== undefined && fullMarks !== null && sum !== hundredths(fullMarks);
  const sums = differs ? [{ ...problem('sum-mismatch'), quote: `${name}：${sum / 100} / ${fullMarks}` }] : [];
  return [...sums, ...exceeding(clauses, Number(fullMarks ?? Number.NaN))];
}

function exceeding(clauses: readonly ImportedClause[], marks: number): ImportProblem[] {
  return clauses.flatMap(({ rules, quote, span }) => {
    const amounts = rules.flatMap((rule) =>
      rule.effect !== 'deduct'
        ? []
        : 'amount' in rule
          ? [rule.amount]
          : 'rungs' in rule
            ? rule.rungs.map(({ amount }) => amount)
            : [],
    );
    return amounts.some((amount) => Number(amount) > marks) ? [problemAt('deduct-exceeds-item', quote, span)] : [];
  });
}

/** Neighbours among bands: one score in two of them, or in none. */
function checkBands(bands: readonly ImportedBand[]): ImportProblem[] {
  const sorted = bands
    .filter(({ from, to }) => from !== null || to !== null)
    .sort((one, other) => Number(other.from ?? -1) - Number(one.from ?? -1));
  return sorted.slice(1).flatMap((lower, index) => {
    const upper = sorted[index];
    if (upper?.from == null || lower.to === null) return [];
    if (Number(lower.to) < Number(upper.from)) return [problemAt('band-gap', lower.quote, lower.span)];
    const shared =
      Number(lower.to) > Number(upper.from) || (lower.toInclusive === true && upper.fromInclusive === true);
    return shared ? [problemAt('band-overlap', lower.quote, lower.span)] : [];
  });
}

/** “分别扣分并累加” beside “就高不就低”. */
function checkNotes(notes: readonly ImportedNote[]): ImportProblem[] {
  const adds = notes.find(({ kind }) => kind === 'accumulate');
  const once = notes.some(({ kind }) => kind === 'highest-only' || kind === 'no-repeat');
  return adds && once ? [problemAt('contradiction', adds.quote, adds.span)] : [];
}
