/** 首先是县（市、区）、开发区，然后是部门: the order in which a circular and a summary name units. */
import type { UnitClass } from '@kaohe/scoring';

export interface OrderedUnit {
  readonly class: UnitClass;
}

export interface UnitSection<Unit> {
  readonly name: string;
  readonly units: readonly Unit[];
}

/** Districts, then departments, each as they come (the administrative order is the data's); a section without units is left out. */
export function sectionsOf<Unit extends OrderedUnit>(units: readonly Unit[]): UnitSection<Unit>[] {
  const isDepartment = (unit: Unit) => unit.class === 'department';
  const sections = [
    { name: '县（市、区）、开发区', units: units.filter((unit) => !isDepartment(unit)) },
    { name: '成员单位', units: units.filter(isDepartment) },
  ];
  return sections.filter((section) => section.units.length > 0);
}
