/** Every sentence that allows more than one result and is not reported otherwise, with what the readings make of it. */
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import { text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { probesOf } from '../probes.js';
import { alternativesOf, type Placed, readingsOf, type Scene } from '../scene.js';
import { joined, type Stated, subjectFor } from '../stated.js';
import { counterexample, readingsText } from '../trial.js';

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
    ...(reading?.quote !== undefined && { quote: reading.quote }),
    title: text(reading?.question ?? name, reading?.questionEn ?? name),
    why: open
      ? text('这句话可以算出不同的结果。', 'The sentence allows more than one result.')
      : text(
          '这句话有两种以上的读法，收集的事实只能按一种计算。',
          'The sentence has more than one reading; the facts collected allow only one.',
        ),
    readings: [name],
    ...(example && { counterexample: example }),
  };
}

/** The first finding against one of its clauses, or a pair of them, that the alternatives score differently. */
function exampleOf(scene: Scene, name: string, places: readonly Placed[]): Counterexample | undefined {
  const [first] = places;
  if (!first) return undefined;
  const same = places.filter((place) => place.sheet.id === first.sheet.id && place.item.id === first.item.id);
  const singles = same.flatMap((place) => probesOf(scene, place));
  const together = joined(same.map((place) => probesOf(scene, place)[0] ?? {}));
  const subject = subjectFor(scene, first.sheet, same);
  const tries = [...singles, together].map(
    (stated: Stated) => () =>
      counterexample(scene, {
        subject,
        stated,
        about: [name],
        claim: (adopted, all) => {
          const others = all.filter((one) => name in one.readings && compare(one.total, adopted.total) !== 0);
          if (others.length === 0) return undefined;
          const lines = others.map((one) => `${readingsText(one.readings)} ${formatExact(one.total)}`).join('，');
          return text(
            `同样的事实，采用的读法得${formatExact(adopted.total)}分；${lines}。`,
            `The same facts: ${formatExact(adopted.total)} as adopted; ${lines}.`,
          );
        },
      }),
  );
  for (const one of tries) {
    const found = one();
    if (found) return found;
  }
  return undefined;
}
