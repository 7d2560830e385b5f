import { randomUUID } from 'node:crypto';
import { assessTree } from '@kaohe/scheme-files';
import { type RawTree, resultJson } from '@kaohe/scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { inTransaction } from '../database/transaction.js';
import { yearFacts } from '../facts/service.js';
import type { Office, Work } from '../office/office.js';
import { readSchemes } from '../schemes/folder.js';
import { readDemonstration } from './facts.js';
import { seedDemonstration } from './seed.js';

const database = testDatabase();
let office: Office;

beforeAll(async () => {
  const schemes = await readSchemes();
  if ('problems' in schemes) throw new Error(JSON.stringify(schemes.problems));
  office = { database, schemes, now: () => new Date(), newId: randomUUID };
  await seedDemonstration(office);
});

async function factsOfYear(): Promise<RawTree> {
  const acting = { tenant: '1', account: '', role: 'office', scope: '' };
  return await inTransaction(database, acting, async (trx) => {
    const work = {
      trx,
      acting: { ...acting, accountId: '' },
      now: new Date(),
      today: '2020-01-16',
      schemes: office.schemes,
    } as unknown as Work;
    return await yearFacts(work, '2019');
  });
}

describe('演示年度', () => {
  it('进了数据库的事实和演示文件得出同样的细则表得分', async () => {
    const folder = office.schemes.find(({ id }) => id === 'zhengzhou-2019');
    if (!folder) throw new Error('no scheme');
    const scoresOf = (facts: RawTree) => {
      const assessment = assessTree(folder, facts);
      if ('problems' in assessment) throw new Error(JSON.stringify(assessment.problems[0]));
      const { units } = resultJson(assessment, folder.edition);
      return units.map(({ unit, sheetScore, bonus, vetoes }) => ({ unit, sheetScore, bonus, vetoes }));
    };
    const file = (await readDemonstration()) as unknown as Record<string, RawTree>;
    expect(scoresOf(await factsOfYear())).toEqual(scoresOf(file));
  });

  it('处室的评分已经合计，领导的还没有结束，不出合计', async () => {
    const { ratings } = (await factsOfYear()) as { ratings: Record<string, Record<string, unknown>> };
    expect(Object.keys(ratings)).toEqual(['division']);
    expect(ratings.division?.登封市).toEqual({ sum: '157', ballots: '18' });
  });
});
