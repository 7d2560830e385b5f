/** An office whose stages are open before every test, with a clerk and a member of the team of one unit signed in. */
import { afterEach, beforeAll } from 'vitest';
import { inSystem } from '../src/database/transaction.js';
import { type Client, TENANT, testOffice } from './office.js';

export const UNIT = '巩义市';
export const ROW = `/api/years/2019/sheets/${UNIT}/rows`;
export const RATINGS = '/api/years/2019/ratings';
export const TALKS = '/api/years/2019/registers/talks';
export const TALK = { unit: UNIT, body: { by: '市政府', on: '2019-08-02' } };

interface People {
  readonly clerk: Client;
  readonly team: Client;
  readonly teamId: string;
}

/** Call it in the body of a file; `people()` works inside hooks and tests. */
export function oneTeamOffice() {
  const office = testOffice();
  let people: People | undefined;
  const open = () =>
    office.stages({
      'year-end': 'open',
      leaders: 'open',
      routine: 'open',
      composite: 'waiting',
      approval: 'waiting',
    });
  beforeAll(async () => {
    await open();
    const teamId = await inSystem(office.database, TENANT, async (trx) => {
      const units = await trx.selectFrom('kaohe.units').select(['unit_id', 'team_id']).execute();
      return units.find(({ unit_id }) => unit_id === UNIT)?.team_id ?? '';
    });
    people = { clerk: await office.as('office'), team: await office.as('team-member', teamId), teamId };
  });
  afterEach(open);
  return {
    office,
    /** The stages as every test finds them. */
    open,
    people: (): People => {
      if (!people) throw new Error('the people of the test exist inside hooks and tests only');
      return people;
    },
  };
}
