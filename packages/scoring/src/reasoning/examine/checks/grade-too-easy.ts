/** A grade above the lowest for a unit that has lost all of its heaviest item. */
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import type { AssessmentItem, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { fullest, slightest } from '../probes.js';
import type { Scene } from '../scene.js';
import { joined, type Stated, subjectFor } from '../stated.js';
import { counterexample, type Tried } from '../trial.js';
import { forfeits } from './forfeit-collides.js';

export function checkEasyGrades(scene: Scene): Report[] {
  if (scene.scheme.gradeBands.length === 0) return [];
  return scene.program.scheme.sheets.flatMap((sheet) => {
    const items = scene.program.sheets.get(sheet.id)?.items ?? [];
    const heaviest = [...items].sort((a, b) => compare(b.fullMarks, a.fullMarks))[0];
    return heaviest ? report(scene, sheet, heaviest.item) : [];
  });
}

/** One forfeit where the item has one, otherwise everything in it. */
function allLost(scene: Scene, item: AssessmentItem): Stated {
  const places = scene.places.filter((place) => place.item.id === item.id);
  const forfeit = places.find(({ clause }) => clause.rules.some(forfeits));
  return forfeit ? slightest(scene, forfeit) : joined(places.map((place) => fullest(scene, place)));
}

function report(scene: Scene, sheet: Sheet, item: AssessmentItem): Report[] {
  const lowest = scene.scheme.gradeBands[scene.scheme.gradeBands.length - 1];
  const places = scene.places.filter((place) => place.item.id === item.id);
  const example = counterexample(scene, {
    subject: subjectFor(scene, sheet, places),
    stated: allLost(scene, item),
    claim: (adopted) => {
      const lost = isLost(adopted, item.id);
      if (!lost || adopted.grade === lowest?.grade) return undefined;
      return text(
        `${item.name}${item.fullMarks}分全失，其余不失分：总分${formatExact(adopted.total)}，仍是${adopted.grade}。`,
        `All ${item.fullMarks} marks of “${item.nameEn}” lost and nothing else: ${formatExact(adopted.total)}, still ${adopted.grade}.`,
      );
    },
  });
  if (!example) return [];
  return [
    {
      code: 'grade-too-easy',
      severity: 'risk',
      at: [sheet.id, item.id],
      quote: places
        .slice(0, 2)
        .map(({ clause }) => clause.quote)
        .join(' … '),
      title: text('最重的一项全失，等次仍不是最低', 'All of the heaviest item is lost and the grade is not the lowest'),
      why: text(
        '分值最大的一项决定不了等次，等次主要由其余部分给出。',
        'The item with the most marks does not decide the grade; the rest carries it.',
      ),
      counterexample: example,
    },
  ];
}

function isLost({ unit }: Tried, id: string): boolean {
  const item = unit.scored.items.find((one) => one.compiled.item.id === id);
  return item !== undefined && item.score.most.n === 0n;
}
