/** What fails a unit whatever its score: conditions with their outcomes, one by one or as a list under one outcome. */
import type { ImportedBand, ImportedVeto, VetoEffect } from '../imported.js';
import type { OutlineItem, OutlineRow } from '../layout/outline.js';
import type { NormalText } from '../text/normal-text.js';
import { BARE_VETO, isMixedHeading, isVetoHeading, leadOf, listedCondition, pointsBack } from './veto-lists.js';
import { type Grades, type Outcome, outcomesIn } from './veto-outcomes.js';

/** A stretch of the document under one heading. */
export interface Stretch {
  readonly item: Pick<OutlineItem, 'part' | 'name'>;
  readonly rows: readonly StretchRow[];
  /** It frames the rows that score. */
  readonly frames: boolean;
}

interface StretchRow {
  readonly row: Pick<OutlineRow, 'label' | 'inner'>;
  readonly normal: NormalText;
}

interface Sentence {
  readonly normal: NormalText;
  readonly from: number;
  readonly to: number;
  /** It goes on with a list: a number stands in front of it, or a semicolon. */
  readonly goesOn: boolean;
}

/** What the sentences before have left open. */
interface State {
  /** The outcome of the list that goes on: “有下列情形之一的，直接评定为不合格：”, and the row it was said in. */
  lead: Outcome | undefined;
  leadRow: StretchRow | undefined;
  /** Conditions that wait for the outcome of a sentence to come. */
  open: readonly Sentence[];
}

interface Known {
  readonly grades: Grades;
  readonly bands: readonly ImportedBand[];
}

export function vetoesIn({ item, rows, frames }: Stretch, bands: readonly ImportedBand[]): readonly ImportedVeto[] {
  const known = { bands, grades: gradesOf(bands) };
  const heading: Outcome | undefined = isVetoHeading(item) ? BARE_VETO : undefined;
  const state: State = { lead: heading, leadRow: undefined, open: [] };
  const vetoes = rows.flatMap((row) => {
    const isNext = row.row.label !== '' && state.leadRow?.row.inner === row.row.inner && state.leadRow !== row;
    if (isNext && state.leadRow?.row.label !== '') state.lead = heading;
    if (!frames) state.open = [];
    return sentencesOf(row.normal).flatMap((sentence) => {
      if (!sentence.goesOn && sentence.from > 0) state.lead = heading;
      return vetoesOf(sentence, row, { state, known });
    });
  });
  return frames ? settledLists(vetoes) : vetoes.filter(isStrong);
}

/** A list under a bare heading, and behind it what follows from it: “凡触及上述任一情形的，确定为较差”. */
function settledLists(vetoes: readonly ImportedVeto[]): readonly ImportedVeto[] {
  const back = vetoes.find(({ when }) => pointsBack(when));
  if (back === undefined || vetoes[0] === back) return vetoes;
  return vetoes.flatMap((veto) => (veto === back ? [] : [{ ...veto, effect: back.effect, status: back.status }]));
}

function gradesOf(bands: readonly ImportedBand[]): Grades {
  const sorted = [...bands].sort((one, other) => Number(other.from ?? -1) - Number(one.from ?? -1));
  const names = sorted.map(({ grade }) => grade).filter((grade) => grade.length > 1);
  return { lowest: names[names.length - 1], middle: names.slice(1, -1) };
}

/** What fails a unit wherever it is written, even among the rows of an item; a part that loses its marks is none. */
const ANYWHERE =
  /总分|考核(?:总)?(?:得分|成绩|结果|等[次级])|[施实]行“?一票否决|不得(?:评|定|列)|取消[^，。；]{0,12}资格|(?:评|定)为[^，。；]{0,4}(?:不合格|不达标|末等|差)|等[次级][^，。；]{0,6}降/;

const isStrong = ({ quote }: ImportedVeto): boolean =>
  ANYWHERE.test(quote) && !/[本此该](?:大|小)?[项条类]|未[^，]*一票否决/.test(quote);

const textOf = ({ normal, from, to }: Sentence): string => normal.text.slice(from, to);

/** Counted by the piece it is a deduction like any other. */
const COUNTED = /每(?:[次起个件例项处人家户回名宗篇条批发]|[^，。；]{1,6}(?:次|起|件|人|家|例|项|处|回|名))/;

function vetoesOf(
  sentence: Sentence,
  row: StretchRow,
  { state, known }: { readonly state: State; readonly known: Known },
): readonly ImportedVeto[] {
  const text = textOf(sentence);
  if (isMixedHeading(text)) return [];
  const colon = text.indexOf('：');
  const lead = leadOf(colon < 0 ? text : text.slice(0, colon), known.grades);
  if (lead) {
    Object.assign(state, { lead, leadRow: row, open: [] });
    const rest = unnumbered({ ...sentence, from: sentence.from + (colon < 0 ? text.length : colon + 1) });
    return rest.from < rest.to ? vetoesOf(rest, row, { state, known }) : [];
  }
  const outcomes = outcomesIn(text, known.grades).filter((one) => !isBand(sentence, one, known));
  if (outcomes.some(({ effect }) => effect !== 'scored') && !COUNTED.test(text)) {
    const vetoes = segmentsOf(text, outcomes).flatMap((segment) => vetoesOfSegment(sentence, segment, state.open));
    state.open = [];
    return vetoes;
  }
  const when = outcomes.length === 0 && state.lead ? listedCondition(text) : undefined;
  if (when !== undefined && state.lead)
    return [vetoOf(sentence, { outcome: state.lead, when, certain: !state.lead.bare })];
  state.open = /的$/.test(text) && outcomes.length === 0 ? [...state.open, sentence] : [];
  return [];
}

/** “90分以上为优秀……60分以下为不合格”: a grade that is what a score stands for fails nobody by itself. */
function isBand({ normal, from }: Sentence, outcome: Outcome, { bands }: Known): boolean {
  const [start, end] = normal.spanOf(from + outcome.from, from + outcome.to);
  return bands.some(({ span }) => span[0] < end && start < span[1]);
}

/** One condition and all that follows from it. */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly when: string;
  readonly outcomes: readonly (Outcome & { readonly start: number; readonly end: number })[];
}

/** “瞒报的，总分扣20分，并取消评先资格，弄虚作假的，降一等”: two conditions, the first with two outcomes. */
function segmentsOf(text: string, outcomes: readonly Outcome[]): readonly Segment[] {
  const starts = outcomes.map(({ from }, index) => {
    const before = outcomes[index - 1]?.to ?? 0;
    const comma = text.slice(before, from).search(/，[^，]*$/);
    const hasOwn = index === 0 || /[^，]{3}(?:的|时)，/.test(text.slice(before, from));
    if (hasOwn)
      return { at: index === 0 ? 0 : before + 1 + Math.max(0, text.slice(before, from).indexOf('，')), hasOwn };
    return { at: comma < 0 ? before : before + comma + 1, hasOwn };
  });
  const parts = outcomes.map((outcome, index) => ({
    ...outcome,
    start: starts[index]?.at ?? 0,
    end: starts[index + 1]?.at ?? text.length,
  }));
  const first = parts.flatMap((_, index) => (starts[index]?.hasOwn ? [index] : []));
  return first.map((index, at) => {
    const own = parts.slice(index, first[at + 1] ?? parts.length);
    const [from, to] = [own[0]?.start ?? 0, own[own.length - 1]?.end ?? text.length];
    return { from, to, when: conditionOf(text.slice(from, own[0]?.from)), outcomes: own };
  });
}

/** What is left before an outcome, without what it is done to: “……的，年度考核”. */
function conditionOf(before: string): string {
  return before
    .replace(
      /，(?=[^，]{0,12}$)[^，]*(?:考[核评]|评[价审定]|结[果论]|等[次级]|[总得]分|成绩|[年当全月季]|直接|一律|其|分值)[^，]*$/,
      '',
    )
    .replace(/(?<=的|时)，(?![^，]*的，?$)[^，]{0,12}，?$/, '')
    .replace(/(?:直接|一律|自动|当即)$/, '')
    .replace(/(?:的)?[，]?$/, '')
    .replace(/^按(?:照)?(?:有关)?规定$/, '');
}

const LEAST_CONDITION = 4;

function vetoesOfSegment(sentence: Sentence, segment: Segment, open: readonly Sentence[]): readonly ImportedVeto[] {
  const { when, outcomes } = segment;
  const real = outcomes.filter(({ effect }) => effect !== 'scored');
  const named = real.filter(({ bare }) => !bare);
  const wanted = named.length > 0 ? named : real.slice(0, 1);
  const isBack = open.length > 0 && (when.length < LEAST_CONDITION || pointsBack(when));
  if (when === '' && !isBack) return [];
  return wanted.flatMap((outcome, index) => {
    const certain = wanted.length === 1 && !outcome.bare && (isBack || when.length >= LEAST_CONDITION);
    if (isBack) return open.map((one) => vetoOf(one, { outcome, when: conditionOf(textOf(one)), certain }));
    const isFirst = index === 0 && outcomes.every(({ effect, from }) => effect !== 'scored' || from > outcome.from);
    const from = sentence.from + (isFirst ? segment.from : outcome.start);
    const next = outcomes.find(({ start }) => start > outcome.start);
    const to = sentence.from + (next?.bare === false ? outcome.end : segment.to);
    return [vetoOf(trimmed({ ...sentence, from, to }), { outcome, when, certain })];
  });
}

function trimmed(sentence: Sentence): Sentence {
  const text = textOf(sentence);
  const skipped = /^[，、：\s]*/.exec(text)?.[0].length ?? 0;
  return { ...sentence, from: sentence.from + skipped, to: sentence.from + text.replace(/[，、]+$/, '').length };
}

interface Saying {
  readonly outcome: Outcome;
  readonly when: string;
  readonly certain: boolean;
}

function vetoOf({ normal, from, to }: Sentence, { outcome, when, certain }: Saying): ImportedVeto {
  return {
    quote: normal.text.slice(from, to),
    span: normal.spanOf(from, to),
    status: certain ? 'read' : 'confirm',
    when,
    effect: outcome.effect as VetoEffect,
    ...(outcome.amount === undefined ? {} : { amount: outcome.amount }),
  };
}

const NUMBERING =
  /^(?:(?:说明|备注|附?注|[^，。；：]{0,4}(?:否决|扣减|约束)[^，。；：]{0,2})：|(?:单项|一票)?否决(?:项目?|事项)?(?=[发因被瞒拒出])|第[一二三四五六七八九十]{1,3}条|（[\d一二三四五六七八九十]+）|[①-⑳]|\d{1,2}[、.](?!\d)|[一二三四五六七八九十]{1,3}、|[，：\s])*/;

function unnumbered(sentence: Sentence): Sentence {
  return { ...sentence, from: sentence.from + (NUMBERING.exec(textOf(sentence))?.[0].length ?? 0) };
}

/** Sentences without their numbers; a number within a line starts one too. */
function sentencesOf(normal: NormalText): readonly Sentence[] {
  return [
    ...normal.text.matchAll(/(?:[①-⑳]|（\d{1,2}）)?[^。；①-⑳]+?(?=[。；①-⑳]|（\d{1,2}）(?=[^，。；）]{4})|$)/g),
  ].flatMap((match) => {
    const at = match.index ?? 0;
    const whole = { normal, from: at, to: at + match[0].length, goesOn: false };
    const plain = unnumbered(whole);
    if (plain.from >= plain.to) return [];
    const goesOn = plain.from > at || normal.text.charAt(at - 1) === '；';
    return [{ ...plain, goesOn }];
  });
}
