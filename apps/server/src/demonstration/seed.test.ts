import { randomBytes, randomUUID } from 'node:crypto';
import { assessTree } from '@kaohe/scheme-files';
import { type RawTree, resultJson } from '@kaohe/scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { secretBox } from '../accounts/secret-box.js';
import { inTransaction } from '../database/transaction.js';
import { yearFacts } from '../facts/service.js';
import type { Office, Work } from '../office/office.js';
import { progressOf } from '../ratings/service.js';
import { entriesOf } from '../registers/service.js';
import { listOfReports } from '../reports/service.js';
import { readSchemes } from '../schemes/folder.js';
import { readDemonstration } from './facts.js';
import { seedDemonstration } from './seed.js';

const database = testDatabase();
let office: Office;

beforeAll(async () => {
  const schemes = await readSchemes();
  if ('problems' in schemes) throw new Error(JSON.stringify(schemes.problems));
  office = { database, schemes, now: () => new Date(), newId: randomUUID, secrets: secretBox(randomBytes(32)) };
  await seedDemonstration(office);
});

async function asOffice<Result>(act: (work: Work) => Promise<Result>): Promise<Result> {
  const acting = { tenant: '1', accountId: '', role: 'office', scope: '' };
  return await inTransaction(database, acting, async (trx) => {
    const work = {
      trx,
      acting,
      now: new Date(),
      today: '2020-01-16',
      schemes: office.schemes,
    } as unknown as Work;
    return await act(work);
  });
}

const factsOfYear = () => asOffice((work) => yearFacts(work, '2019'));

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

  it('汇总没有打开，一处合计也不出；打开以后，处室的评分已经合计，领导的还没有结束', async () => {
    expect(await factsOfYear()).not.toHaveProperty('ratings');
    const { ratings } = (await asOffice(async (work) => {
      const composite = work.trx
        .updateTable('kaohe.stages')
        .where('tenant_id', '=', '1')
        .where('stage', '=', 'composite');
      await composite.set({ state: 'open' }).execute();
      const facts = await yearFacts(work, '2019');
      await composite.set({ state: 'waiting' }).execute();
      return facts;
    })) as { ratings: Record<string, Record<string, unknown>> };
    expect(Object.keys(ratings)).toEqual(['division']);
    expect(ratings.division?.登封市).toEqual({ sum: '157', ballots: '18' });
  });

  it('报告各到一步：三分之一已接收，有的已签署、有的起草中、有的还没有；一条建议已答复', async () => {
    const { reports } = await asOffice((work) => listOfReports(work, '2019'));
    const count = (state: string) => reports.filter((one) => one.state === state).length;
    expect(Math.abs(count('received') - reports.length / 3)).toBeLessThan(1);
    expect(['signed', 'draft', 'none'].map((state) => count(state) > 2)).toEqual([true, true, true]);
    expect(reports.filter(({ answered }) => answered > 0).map(({ unit }) => unit)).toEqual(['高新区']);
    expect(reports.filter(({ late }) => late)).toEqual([]);
  });

  it('一个单位的考核点是抽出来的，有一张纸质评价表等着第二人复核', async () => {
    const visits = await asOffice((work) => entriesOf(work, '2019', 'visits'));
    const days = [...new Set(visits.map(({ body }) => body.on))].sort();
    expect(days).toEqual(['2020-01-14', '2020-01-15', '2020-01-16']);
    expect(
      visits
        .filter(({ body }) => (body.places as { draw?: string }[]).some(({ draw }) => draw !== undefined))
        .map(({ unit }) => unit),
    ).toEqual(['巩义市']);
    const { forms } = await asOffice((work) => progressOf(work, '2019'));
    const waiting = forms.flatMap(({ raters }) => raters).filter(({ fromPaper, checked }) => fromPaper && !checked);
    expect(waiting).toMatchObject([{ rater: 'leader-15', state: 'submitted', counts: false }]);
  });
});
