/** A sheet without a list of the units it is for. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

export function checkUnits({ scheme }: Scene): Report[] {
  const { units } = scheme.population;
  return scheme.sheets
    .filter((sheet) => !units.some((unit) => unit.sheet === sheet.id))
    .map((sheet) => ({
      code: 'units-missing',
      severity: 'note',
      at: [sheet.id],
      quote: sheet.title,
      title: text('没有列出被考核的单位', 'The units to be assessed are not listed'),
      why: text(
        '考核哪些单位、一共几家，文件没有写；排名的范围和应交的材料都定不下来。',
        'Which units, and how many, the document does not say: neither the ranking nor what is due can be told complete.',
      ),
    }));
}
