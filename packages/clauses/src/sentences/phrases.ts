/** A row's text as phrases: what leads up to an act, the act, and what limits it. Nothing is decided here. */
import { type Act, findActs } from './acts.js';

export type Separator = '' | '，' | '、' | '；' | '。';

export interface Phrase {
  readonly act: Act;
  /** What stood between the phrase before and this one. */
  readonly separator: Separator;
  /** The condition, from the last full stop or semicolon on, without numbering. */
  readonly lead: string;
  /** What the row said before the lead, and no act has used: requirements. */
  readonly context: string;
  readonly caps: readonly Cap[];
  readonly remainder: string | undefined;
  readonly remarks: readonly string[];
  /** A number in front that belongs to the row, not to the condition. */
  readonly glued: string | undefined;
  readonly from: number;
  readonly to: number;
}

export interface Cap {
  readonly amount: string;
  readonly words: string;
  readonly separator: Separator;
}

const NUMBERING =
  /^(?:（\d{1,2}）|第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[项条](?![的为整不得满计未内中最、和])|[①-⑳]|\d{1,2}、|\d{1,2}\.(?!\d)|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[★*]?(?![\d%分万个（≤<>≥-]))+/;
const GLUED =
  /^(\d{1,3}(?:\.5)?)分?(?![\u4e00-\u9fa5]{1,2}(?:以[上下内]|及以|（含|的，))(?=[^≤<≥>\d.%分年月日个家次起人项处类件户篇条块份亩万元以及本辆具座栋村校盏套台张支车间瓶组至到课学-])/;
const REMAINDER_INSIDE = /（(不足[^（）]*)）/;
/** A condition that stops without an act. */
const WITHOUT_ACT =
  /(?:^|[，。；])([^，。；]*(?:未|没有|不|无|少|缺)[^，。；]*的|[^，。；]*，每(?:少|缺|发现|有|超)\s*(?:\d+|一)[^，。；]{1,4})(?=[；。]|$)/g;

/** The phrases of a row's text, in order. */
export function phrasesOf(text: string): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let context = '';
  let end = 0;
  for (const act of withMissing(text, findActs(text))) {
    const between = text.slice(end, act.from);
    end = act.to;
    const previous = phrases[phrases.length - 1];
    if (previous && attach(phrases, { previous, act, between })) continue;
    if (act.kind === 'remark' || act.kind === 'cap' || act.kind === 'remainder') {
      // With nothing before it, it is a part of the condition that follows: “（不足1个按1个计）扣1分”, “达到100%不扣分，每低…”.
      if (!previous || /（$/.test(between)) end = act.from - between.length;
      continue;
    }
    const before = previous?.act.kind === 'points' ? previous.lead : '';
    const phrase = phraseOf({ act, between, context, before });
    context = phrase.context;
    phrases.push(phrase);
  }
  return phrases;
}

/** Acts, and in their places the conditions that have none. */
function withMissing(text: string, acts: readonly Act[]): readonly Act[] {
  if (acts.length === 0) return acts;
  const added: Act[] = [];
  for (const match of text.matchAll(WITHOUT_ACT)) {
    const words = match[1] ?? '';
    const from = (match.index ?? 0) + match[0].length - words.length;
    const to = from + words.length;
    const next = acts.find((act) => act.from >= to);
    const inside = acts.some((act) => act.from < to && act.to > from);
    if (inside || (next && !/[；。]/.test(text.slice(to, next.from)))) continue;
    added.push({ kind: 'missing', effect: 'deduct', numbers: [], per: undefined, words, from, to });
  }
  return [...acts, ...added].sort((one, other) => one.from - other.from);
}

interface Joining {
  readonly previous: Phrase;
  readonly act: Act;
  readonly between: string;
}

/** Caps, remainders and remarks belong to the phrase before them. */
function attach(phrases: Phrase[], { previous, act, between }: Joining): boolean {
  const index = phrases.length - 1;
  const separator = separatorOf(between);
  const bare = between.replace(/[，。；、（但且并]/g, '');
  if (act.kind === 'cap') {
    const cap = { amount: act.numbers[0] ?? '', words: bare + act.words, separator };
    phrases[index] = { ...previous, caps: [...previous.caps, cap], to: bare.length < 8 ? act.to : previous.to };
    return true;
  }
  if (act.kind === 'remainder' && bare === '') {
    phrases[index] = { ...previous, remainder: act.words, to: act.to };
    return true;
  }
  if (act.kind === 'remark' && bare.length < 8) {
    phrases[index] = { ...previous, remarks: [...previous.remarks, act.words], to: act.to };
    return true;
  }
  if (act.kind === 'points' && act.words.startsWith('（') && bare === '') return true;
  return false;
}

interface Found {
  readonly act: Act;
  readonly between: string;
  readonly context: string;
  /** A heading with its marks that stood in front. */
  readonly before: string;
}

function phraseOf({ act, between, context, before }: Found): Phrase {
  const separator = separatorOf(between);
  const cut = Math.max(between.lastIndexOf('。'), between.lastIndexOf('；')) + 1;
  let lead = between.slice(cut);
  let from = act.from - lead.length;
  const drop = (length: number): void => {
    lead = lead.slice(length);
    from += length;
  };
  drop(/^[，、：）]+/.exec(lead)?.[0].length ?? 0);
  drop(NUMBERING.exec(lead)?.[0].length ?? 0);
  if (act.kind === 'points' && lead === '') from = act.from - withoutNumbering(between).length;
  const remainder = REMAINDER_INSIDE.exec(lead)?.[1];
  const glued = GLUED.exec(lead)?.[1];
  if (glued !== undefined) drop(GLUED.exec(lead)?.[0].length ?? 0);
  const earlier = separator === '。' || separator === '；' || context === '' ? before + between.slice(0, cut) : context;
  return {
    act,
    separator,
    lead: remainder === undefined ? lead : lead.replace(REMAINDER_INSIDE, ''),
    context: earlier,
    caps: [],
    remainder,
    remarks: [],
    glued,
    from,
    to: act.to,
  };
}

/** The requirement that bare marks stand behind. */
function withoutNumbering(between: string): string {
  const text = between.replace(/^[，、：）。；]+/, '');
  return text.slice(NUMBERING.exec(text)?.[0].length ?? 0);
}

function separatorOf(between: string): Separator {
  if (between.includes('。')) return '。';
  if (between.includes('；')) return '；';
  const first = between.charAt(0);
  return first === '，' || first === '、' ? first : '';
}
