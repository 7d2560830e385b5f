/** Every sentence that allows more than one result and is not reported otherwise, with what the readings make of it. */
import { formatExact } from '../../../exact/decimal.js';
import type { RawObject } from '../../../observations/raw-tree.js';
import { cellText } from '../../../scheme/check.js';
import { type Language, type Text, text } from '../../../wording/text.js';
import { fullBonus } from '../bonus-deeds.js';
import type { Counterexample, Report } from '../finding.js';
import { byItems, byRatings } from '../just-below.js';
import { probesOf, slightest } from '../probes.js';
import { alternativesOf, type Placed, readingsOf, type Scene } from '../scene.js';
import { plain } from '../sentences.js';
import { factsTree, joined, subjectFor } from '../stated.js';
import { attempt, counterexample, readingsText, type Tried } from '../trial.js';

/** The declared readings that no other report is about. */
export function checkReadings(scene: Scene, reported: ReadonlySet<string>): Report[] {
  const names = Object.keys(scene.scheme.readings).filter((name) => !reported.has(name));
  return names.map((name) => report(scene, name));
}

function report(scene: Scene, name: string): Report {
  const reading = scene.scheme.readings[name];
  const places = scene.places.filter((place) => readingsOf(place).includes(name));
  const open = alternativesOf(scene, name).length > 0;
  const example = open ? exampleOf(scene, name, places) : undefined;
  return {
    code: 'reading-open',
    severity: open ? 'risk' : 'note',
    at: [name, ...places.map(({ clause }) => clause.id)],
    ...quoteOf(reading?.quote, places),
    title: text(reading?.question ?? name, reading?.questionEn ?? name),
    why: open
      ? text('这句话可以算出不同的结果。', 'The sentence allows more than one result.')
      : text(
          '这句话有两种以上的读法，收集的事实只能按一种计算。',
          'The sentence has more than one reading; the facts collected allow only one.',
        ),
    about: [name],
    ...(example && { counterexample: example }),
  };
}

/** The reading's own words where they stand in a row it decides; it may have been named for the sentence of another row. */
function quoteOf(quote: string | undefined, places: readonly Placed[]): { quote?: string } {
  const [first] = places;
  const stands = quote !== undefined && places.some(({ row }) => plain(cellText(row.criterion)).includes(plain(quote)));
  if (first && !stands) return { quote: first.clause.quote };
  return quote === undefined ? {} : { quote };
}

/** The first facts that the alternatives score or decide differently: against its clauses, or else against the whole sheet. */
function exampleOf(scene: Scene, name: string, places: readonly Placed[]): Counterexample | undefined {
  const [first] = places;
  const sheet = first?.sheet ?? scene.scheme.sheets[0];
  if (!sheet) return undefined;
  const same = places.filter((place) => place.sheet.id === sheet.id && place.item.id === first?.item.id);
  const together = joined(same.map((place) => slightest(scene, place)));
  const candidates = first
    ? [...same.flatMap((place) => probesOf(scene, place)), together]
    : [fullBonus(scene.scheme.bonus), ...byItems(scene, sheet), ...byRatings(scene, sheet)];
  const subject = subjectFor(scene, sheet, same);
  const stated = candidates.find((one) => differs(scene, factsTree(scene, subject, one), name));
  return (
    stated &&
    counterexample(scene, {
      subject,
      stated,
      about: [name],
      claim: (adopted, all) => claim(scene, name, [adopted, ...all]),
    })
  );
}

function differs(scene: Scene, facts: RawObject, name: string): boolean {
  const adopted = attempt(scene, facts);
  const others = alternativesOf(scene, name).map((taken) => attempt(scene, facts, { [name]: taken }));
  return adopted !== undefined && others.some((other) => other !== undefined && result(other) !== result(adopted));
}

/** Total, grade, and whether it is vetoed: what a reading may change. */
function result({ total, grade, unit }: Tried, language: Language = 'zh'): string {
  const vetoed = unit.decision.vetoes.map(({ veto }) =>
    language === 'zh' ? `否决：${veto.name}` : `vetoed: ${veto.nameEn}`,
  );
  return [formatExact(total), grade, ...vetoed].filter((one) => one !== '').join(language === 'zh' ? '，' : ', ');
}

function claim(scene: Scene, name: string, [adopted, ...all]: readonly [Tried, ...Tried[]]): Text | undefined {
  const others = all.filter((one) => name in one.readings && result(one) !== result(adopted));
  if (others.length === 0) return undefined;
  const lines = (language: Language) =>
    others.map((one) => [readingsText(scene, one.readings)[language], result(one, language)] as const);
  return text(
    `同样的事实，采用的读法得${result(adopted)}；${lines('zh')
      .map(([read, came]) => `改读作${read}，得${came}`)
      .join('；')}。`,
    `The same facts: ${result(adopted, 'en')} as adopted; ${lines('en')
      .map(([read, came]) => `${came} read as ${read}`)
      .join('; ')}.`,
  );
}
