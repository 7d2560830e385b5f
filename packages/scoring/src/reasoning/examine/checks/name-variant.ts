/** One unit printed under two names. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

export function checkNames({ scheme, examined }: Scene): Report[] {
  const source = examined.source ?? '';
  return scheme.population.units.flatMap((unit) => {
    const printed = (unit.aliases ?? []).filter((alias) => source.includes(alias));
    if (printed.length === 0) return [];
    return [
      {
        code: 'name-variant',
        severity: 'note' as const,
        at: [unit.name],
        quote: [unit.name, ...printed].join('／'),
        title: text('同一单位写了两个名称', 'One unit under two names'),
        why: text('汇总时会被当成两个单位，或者对不上。', 'In a summary it is taken for two units, or not found.'),
      },
    ];
  });
}
