/** A bonus that makes up for what a unit has lost: over the limit of failing, or to the best grade after an accident. */
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { type Text, text } from '../../../wording/text.js';
import { fullBonus } from '../bonus-deeds.js';
import type { Counterexample, Report } from '../finding.js';
import { justBelow } from '../just-below.js';
import { accidentsOf } from '../probes.js';
import { decidersOf, type Scene } from '../scene.js';
import { joined, type Stated, subjectFor } from '../stated.js';
import { attemptOn, counterexample, readingsText, type Tried } from '../trial.js';

export function checkBonusAndGrades(scene: Scene): Report[] {
  const { gradeBands, bonus } = scene.scheme;
  if (gradeBands.length === 0) return [];
  const about = decidersOf(scene, (scheme) => [scheme.bonus.base, scheme.bonus.ceiling ?? '']);
  return scene.scheme.sheets.flatMap((sheet) => {
    const found = [afterAccident(scene, sheet, about), overLimit(scene, sheet, about)];
    return found.flatMap((one): Report[] =>
      one
        ? [
            {
              code: 'bonus-lifts-grade',
              severity: 'risk',
              at: [sheet.id, 'bonus', one.at],
              quote: bonus.quote,
              title: one.title,
              why: text(
                '加分与扣分、否决之间没有规定先后：先进做法的加分可以抵掉事故和不及格。',
                'Nothing says how bonus, deductions and vetoes relate: points for good practice can make up for accidents and failure.',
              ),
              readings: about,
              about,
              counterexample: one.example,
            },
          ]
        : [],
    );
  });
}

interface Lifted {
  readonly at: string;
  readonly title: Text;
  readonly example: Counterexample;
}

/** One accident that the sheet's ladder counts, and all of the bonus. */
function afterAccident(scene: Scene, sheet: Sheet, about: readonly string[]): Lifted | undefined {
  const ladders = scene.places
    .filter((place) => place.sheet.id === sheet.id)
    .flatMap(({ clause }) => clause.rules)
    .flatMap((rule) => (rule.kind === 'per-event-ladder' ? [rule] : []));
  const accidents = ladders.filter((rule) => rule.responsible !== 'only').flatMap(accidentsOf);
  const [best] = scene.scheme.gradeBands;
  const stated: Stated[] = accidents.map((accident) => ({ accidents: [accident] }));
  for (const one of stated) {
    const example = lifted(scene, sheet, { stated: one, about, reaches: (tried) => tried.grade === best?.grade });
    const title = text(
      '发生事故以后仍可凭加分得最好的等次',
      'After an accident the bonus can still give the best grade',
    );
    if (example) return { at: best?.grade ?? '', title, example };
  }
  return undefined;
}

/** A unit that fails by a little, and all of the bonus. */
function overLimit(scene: Scene, sheet: Sheet, about: readonly string[]): Lifted | undefined {
  const { gradeBands } = scene.scheme;
  const lowest = gradeBands[gradeBands.length - 1];
  const limit = scene.program.bands[gradeBands.length - 2]?.from;
  const below = limit && justBelow(scene, sheet, limit);
  if (!below || !lowest) return undefined;
  const example = lifted(scene, sheet, { stated: below, about, reaches: (tried) => tried.grade !== lowest.grade });
  const title = text('加分可以把不及格的单位抬过线', 'The bonus can lift a failing unit over the limit');
  return example && { at: lowest.grade, title, example };
}

interface Case {
  readonly stated: Stated;
  readonly about: readonly string[];
  readonly reaches: (tried: Tried) => boolean;
}

function lifted(scene: Scene, sheet: Sheet, { stated, about, reaches }: Case): Counterexample | undefined {
  const subject = subjectFor(scene, sheet);
  const without = attemptOn(scene, subject, stated);
  if (!without || reaches(without)) return undefined;
  return counterexample(scene, {
    subject,
    stated: joined([stated, fullBonus(scene.scheme.bonus)]),
    about,
    claim: (adopted, all) => {
      const under = all.filter(reaches);
      if (under.length === 0 || compare(adopted.total, without.total) <= 0) return undefined;
      const [before, after] = [without, adopted].map((one) => `${formatExact(one.total)} ${one.grade}`);
      const other = under.find((one) => one.readings !== adopted.readings);
      const needs = reaches(adopted) || !other ? undefined : readingsText(scene, other.readings);
      const result = other && `${formatExact(other.total)} ${other.grade}`;
      return text(
        `不加分${before}；加满后采用的读法${after}${needs ? `；改读作${needs.zh}，得${result}` : ''}。`,
        `${before} without the bonus; with all of it ${after} as adopted${needs ? `; ${result} read as ${needs.en}` : ''}.`,
      );
    },
  });
}
