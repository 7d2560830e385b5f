/** Teams: who is seen by one team only, by none, or by two. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

export function checkTeams({ scheme }: Scene): Report[] {
  const { teams, units } = scheme.population;
  if (teams.length === 0) return [];
  const seen = (name: string) => teams.filter((team) => team.units.includes(name)).length;
  const odd = units.filter((unit) => seen(unit.name) !== 1);
  const strays = odd.map(
    (unit): Report => ({
      code: 'team-assignment',
      severity: 'defect',
      at: [unit.name],
      title:
        seen(unit.name) === 0
          ? text('没有考核组负责', 'No team assesses the unit')
          : text('有两个以上考核组负责', 'More than one team assesses the unit'),
      why: text('年终考核由谁打分不明确。', 'Who scores it at the end of the year is not clear.'),
    }),
  );
  const single: Report = {
    code: 'single-team',
    severity: 'note',
    at: teams.map((team) => team.id),
    quote: teams.map((team) => team.name).join(' … '),
    title: text(
      `${teams.length}个组分头考核，每个单位只见一个组`,
      `${teams.length} teams, and every unit is seen by one of them`,
    ),
    why: text(
      '一个组宽、一个组严，与单位做得好坏分不开；文件没有交叉复核的办法。',
      'A lenient team cannot be told from a good unit; nothing in the document crosses or reviews the teams.',
    ),
  };
  return odd.length < units.length && teams.length > 1 ? [...strays, single] : strays;
}
