/** A grade no total of a sheet can have. */
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import { readFacts } from '../../../facts/read-facts.js';
import { assess } from '../../../outcome/assess.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { subjectFor } from '../stated.js';

export function checkReachability(scene: Scene): Report[] {
  return scene.scheme.sheets.flatMap((sheet) => checkSheet(scene, sheet));
}

/** With everything open, the grades still possible are those that some facts reach. */
function checkSheet(scene: Scene, sheet: Sheet): Report[] {
  const { program } = scene;
  const { name, class: unitClass, outside } = subjectFor(scene, sheet);
  const open = { [name]: outside ? { sheet: sheet.id, class: unitClass } : {} };
  const read = readFacts(program, { scheme: program.scheme.id, units: open });
  const unit = 'problems' in read ? undefined : assess(program, read).units[0];
  if (!unit) return [];
  const { least, most } = unit.scored.total;
  return program.bands.flatMap((band, index) => {
    const above = program.bands[index - 1]?.from;
    const low = band.from !== undefined && compare(most, band.from) < 0;
    const high = above !== undefined && compare(least, above) >= 0;
    if (!low && !high) return [];
    return [
      report(
        [sheet.id, band.grade],
        program.scheme.gradeBands[index]?.quote ?? band.grade,
        [least, most].map(formatExact),
      ),
    ];
  });
}

function report(at: readonly string[], quote: string, [least, most]: readonly string[]): Report {
  return {
    code: 'grade-unreachable',
    severity: 'defect',
    at,
    quote,
    title: text(`没有单位能得到等次“${at[1]}”`, `No unit can have the grade ${at[1]}`),
    why: text(
      `这张表的总分在${least}分到${most}分之间，等次的分数线不在其中。`,
      `Totals of this sheet lie between ${least} and ${most}; the grade’s limit does not.`,
    ),
  };
}
