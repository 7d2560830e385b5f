/** Not doing it at all costs less than doing it badly: the graver finding of an exclusive pair is the cheaper one. */
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import type { Exclusion } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { fullest } from '../probes.js';
import { alternativesOf, type Placed, type Scene } from '../scene.js';
import { joined, type Stated, subjectFor } from '../stated.js';
import { attemptOn, counterexample, type Tried } from '../trial.js';

export function checkLadders(scene: Scene): Report[] {
  return scene.scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => (item.exclusive ?? []).flatMap((exclusion) => checkExclusion(scene, exclusion))),
  );
}

function checkExclusion(scene: Scene, exclusion: Exclusion): Report[] {
  const find = (id: string) => scene.places.find((place) => place.clause.id === id);
  const whole = find(exclusion.when);
  const parts = exclusion.drops.map(find).filter((place) => place !== undefined);
  const example = whole && exampleOf(scene, { whole, parts, exclusion });
  if (!whole || !example) return [];
  const readings = exclusion.readings ?? [];
  const quoted = parts.map(({ clause }) => clause.quote).join(' … ');
  return [
    {
      code: 'perverse-ladder',
      severity: 'risk',
      at: [whole.sheet.id, whole.row.id, whole.clause.id, ...exclusion.drops],
      quote: `${whole.clause.quote} … ${quoted}`,
      title: text('完全不做扣得比做得不好还少', 'Not doing it costs less than doing it badly'),
      why: text(
        '单位宁可不做：做了反而可能扣得更多。',
        'A unit is better off not doing it at all: having done it can cost more.',
      ),
      readings,
      about: readings,
      counterexample: example,
    },
  ];
}

interface Ladder {
  readonly whole: Placed;
  readonly parts: readonly Placed[];
  readonly exclusion: Exclusion;
}

const MOST_TIMES = 12;

/** The smallest failure in doing it that costs more than not doing it. */
function exampleOf(scene: Scene, { whole, parts, exclusion }: Ladder): Counterexample | undefined {
  const subject = subjectFor(scene, whole.sheet, [whole, ...parts]);
  const undone = attemptOn(scene, subject, fullest(scene, whole));
  const costlier = (stated: Stated) => {
    const badly = attemptOn(scene, subject, stated);
    return undone && badly && compare(badly.total, undone.total) < 0;
  };
  const counts = Array.from({ length: MOST_TIMES }, (_, index) =>
    joined(parts.map((one) => counted(scene, one, index + 1))),
  );
  const stated = counts.find(costlier);
  const about = (exclusion.readings ?? []).filter((name) => alternativesOf(scene, name).length > 0);
  if (!stated || !undone) return undefined;
  const against = { words: text('完全不做', 'not done at all'), subject, stated: fullest(scene, whole) };
  return counterexample(scene, { subject, stated, about, against, claim: (adopted) => compared(adopted, undone) });
}

/** A clause that counts, so many times; any other, in full. */
function counted(scene: Scene, place: Placed, times: number): Stated {
  const [rule] = place.clause.rules;
  if (rule?.kind !== 'per-unit' || rule.requirements || rule.register) return fullest(scene, place);
  return { observations: { [place.clause.id]: { count: `${times}` } } };
}

function compared(badly: Tried, undone: Tried) {
  const [bad, none] = [formatExact(badly.total), formatExact(undone.total)];
  return text(`做了但做得不好得${bad}分；完全不做得${none}分。`, `Done badly: ${bad}. Not done at all: ${none}.`);
}
