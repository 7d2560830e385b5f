// What the people of the year do past the pages, each signed in and with requests of their own.
import type { RegisterEntry, ReportJson, Scopes, Seen } from '@kaohe/api-contract';
import { type EndedYear, marksOf } from './facts.js';
import { inTurn, type RealOffice, YEAR } from './real-office.js';

/** The other raters, each with requests of their own; divisions are signed for by the leaders. */
export async function rateByRequests(office: RealOffice, facts: EndedYear): Promise<void> {
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const two = (number: number) => String(number).padStart(2, '0');
  await inTurn(numbers(2, 15), async (number) => {
    const leader = office.as(`leader-${two(number)}`);
    await leader.actAs('rating-leader', `领导${two(number)}`);
    const path = `${YEAR}/ratings/leader/leader-${two(number)}`;
    const body = { marks: marksOf(facts, 'leader', number) };
    await leader.ask('POST', `${path}/submit`, { ifMatch: await leader.ask<Seen>('PUT', path, { body }) });
  });
  await inTurn(numbers(2, 18), async (number) => {
    const path = `${YEAR}/ratings/division/division-${two(number)}`;
    const division = office.as(`division-${two(number)}`);
    const body = { marks: marksOf(facts, 'division', number) };
    await division.ask('POST', `${path}/submit`, { ifMatch: await division.ask<Seen>('PUT', path, { body }) });
  });
  for (const number of numbers(2, 18)) {
    const head = office.as(`leader-${two(number > 16 ? number - 16 : number)}`);
    await head.actAs('division-head', `处室${two(number)}`);
    const path = `${YEAR}/ratings/division/division-${two(number)}`;
    await head.ask('POST', `${path}/sign`, { ifMatch: await head.ask<Seen>('GET', path) });
  }
}

/** A visit, a report written, signed and received. */
export async function reportByRequests(office: RealOffice, { name, team }: Scopes['units'][number]): Promise<void> {
  const places = [
    { kind: 'township', name: `${name}某镇` },
    { kind: 'enterprise', name: `${name}某厂` },
  ];
  const visit = { on: '2020-01-15', methods: ['听汇报', '查资料', '实地查看'], places };
  await office.as(team).ask<RegisterEntry>('POST', `${YEAR}/registers/visits`, { body: { unit: name, body: visit } });
  const path = `${YEAR}/reports/${name}`;
  const body = { narrative: '考核组查阅了资料，看了现场。', problems: ['无'], suggestions: ['继续保持。'] };
  const written = await office.as(team).ask<ReportJson>('PUT', path, { body, ifMatch: 0 });
  const signed = await office.as(team).ask<ReportJson>('POST', `${path}/sign`, { body: {}, ifMatch: written });
  await office.as('office').ask('POST', `${path}/receive`, { ifMatch: signed });
}
