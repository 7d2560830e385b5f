/** One phrase that counts or measures: per-unit, per-step, parts. */
import type { PerStepImport, PerUnitImport } from '../../imported.js';
import { type Counting, countingOf, type Frequency, frequenciesIn, targetIn } from '../counting.js';
import { partsIn } from '../lists.js';
import type { Phrase } from '../phrases.js';
import { type Pattern, type Reading, reading, when } from '../reading.js';
import { isTime, numberOf } from '../vocabulary.js';
import { type Around, capOf } from './caps.js';

const LISTED = /^(?:项|条|种|样|类|讲|份|款|点|个|环节|要素|方面|步骤|)$/;
/** Any unit will do where the sentence gives the number of what it lists: “甲、乙、丙三本台账，少1本”. */
function isListed({ unit, before }: Counting, { context }: Phrase): boolean {
  if (LISTED.test(unit)) return true;
  if (/次|人|天|日|月/.test(unit)) return false;
  const list = partsIn(before) ?? partsIn(context);
  const stated = new RegExp(`([二两三四五六七八九十\\d]+)${unit}`).exec(`${context}${before}`)?.[1];
  return list !== undefined && numberOf(stated ?? '') === String(list.parts.length);
}

/** How often something is due, without a count. */
const PERIODIC = /每(?:个?(?:年|月|季度?|周|旬|日|天)|半年)|按(?:年|月|季|周)/;

/** Units that may as well be the parts of a list. */
const GENERIC = /^(?:项|种|样|类|讲|份|款|点|个.*|环节|要素|方面|步骤|)$/;

/** “县、乡、村三级”: those who do it. */
const STATED = /[、和][^，。；、]{1,12}?[二两三四五六七八九十](级|家|部门|方)/;
/** Things that are counted one by one: fifteen copies of what three levels sign. */
const CONCRETE = /^(?:份|条|款|讲)$/;

/** “少一项扣1分” after a list of what must be there. */
export const MISSING_PARTS: Pattern = {
  name: 'parts-missing',
  read: ({ phrase, around }) => {
    const counting = phrase.act.kind === 'amount' ? countingOf(phrase) : undefined;
    if (!counting?.missing || !isListed(counting, phrase) || counting.measured || counting.otherUnit === '每')
      return undefined;
    if (counting.otherUnit !== undefined) return undefined;
    if (counting.unit === '个' && !/个的?，?$/.test(phrase.lead)) return undefined;
    const own = partsIn(counting.before);
    const list = own ?? partsIn(phrase.context);
    if (list === undefined) return undefined;
    const amount = phrase.act.numbers[0] ?? '';
    const stated = STATED.exec(`${phrase.context}${counting.before}`)?.[1];
    if (CONCRETE.test(counting.unit) && stated !== undefined) return undefined;
    const doubtful =
      list.disagrees ||
      /每次|均|都|各/.test(counting.before) ||
      (own === undefined && list.parts.some((part) => part.length > 16));
    const cap = capOf(phrase, around);
    return reading(
      [{ kind: 'parts', effect: phrase.act.effect, amount, parts: list.parts, ...cap.cap }],
      [...when(doubtful || own === undefined, 'parts-open'), ...cap.asks],
    );
  },
};

/** “每发现一家扣0.5分”, “少1次扣1分”, “扣2分/起”: whole units that are counted. */
export const PER_UNIT: Pattern = {
  name: 'per-unit',
  read: (at) => {
    const { phrase, around } = at;
    const counting = phrase.act.kind === 'amount' ? countingOf(phrase) : undefined;
    if (counting === undefined || counting.measured) return undefined;
    if (MISSING_PARTS.read(at)) return undefined;
    return perUnit(phrase, counting, around);
  },
};

function perUnit(phrase: Phrase, counting: Counting, around: Around): Reading {
  const cap = capOf(phrase, around);
  const frequencies = counting.missing ? requirementsOf(phrase, counting) : [];
  const [only] = frequencies;
  const required = frequencies.length === 1 && only ? { required: requirement(only) } : {};
  const rule: PerUnitImport = {
    kind: 'per-unit',
    effect: phrase.act.effect,
    amount: phrase.act.numbers[0] ?? '',
    unit: counting.unit,
    basis: counting.missing ? 'missing' : 'occurrence',
    ...required,
    ...cap.cap,
  };
  const listed =
    counting.missing && GENERIC.test(counting.unit) && required.required === undefined && counting.count === '1';
  return reading(
    [rule],
    [
      ...cap.asks,
      ...when(frequencies.length > 1, 'two-frequencies'),
      ...when(counting.otherUnit !== undefined, 'two-units'),
      ...when(listed || /^[，]?(?:一|1)[^，]*(?:未|不|没)/.test(phrase.lead), 'parts-open'),
      ...when(/漏/.test(counting.verb), 'two-readings'),
      ...when(
        /^(?:项|种|类|样)$/.test(counting.unit) && /[项种类样][^，]{0,6}(?:不|未|没)/.test(phrase.lead),
        'parts-open',
      ),
      ...when(counting.missing && !/^(?:缺少|短缺|少于?|缺|欠|差)?$/.test(counting.verb), 'two-readings'),
      ...when(
        counting.missing && frequencies.length === 0 && PERIODIC.test(`${lastSentence(phrase)}${counting.before}`),
        'base-elsewhere',
      ),
      ...when(
        isTime(counting.unit) && counting.verb !== '' && /比上年|同比|平均/.test(counting.before),
        'base-elsewhere',
      ),
      ...when(phrase.act.effect === 'deduct' && /排名|末位|末\S位/.test(phrase.lead), 'base-elsewhere'),
    ],
  );
}

function requirement({ count, period }: Frequency): { readonly count: string; readonly period?: string } {
  return period === undefined ? { count } : { count, period };
}

function lastSentence({ context }: Phrase): string {
  const sentences = context.split(/[。；]/).filter((one) => one !== '');
  return sentences[sentences.length - 1] ?? '';
}

/** In the sentence itself; else in the requirement before it, where it speaks of the same. */
function requirementsOf(phrase: Phrase, { before, unit }: Counting): readonly Frequency[] {
  const own = frequenciesIn(before, unit);
  if (own.length > 0) return own;
  const all = frequenciesIn(phrase.context, unit);
  const sentence = lastSentence(phrase);
  const subject = phrase.lead.slice(0, 2);
  const chunks = all.length < 2 ? [] : sentence.split('，').filter((chunk) => chunk.includes(subject));
  return chunks.length === 1 ? frequenciesIn(chunks[0] ?? '', unit) : all;
}

/** “每低5个百分点扣0.5分”: a quantity measured in steps from a target. */
export const PER_STEP: Pattern = {
  name: 'per-step',
  read: ({ phrase, around }) => {
    const counting = phrase.act.kind === 'amount' ? countingOf(phrase) : undefined;
    if (!counting?.measured) return undefined;
    return perStep(phrase, counting, around);
  },
};

function perStep(phrase: Phrase, counting: Counting, around: Around): Reading {
  const cap = capOf(phrase, around);
  const sentence = lastSentence(phrase);
  const target =
    targetIn(counting.before, counting.unit) ??
    (/率|比例/.test(counting.before) ? targetIn(sentence, counting.unit) : undefined);
  const from = counting.from ?? target?.value;
  const direction = counting.direction ?? (/低|少|不足|不到|达不到/.test(counting.before) ? 'below' : 'above');
  const partialStep = partialOf(phrase.remainder);
  const rule: PerStepImport = {
    kind: 'per-step',
    effect: phrase.act.effect,
    amount: phrase.act.numbers[0] ?? '',
    step: counting.count,
    unit: counting.unit,
    ...(from === undefined ? {} : { from }),
    direction,
    ...(partialStep === undefined ? {} : { partialStep }),
    ...cap.cap,
  };
  const time = isTime(counting.unit);
  return reading(
    [rule],
    [
      ...cap.asks,
      ...when(partialStep === undefined, 'partial-step'),
      ...when(from === undefined && !time, 'base-elsewhere'),
      ...when(counting.direction === undefined && counting.from === undefined, 'not-recognised'),
      ...when(time && target !== undefined && target.unit !== counting.unit, 'unit-mixed'),
      ...when(counting.otherUnit !== undefined, 'two-units'),
      ...when(phrase.act.effect === 'award' && around.start === 'full' && around.part === 'item', 'add-to-item'),
    ],
  );
}

function partialOf(remainder: string | undefined): PerStepImport['partialStep'] {
  if (remainder === undefined) return undefined;
  if (/不(?:再)?(?:扣|计|加|予)|忽略|舍/.test(remainder)) return 'drop';
  if (/比例/.test(remainder)) return 'prorate';
  return /四舍五入/.test(remainder) ? undefined : 'round-up';
}
