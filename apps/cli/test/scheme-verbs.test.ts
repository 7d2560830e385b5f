import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { build, kaohe, kaoheProcess } from './kaohe.js';

beforeAll(build, 60_000);

const json = async (...args: string[]) => JSON.parse((await kaohe([...args, '--json'])).out);

describe('kaohe schemes', () => {
  it('列出方案', async () => {
    const found = await json('schemes');
    expect(found).toContainEqual({
      id: 'zhengzhou-2019',
      title: '郑州市安全生产委员会关于2019年度安全生产目标考核工作的通知',
      titleEn: expect.any(String),
      documentNumber: '郑安委〔2020〕1号',
      edition: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect((await kaohe(['schemes'])).out).toMatch(/zhengzhou-2019 {2}郑安委〔2020〕1号/);
  });
});

describe('kaohe show', () => {
  it('数出附件1的12大项、61行', async () => {
    const { sheets } = await json('show', 'zhengzhou-2019', '--counts');
    const county = sheets.find(({ id }: { id: string }) => id === 'county');
    expect(county.counts).toMatchObject({ items: 12, rows: 61 });
    const { rules, clauses } = county.counts;
    expect((await kaohe(['show', 'zhengzhou-2019', '--counts'])).out).toMatch(
      new RegExp(`^county +12 +61 +${clauses} +${rules}$`, 'm'),
    );
  });

  it('每一条都有原文和规则的说明，数目与 --counts 相同', async () => {
    const { sheets, readings } = await json('show', 'zhengzhou-2019');
    for (const sheet of sheets) {
      const rows = sheet.items.flatMap(({ rows: inItem }: { rows: object[] }) => inItem);
      const clauses = rows.flatMap(({ clauses: inRow }: { clauses: object[] }) => inRow);
      expect(clauses).toHaveLength(sheet.counts.clauses);
      for (const { quote, rules } of clauses) {
        expect(quote).not.toBe('');
        for (const { words, wordsEn } of rules) expect(words && wordsEn).toBeTruthy();
      }
    }
    expect(readings['bonus-base']).toBe('sheet');
  });

  it('一条的原文、规则、填法和读法', async () => {
    const { out } = await kaohe(['show', 'zhengzhou-2019', '--clause', 'county/40.1']);
    expect(out).toContain('“投稿少于 5 次的，扣 1 分，未投稿的扣 2 分”');
    expect(out).toContain('→ 按投稿次数：少于5次扣1分，未投稿扣2分（只取一档）');
    expect(out).toContain('county/40.1: { value: 0 }');
  });

  it('所用读法随 --readings 变', async () => {
    const { out } = await kaohe([
      'show',
      'zhengzhou-2019',
      '--readings',
      'part-steps=prorate',
      '--clause',
      'county/20.1',
    ]);
    expect(out).toContain('part-steps=prorate  按比例扣');
  });
});

describe('kaohe template', () => {
  const score = async (facts: string, scheme = 'zhengzhou-2019') => {
    const { code, out, err } = await kaohe(['score', scheme, '-', '--json'], facts);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out).units;
  };
  /** The lines that state facts, without their “# ”. */
  const filledIn = (template: string) =>
    template.replace(/^( {4})# (?=(?:observations|bonus|talks|indicators):| {2})/gm, '$1');

  it('照原样就能计分，全部未核', async () => {
    const { out } = await kaohe(['template', 'zhengzhou-2019', '--unit', '巩义市', '航空港实验区']);
    const units = await score(out);
    expect(units.map(({ unit }: { unit: string }) => unit)).toEqual(['航空港区', '巩义市']);
    for (const { total, open, openParts } of units) {
      expect(total).toMatchObject({ least: '0', most: '105' });
      expect(open).toHaveLength(61);
      expect(openParts).toEqual(['leader', 'division', 'bonus']);
    }
  });

  it.each([
    ['zhengzhou-2019', '巩义市', 100],
    ['zhengzhou-2019', '市公安局', 40],
    ['shandong-2016', '某市', 80],
  ])('%s %s：所有注释行去掉“# ”也是有效的 FACTS，填法的例子个个能用', async (scheme, unit, clauses) => {
    const { out } = await kaohe(['template', scheme, '--unit', unit]);
    const [scored] = await score(filledIn(out), scheme);
    const stated = Object.keys(parse(filledIn(out)).units[unit].observations);
    expect(stated.length).toBeGreaterThan(clauses);
    expect(scored.bonus.least).not.toBe('0');
    expect(scored.openParts).not.toContain('bonus');
  });

  it('不适用于本类单位、本单位的条款不出现', async () => {
    const zone = (await kaohe(['template', 'zhengzhou-2019', '--unit', '郑东新区'])).out;
    const district = (await kaohe(['template', 'zhengzhou-2019', '--unit', '巩义市'])).out;
    expect(district).toContain('county/2.3:');
    expect(zone).not.toContain('county/2.3:');
  });

  it('没有单位名单的方案，单位写明细则表和类别', async () => {
    const { out } = await kaohe(['template', 'shandong-2016', '--unit', '某市']);
    expect(parse(out).units.某市).toEqual({ sheet: 'city', class: 'city', closed: [] });
  });

  it.each(['zhengzhou-2019', 'shandong-2016'])('%s 的 --json 没有注释，也是有效的', async (scheme) => {
    const { out } = await kaohe(['template', scheme, '--json']);
    expect((await score(out, scheme)).length).toBeGreaterThanOrEqual(1);
    expect(Object.keys(JSON.parse(out))).toEqual(['scheme', 'unmentioned', 'units', 'ratings', 'accidents']);
  });
});

describe('kaohe serve', () => {
  it('与服务器包是同一个命令', async () => {
    const { code, err } = await kaoheProcess(['serve', '--port', '99999']);
    expect(code).toBe(2);
    expect(err).toContain('“99999” is not a port');
  });
});
