import { readFileSync } from 'node:fs';
import { parseText, type SchemeFolder, scoreFile } from '@kaohe/scheme-files';
import { isRawObject, type RawTree, type ResultJson, resultJson } from '@kaohe/scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { readScheme } from '../apps/server/src/schemes/folder.js';
import { FILE, makeDemonstration } from './make-demonstration.mjs';

const text = readFileSync(new URL(`../${FILE}`, import.meta.url), 'utf8');
const wholeYear: string = makeDemonstration({ isComplete: true });
let result: ResultJson;
let complete: ResultJson;

function scored(scheme: SchemeFolder, facts: string): ResultJson {
  const read = scoreFile(scheme, Buffer.from(facts));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return resultJson(read.assessment, read.edition);
}

beforeAll(async () => {
  const scheme = await readScheme('schemes/zhengzhou-2019');
  if ('problems' in scheme) throw new Error(JSON.stringify(scheme.problems));
  result = scored(scheme, text);
  complete = scored(scheme, wholeYear);
});

type UnitResult = ResultJson['units'][number];
const unit = (name: string, { units } = result) => {
  const found = units.find((one) => one.unit === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const on = (sheet: string, { units } = result) => units.filter((one) => one.sheet === sheet);
const named = (sheet: string, condition: (one: UnitResult) => boolean) =>
  on(sheet)
    .filter(condition)
    .map((one) => one.unit);

describe('演示数据', () => {
  it('就是脚本生成的，两次生成完全一样', () => {
    expect(makeDemonstration()).toBe(text);
    expect(makeDemonstration({ isComplete: true })).toBe(wholeYear);
  });

  it('有十六个县（市、区）、开发区，总分在70到99之间', () => {
    expect(on('county')).toHaveLength(16);
    for (const { total } of on('county')) {
      expect(Number(total.least)).toBeGreaterThanOrEqual(70);
      expect(Number(total.most)).toBeLessThanOrEqual(99);
    }
  });

  it('多数完成，有优秀，也有基本完成', () => {
    expect(named('county', ({ grades }) => grades.join() === '完成').length).toBeGreaterThan(8);
    expect(named('county', ({ grades }) => grades.join() === '优秀')).toEqual(['郑东新区', '高新区']);
    const basic = named('county', ({ grades, vetoes }) => grades.join() === '基本完成' && vetoes.length === 0);
    expect(basic).toEqual(['新密市']);
  });

  it('五个县（市、区）还有未核的行，其中两个的等次、四个的名次还没有定', () => {
    expect(named('county', ({ open }) => open.length > 0)).toHaveLength(5);
    expect(named('county', ({ grades }) => grades.length > 1)).toEqual(['航空港区', '上街区']);
    expect(named('county', ({ open, rank }) => open.length > 0 && rank?.least !== rank?.most)).toHaveLength(4);
  });

  it('两起较大事故的单位被一票否决，不排名', () => {
    expect(unit('登封市')).toMatchObject({ vetoes: [{ id: 'accidents' }], rank: null, award: { eligible: false } });
  });

  it('正好94.75分的单位是完成，不是优秀', () => {
    expect(unit('经开区')).toMatchObject({ total: { least: '94.75', most: '94.75' }, grades: ['完成'] });
  });

  it('少收一张评价表的单位只有一条提示', () => {
    expect(result.problems).toMatchObject([{ code: 'fewer-ballots', level: 'notice' }]);
    expect(unit('管城区').parts.leader?.least).toBe('18');
  });

  it('被约谈的优秀单位不能评先', () => {
    expect(unit('高新区')).toMatchObject({ grades: ['优秀'], award: { eligible: false, why: ['约谈'] } });
  });

  it('同一工作推广又表彰，只加高的3分，另一工作加2分', () => {
    expect(unit('郑东新区').bonus.least).toBe('5');
  });

  it('到截至日期伤亡人数还可能变动的事故使区和部门的结果都为暂定', () => {
    expect(unit('二七区').provisional).toEqual(['A-07']);
    expect(unit('市城建局').provisional).toEqual(['A-07']);
  });
});

describe('演示数据的成员单位', () => {
  it('二十七个都有事实：四个考核组还没有去，六个还有几行未核，十七个已经核完', () => {
    expect(on('member')).toHaveLength(27);
    const open = on('member').map((one) => one.open.length);
    expect(open.filter((rows) => rows === 31)).toHaveLength(4);
    expect(open.filter((rows) => rows > 0 && rows < 31)).toHaveLength(6);
    expect(open.filter((rows) => rows === 0)).toHaveLength(17);
  });

  it('还没有去的单位，市安委办和处室提供的六行已经核定', () => {
    const { open } = unit('市国资委');
    for (const row of [8, 32, 34, 35, 36, 37]) expect(open).not.toContain(`member/${row}`);
  });

  it('有优秀、完成、基本完成；两个只差几行的等次未定', () => {
    const grade = (wanted: string) => named('member', ({ grades }) => grades.join() === wanted);
    expect(grade('优秀')).toEqual(['市林业局', '市教育局', '市民政局', '郑州供电公司', '市生态环境局']);
    expect(grade('基本完成')).toEqual(['市公安局', '市消防救援支队', '市交通局']);
    expect(grade('优秀,完成')).toEqual(['市发改委', '市市场监管局']);
  });

  it('正好95分的是优秀', () => {
    expect(unit('市民政局')).toMatchObject({ total: { least: '95', most: '95' }, grades: ['优秀'] });
  });

  it('主管行业发生较大事故的部门扣20分，第37行由事故台账得出', () => {
    const lost = unit('市交通局').items.flatMap((item) => item.lost);
    expect(lost).toContainEqual(expect.objectContaining({ clause: 'member/37.1', asked: '20' }));
  });
});

const observationsOf = (facts: string) => {
  const parsed = parseText(facts);
  const tree = 'problems' in parsed ? {} : parsed.tree;
  const object = (raw: RawTree | undefined) => (isRawObject(raw) ? raw : {});
  return Object.entries(object(object(tree).units)).flatMap(([name, stated]) =>
    Object.entries(object(object(stated).observations)).map(([clause, seen]) => JSON.stringify([name, clause, seen])),
  );
};

describe('全年的演示数据', () => {
  it('四十三个单位全部核完：没有未核的行，没有暂定，每个总分、等次、名次只有一个', () => {
    expect(complete.units).toHaveLength(43);
    for (const { open, provisional, total, grades, rank } of complete.units) {
      expect([open, provisional, grades.length]).toEqual([[], [], 1]);
      expect([total.least, rank?.least]).toEqual([total.most, rank?.most]);
    }
  });

  it('截至考核第三天的就是它的一部分：写的事实一字不差，每个总分都在那时的范围里，等次、名次也在', () => {
    const whole = new Set(observationsOf(wholeYear));
    const cut = observationsOf(text);
    expect(cut.filter((one) => !whole.has(one))).toEqual([]);
    expect(cut.length).toBeLessThan(whole.size);
    for (const before of result.units) {
      const { total, grades, rank } = unit(before.unit, complete);
      expect(Number(total.least)).toBeGreaterThanOrEqual(Number(before.total.least));
      expect(Number(total.most)).toBeLessThanOrEqual(Number(before.total.most));
      for (const grade of grades) expect(before.grades).toContain(grade);
      expect(rank === null).toBe(before.rank === null);
      if (rank && before.rank) {
        expect(rank.least).toBeGreaterThanOrEqual(before.rank.least);
        expect(rank.most).toBeLessThanOrEqual(before.rank.most);
      }
    }
  });
});
