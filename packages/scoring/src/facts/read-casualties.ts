/** The casualties of an accident, and the versions they went through: severity is a dated fact. */
import type { Casualties } from '../accidents/severity.js';
import type { Given } from '../observations/given.js';

export const COLUMNS = ['deaths', 'seriousInjuries', 'directEconomicLossYuan'] as const;

/** What was known from a day on. */
export interface CasualtyVersion extends Casualties {
  readonly from: string;
}

/** The first report and every later version, in order of their days; a column left out of a version stays as it was. */
export function readVersions(line: Given, on: string): CasualtyVersion[] | undefined {
  const first = readColumns(line, { deaths: 0n, seriousInjuries: 0n, directEconomicLossYuan: { n: 0n, d: 1n } });
  if (!first) return undefined;
  const versions: CasualtyVersion[] = [{ ...first, from: on }];
  for (const stated of line.get('versions').or([]).list() ?? []) {
    const before = versions[versions.length - 1];
    if (!stated.object(['from', ...COLUMNS, 'note']) || !before) return undefined;
    const from = stated.get('from').date({ from: before.from, to: '9999-12-31' });
    const columns = readColumns(stated, before);
    if (from === undefined || !columns) return undefined;
    versions.push({ ...columns, from });
  }
  return versions;
}

/** The version in force on a day: the last that had begun. Without a day, the last of all. */
export function versionOn(versions: readonly CasualtyVersion[], day: string | undefined): CasualtyVersion | undefined {
  return versions.filter(({ from }) => day === undefined || from <= day).pop();
}

function readColumns(given: Given, before: Casualties): Casualties | undefined {
  const column = (name: (typeof COLUMNS)[number]) => given.get(name);
  const deaths = column('deaths').isAbsent ? before.deaths : column('deaths').count();
  const injuries = column('seriousInjuries');
  const seriousInjuries = injuries.isAbsent ? before.seriousInjuries : injuries.count();
  const loss = column('directEconomicLossYuan');
  const directEconomicLossYuan = loss.isAbsent ? before.directEconomicLossYuan : loss.amount();
  if (deaths === undefined || seriousInjuries === undefined || !directEconomicLossYuan) return undefined;
  return { deaths, seriousInjuries, directEconomicLossYuan };
}
