/** What the year left in the registers that carry no points: patrol findings, inspections, and the first days on site. */
import { HALF_DAYS, type RegisterBody } from '@kaohe/api-contract';
import type { Work } from '../office/office.js';
import { addEntry } from '../registers/service.js';
import { type UnitRow, unitsOf } from '../years/service.js';
import { asPost, type Post } from './as-post.js';
import { DISTRICT_PLACES, ENTERPRISES, INSPECTIONS, OFFICES, PATROL_FINDINGS, VISIT_FINDINGS } from './field-words.js';

const PATROL: Post = { role: 'patrol-group', displayName: '督导组' };
const OFFICE: Post = { role: 'office', displayName: '安委办综合科' };
/** The day on which a team is at the first of its units, at the second …; the last are still to come. */
const DAYS = ['2020-01-14', '2020-01-15', '2020-01-15', '2020-01-16'];
/** The unit whose places were drawn. */
const DRAWN = { unit: '巩义市', seed: '2020年1月14日晨间天气预报：多云，−2℃～6℃', count: 3 };

export async function enterFindings(work: Work, year: string): Promise<void> {
  for (const [index, { unit, ...found }] of PATROL_FINDINGS.entries()) {
    const body = { ...found, group: `第${'一二三四五六七八'[index % 8]}督导组` };
    await asPost(work, { post: PATROL, at: `${found.on}T16:00` }, (as) =>
      addEntry(as, { year, register: 'patrol-findings' }, { unit, body }),
    );
  }
  for (const { unit, ...body } of INSPECTIONS)
    await asPost(work, { post: OFFICE, at: `${body.on}T16:00` }, (as) =>
      addEntry(as, { year, register: 'inspections' }, { unit, body: { ...body } }),
    );
}

/** The units a team has been at, with the day; units nobody has looked at wait for the last day. */
export async function enterVisits(work: Work, year: string, seen: ReadonlySet<string>): Promise<void> {
  const places = new Map<string, number>();
  for (const [index, unit] of (await unitsOf(work, year)).entries()) {
    const place = places.get(unit.team_id) ?? 0;
    places.set(unit.team_id, place + 1);
    const on = DAYS[place];
    if (on === undefined || !seen.has(unit.unit_id)) continue;
    const post: Post = { role: 'team-member', scope: unit.team_id, displayName: '考核组成员' };
    await asPost(work, { post, at: `${on}T17:30` }, async (as) => {
      const drawn = unit.unit_id === DRAWN.unit ? await drawPlaces(as, year) : undefined;
      const body: RegisterBody<'visits'> = {
        on,
        halves: [...HALF_DAYS],
        methods: ['听汇报', '查资料', '实地查看'],
        places: drawn ? [townshipOf(unit, index), ...drawn] : placesOf(unit, index),
      };
      await addEntry(as, { year, register: 'visits' }, { unit: unit.unit_id, body });
    });
  }
}

async function drawPlaces(work: Work, year: string) {
  const { unit, seed, count } = DRAWN;
  const body = { on: '2020-01-14', seed, count, places: ENTERPRISES.map((one) => `${unit}${one}`), drawn: [] };
  const entry = await addEntry(work, { year, register: 'draws' }, { unit, body });
  const { drawn } = entry.body as RegisterBody<'draws'>;
  return drawn.map((name) => ({ kind: 'enterprise' as const, name, draw: entry.entry }));
}

type Place = RegisterBody<'visits'>['places'][number];

const townshipOf = ({ unit_id }: UnitRow, index: number): Place => ({
  kind: 'township',
  name: `${unit_id}${DISTRICT_PLACES[index % DISTRICT_PLACES.length]}`,
});

function placesOf(row: UnitRow, index: number): Place[] {
  const { unit_id: unit, class: kind } = row;
  const at = <T>(list: readonly T[]): T => list[index % list.length] as T;
  const enterprise = { kind: 'enterprise' as const, name: `${unit}${at(ENTERPRISES)}`, finding: at(VISIT_FINDINGS) };
  if (kind === 'department') return [{ kind: 'department', name: `${unit}${at(OFFICES)}` }];
  return [townshipOf(row, index), enterprise];
}
