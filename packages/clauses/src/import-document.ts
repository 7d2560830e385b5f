/** The text of an assessment document → its scheme as far as it can be read, every clause with its place and how certain it is. */
import { checkWhole, namedProblems, vetoWords } from './frame/checks.js';
import { calendarOf, compositionOf } from './frame/composition.js';
import { gradeBandsIn } from './frame/grade-bands.js';
import { notesIn } from './frame/notes.js';
import { vetoesIn } from './frame/vetoes.js';
import type { ImportedClause, ImportedItem, ImportedScheme, ImportedVeto, ImportProblem } from './imported.js';
import type { OutlineItem, OutlineRow } from './layout/outline.js';
import { readLayout } from './layout/read-layout.js';
import { printedColumns, printedPart, printedRows } from './printed-rows.js';
import { problem } from './problems.js';
import type { Act } from './sentences/acts.js';
import { type Phrase, phrasesOf } from './sentences/phrases.js';
import { readRow } from './sentences/read-row.js';
import type { RowClause, Surroundings } from './sentences/reading.js';
import { tabbedFromCommas } from './text/comma-separated.js';
import { LONGEST_ROW, type NormalText, normalText } from './text/normal-text.js';
import type { Span } from './text/span.js';

interface RowText {
  /** The whole document as it was given. */
  readonly source: string;
  readonly row: OutlineRow;
  readonly normal: NormalText;
  readonly phrases: readonly Phrase[];
}

interface DocumentWords {
  readonly inclusive: boolean;
  readonly highestOnly: boolean;
  readonly gluedMarks: boolean;
}

/** Five times the longest document known. */
const LONGEST_DOCUMENT = 200_000;

export function importDocument(source: string): ImportedScheme {
  const raw = tabbedFromCommas(source.slice(0, LONGEST_DOCUMENT));
  const layout = readLayout(raw);
  const texts = layout.items.map((item) =>
    withPart(
      item,
      item.rows.map((row) => rowText(source, normalText(raw, row.cells), row)),
    ),
  );
  const all = texts.flatMap(({ rows }) => rows);
  const whole = all.map(({ normal }) => normal.text).join('\n');
  const words: DocumentWords = {
    inclusive: /“?以上”?[^。；]{0,14}(?:含|包含)本数/.test(whole),
    highestOnly: /就高不就低|取最高|只计最高|按最高/.test(whole),
    gluedMarks: all.filter(({ phrases }) => phrases.some(({ glued }) => glued !== undefined)).length > 2,
  };
  const quoted = quotedFrom(source);
  const bands = texts.flatMap((text) =>
    text.rows.flatMap(({ normal }) => gradeBandsIn(normal, isFraming(text) ? 'frame' : 'rows')),
  );
  const vetoes = texts.flatMap((text) => vetoesIn({ ...text, frames: isFraming(text) }, bands));
  const read = texts.map(({ item, rows }) => readItem(item, rows, { words, vetoes }));
  const scored = read.filter(isScored);
  const fullMarks = fullMarksOf(
    whole,
    scored.map(({ item }) => item),
  );
  const stretches = texts.filter(isFraming).map(({ rows }) => rows.map(({ normal }) => normal));
  const framing = stretches.flat();
  const notes = framing.flatMap(notesIn).map(quoted);
  const items = scored.map(
    ({ item, start, clauses }): ImportedItem => ({
      name: item.name,
      fullMarks: item.fullMarks ?? null,
      start,
      rows: printedRows(source, item),
      clauses,
    }),
  );
  return {
    title: layout.title,
    fullMarks,
    columns: printedColumns(scored.map(({ item }) => item)),
    items,
    bonus: read.filter(({ item }) => item.part !== 'item').flatMap(({ clauses }) => clauses),
    vetoes: vetoes.map(quoted),
    gradeBands: bands.map(quoted),
    notes,
    composition: compositionOf(stretches).map(quoted),
    calendar: calendarOf(framing).map(quoted),
    parts: read.flatMap((one, index) => {
      if (isScored(one)) return [];
      const place = read.slice(0, index).some(isScored) ? 'below' : 'above';
      return printedPart(source, one.item).map((part) => ({ place, ...part }));
    }),
    problems: [
      ...(source.length > LONGEST_DOCUMENT ? [problem('document-too-long')] : []),
      ...layout.problems,
      ...texts.flatMap((text) => problemsOf(text, vetoes)),
      ...checkWhole({ fullMarks, items, bands, notes }),
    ],
  };
}

/** What has a place, with the words that stand there. */
function quotedFrom(source: string) {
  return <Placed extends { readonly span: Span }>(placed: Placed) => ({
    ...placed,
    quote: source.slice(...placed.span),
  });
}

interface PartText {
  readonly item: OutlineItem;
  readonly rows: readonly RowText[];
}

function problemsOf({ item, rows }: PartText, vetoes: readonly ImportedVeto[]): ImportProblem[] {
  return rows.flatMap((row) => {
    const long = row.normal.text.length > LONGEST_ROW ? [problem('row-too-long')] : [];
    return [...long, ...(item.part === 'item' ? vetoWords(row.normal, vetoes) : []), ...namedProblems(row.normal)];
  });
}

function rowText(source: string, normal: NormalText, row: OutlineRow): RowText {
  const phrases = phrasesOf(normal.text).filter(({ act }) => act.kind !== 'formula' || !OF_THE_TOTAL.test(act.words));
  return { source, row, normal, phrases };
}

/** How the total is put together scores nothing by itself. */
const OF_THE_TOTAL = /总分|各项得分|实际?得分|应得分|总得分|综合得分|最终得分/;

/** What frames the rows, and stretches in which nothing scores. */
const isFraming = ({ item, rows }: PartText): boolean =>
  item.part !== 'item' || rows.every(({ phrases }) => phrases.length === 0);

/** A stretch that scores sentence after sentence is an item, whatever its heading looked like. */
function withPart(item: OutlineItem, rows: readonly RowText[]): PartText {
  if (item.part === 'item' || item.part === 'bonus') return { item, rows };
  const scoring = rows
    .flatMap(({ phrases }) => phrases)
    .filter(({ act }) => !/[加奖]/.test(act.words) && /amount|nothing|open|points/.test(act.kind));
  return scoring.length < MOST_IN_FRAME ? { item, rows } : { item: { ...item, part: 'item' }, rows };
}

const MOST_IN_FRAME = 5;

/** “防返贫监测（10分）。” above rows （1）, （2） is their heading. */
const ONLY_NAME = /^[^，。；]{2,30}（\d{1,3}(?:\.5)?分）[。：]?$/;

interface Known {
  readonly words: DocumentWords;
  readonly vetoes: readonly ImportedVeto[];
}

interface ReadItem {
  readonly item: OutlineItem;
  readonly start: 'full' | 'zero';
  readonly clauses: readonly ImportedClause[];
}

function readItem(item: OutlineItem, rows: readonly RowText[], { words, vetoes }: Known): ReadItem {
  const start = startOf(rows.flatMap(({ phrases }) => withoutHeading(phrases)));
  const clauses = rows.flatMap((text, index) => {
    if (rows[index + 1]?.row.inner && ONLY_NAME.test(text.normal.text)) return [];
    const around = surroundingsOf(item, text, { words, start });
    const phrases = wantedPhrases(item, text, { vetoes, start }).map((phrase) =>
      words.gluedMarks ? { ...phrase, glued: undefined } : phrase,
    );
    return readRow(text.normal, phrases, around).map((clause) => clauseOf(text, clause, item));
  });
  return { item, start, clauses };
}

const isScored = ({ item, clauses }: ReadItem): boolean => item.part === 'item' && clauses.length > 0;

function surroundingsOf(
  item: OutlineItem,
  { row, phrases }: RowText,
  { words, start }: { words: DocumentWords; start: 'full' | 'zero' },
): Surroundings {
  const acts = phrases.map(({ act }) => act);
  const printed = phrases.flatMap(({ act, glued }) =>
    act.kind === 'points' ? [] : glued === undefined ? [] : [glued],
  );
  const awarded = acts
    .filter(({ kind }) => kind === 'points')
    .reduce((sum, { numbers }) => sum + Number(numbers[0] ?? 0), 0);
  const rowMarks = row.fullMarks ?? (printed.length === 1 ? printed[0] : undefined);
  return {
    start,
    rowMarks,
    part: item.part,
    inclusive: words.inclusive,
    highestOnly: words.highestOnly,
    amounts: acts.filter(({ kind }) => kind === 'amount').flatMap(({ numbers }) => numbers),
    marksAddUp: row.fullMarks !== undefined && Number(row.fullMarks) === awarded,
  };
}

/** Outside of items only what is added scores, and what no veto has taken. */
function wantedPhrases(
  { part }: OutlineItem,
  { row, normal, phrases }: RowText,
  { vetoes, start }: { vetoes: readonly ImportedVeto[]; start: 'full' | 'zero' },
): readonly Phrase[] {
  const vetoed = (phrase: Phrase): boolean => {
    const [from, to] = normal.spanOf(phrase.act.from, phrase.act.to);
    return vetoes.some(({ span }) => span[0] < to && from < span[1]);
  };
  if (part === 'item') {
    const scoring = phrases.some(({ act }) => act.kind !== 'points');
    const awards = phrases.some(({ act }) => act.kind !== 'points' && act.effect === 'award');
    const [first, second] = phrases;
    const isNamed =
      second?.act.kind === 'points' && row.fullMarks !== undefined && first?.act.numbers[0] === row.fullMarks;
    const wanted = phrases.filter(
      (phrase) => !vetoed(phrase) && !(isNamed && phrase === first && first.act.kind === 'points'),
    );
    if (!scoring || (start === 'zero' && !awards)) return wanted;
    // The row's own marks come first; behind a requirement of its own a mark is scored where nothing is full from the start.
    return wanted.filter(
      ({ act }, index) => act.kind !== 'points' || !act.words.startsWith('（') || (start === 'zero' && index > 0),
    );
  }
  const added = ({ act }: Phrase): boolean =>
    act.effect === 'award' && /加|奖|抵/.test(act.words) && /amount|amounts|open|range|missing/.test(act.kind);
  const lost = ({ act }: Phrase): boolean =>
    act.effect === 'deduct' && /amount/.test(act.kind) && /[扣减]/.test(act.words);
  return phrases.filter((phrase) => !vetoed(phrase) && (added(phrase) || (part !== 'preamble' && lost(phrase))));
}

/** “电线（8分）。私拉乱接的扣2分”: the marks of a row, with what it loses behind them. */
function withoutHeading(phrases: readonly Phrase[]): readonly Phrase[] {
  const [first, second] = phrases;
  const heads = first?.act.kind === 'points' && first.lead.length <= 6 && second?.act.effect === 'deduct';
  return heads ? phrases.slice(1) : phrases;
}

/** An item starts at zero where more of its sentences give than take. */
function startOf(phrases: readonly Phrase[]): 'full' | 'zero' {
  const gives = (act: Act): boolean =>
    act.effect === 'award' &&
    /^(?:amount|amounts|open|range|formula|points)$/.test(act.kind) &&
    !/[加奖]/.test(act.words);
  let [given, taken] = [0, 0];
  for (const [index, { act, separator }] of phrases.entries()) {
    const before = phrases[index - 1];
    if (gives(act)) given += before && gives(before.act) && separator === '，' ? 0 : 1;
    else if (
      act.effect === 'deduct' &&
      !(before && gives(before.act) && (act.kind === 'nothing' || separator === '，'))
    )
      taken += 1;
  }
  return given > taken ? 'zero' : 'full';
}

function clauseOf(
  { source, row, normal }: RowText,
  { pattern, status, rules, asks, from, to }: RowClause,
  item: OutlineItem,
): ImportedClause {
  const span = normal.spanOf(from, to);
  // Text of another column or row stands between: the words may not belong together.
  const between = source.slice(...span).replace(/<[^<>]*>|[\s|│┃║]/g, '');
  const scattered = between.length > to - from + 8;
  const among = item.part === 'frame' || /^[^，。；]{0,4}否决/.test(row.label + normal.text.slice(0, 8));
  const framed = among && rules.some(({ effect }) => effect === 'deduct');
  const codes = [...new Set([...asks, ...(framed ? ['condition'] : []), ...(scattered ? ['displaced-text'] : [])])];
  return {
    quote: source.slice(...span),
    span,
    row: row.label,
    pattern,
    status: (framed || scattered) && status === 'read' ? 'confirm' : status,
    rules: rules.map((rule) => asPrinted(rule, normal)),
    problems: codes.map(problem),
  };
}

/** Names in a rule with the characters of the document. */
function asPrinted<Value>(value: Value, { text, printed }: NormalText): Value {
  if (text === printed) return value;
  const words = JSON.stringify(value).replace(/[\u4e00-\u9fa5][^"\\]*/g, (name) => {
    const at = text.indexOf(name);
    return at < 0 || name.includes('百分点') ? name : printed.slice(at, at + name.length);
  });
  return JSON.parse(words) as Value;
}

function fullMarksOf(text: string, items: readonly OutlineItem[]): string | null {
  const stated =
    /(?:总分|满分|基[准本]分|实行)(?:值)?(?:为|共|：)?(\d{3,4})分(?!及?以[上下]|（|至|-|为)(?:制)?/.exec(text)?.[1] ??
    (/百分制/.test(text) ? '100' : undefined);
  if (stated !== undefined) return stated;
  const marks = items.map(({ fullMarks }) => Number(fullMarks ?? Number.NaN));
  const sum = marks.reduce((total, one) => total + one, 0);
  return items.length > 0 && Number.isFinite(sum) ? String(sum) : null;
}
