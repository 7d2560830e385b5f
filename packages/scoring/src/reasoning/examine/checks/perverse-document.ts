/** One issued document: not to study it costs more than not to carry it out. */
import { formatExact, getNumber } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import { cellText } from '../../../scheme/check.js';
import { text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { slightest } from '../probes.js';
import { type Placed, pairsOf, type Scene } from '../scene.js';
import { sentenceAround, squeezed } from '../sentences.js';
import { subjectFor } from '../stated.js';
import { attemptOn, counterexample } from '../trial.js';

const NOT_STUDIED = /(?:未|没有?)[^，,。；;]*(?:学习|宣传|传达|转发)/;
const NOT_DONE = /(?:未|没有?)[^，,。；;《》]*(?:落实|执行|完成|办理)/;

/** A clause with the sentence it ends and what it costs. */
interface Costed {
  readonly place: Placed;
  readonly sentence: string;
  readonly amount: string;
}

export function checkDocuments(scene: Scene): Report[] {
  const naming = scene.places.filter((place) => costed(place).some((one) => titlesIn(one).length > 0));
  return pairsOf(naming).flatMap((pair) => {
    const both = pair.flatMap(costed);
    const studied = both.find(({ sentence }) => NOT_STUDIED.test(sentence));
    const done = both.find(({ sentence }) => NOT_DONE.test(sentence) && !NOT_STUDIED.test(sentence));
    if (!studied || !done || compare(getNumber(studied.amount), getNumber(done.amount)) <= 0) return [];
    const title = titlesIn(studied).find((one) => titlesIn(done).includes(one));
    return title === undefined ? [] : [report(scene, title, { studied, done })];
  });
}

function costed(place: Placed): Costed[] {
  const [rule, ...more] = place.clause.rules;
  if (rule?.kind !== 'fixed' || more.length > 0 || rule.amount === undefined || rule.effect === 'award') return [];
  const sentence = squeezed(sentenceAround(cellText(place.row.criterion), place.clause.quote));
  return [{ place, sentence, amount: rule.amount }];
}

function titlesIn({ sentence }: Costed): string[] {
  return sentence.match(/《[^《》]+》/g) ?? [];
}

interface Weighed {
  readonly studied: Costed;
  readonly done: Costed;
}

function report(scene: Scene, title: string, { studied, done }: Weighed): Report {
  const places = [studied.place, done.place] as const;
  const example = exampleOf(scene, { studied, done });
  return {
    code: 'perverse-ladder',
    severity: 'risk',
    at: [studied.place.sheet.id, studied.place.clause.id, done.place.clause.id],
    quote: places.map(({ clause }) => clause.quote).join(' … '),
    title: text(
      `${title}没有学习扣${studied.amount}分，没有落实只扣${done.amount}分`,
      `${title}: not studied costs ${studied.amount}, not carried out only ${done.amount}`,
    ),
    why: text(
      '学了不做，比没有学扣得少：轻重倒置。',
      'To study it and not do it costs less than not to have studied it: the lighter failure costs more.',
    ),
    ...(example && { counterexample: example }),
  };
}

function exampleOf(scene: Scene, { studied, done }: Weighed): Counterexample | undefined {
  const subject = subjectFor(scene, studied.place.sheet, [studied.place, done.place]);
  const undone = slightest(scene, done.place);
  const other = attemptOn(scene, subject, undone);
  return counterexample(scene, {
    subject,
    stated: slightest(scene, studied.place),
    against: { words: text('学了，没有落实', 'studied, not carried out'), subject, stated: undone },
    claim: (adopted) => {
      if (!other || compare(adopted.total, other.total) >= 0) return undefined;
      const [one, two] = [formatExact(adopted.total), formatExact(other.total)];
      return text(
        `落实了、只是没有组织学习，得${one}分；学了、没有落实，得${two}分。`,
        `Carried out and not studied: ${one}. Studied and not carried out: ${two}.`,
      );
    },
  });
}
