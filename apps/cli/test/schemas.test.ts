import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseText, type SchemeFolder, scoreFile } from '@kaohe/scheme-files';
import { explain, explanationJson, type ResultJson, resultJson } from '@kaohe/scoring';
import { readScheme } from '@kaohe/server/schemes';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './kaohe.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const validator = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(join(ROOT, `schemas/${name}.schema.json`), 'utf8')));
const facts = validator('facts');
const result = validator('result');
const explanation = validator('explanation');

const EXAMPLES = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.facts.yaml'));
const textOf = (name: string) => readFileSync(join(ROOT, 'examples', name), 'utf8');

const schemes = new Map<string, SchemeFolder>();
beforeAll(async () => {
  for (const id of ['zhengzhou-2019', 'shandong-2016']) {
    const read = await readScheme(join(ROOT, 'schemes', id));
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    schemes.set(id, read);
  }
});

/** An example scored by the scheme it names. */
function assessmentOf(name: string) {
  const scheme = schemes.get(/^scheme: (\S+)$/m.exec(textOf(name))?.[1] ?? '');
  if (!scheme) throw new Error(`${name} names no scheme`);
  const scored = scoreFile(scheme, Buffer.from(textOf(name)));
  if ('problems' in scored) throw new Error(JSON.stringify(scored.problems));
  return scored;
}

describe('facts.schema.json', () => {
  it.each(EXAMPLES)('%s 合乎格式，读成文字或读成数都一样', (name) => {
    const asText = parseText(textOf(name));
    expect(facts(parse(textOf(name))), JSON.stringify(facts.errors)).toBe(true);
    expect('tree' in asText && facts(asText.tree), JSON.stringify(facts.errors)).toBe(true);
  });

  it('facts.md 的每一种写法都合乎格式', () => {
    const observations = [
      'county/1.1: { breached: true, note: 见纪要, evidence: [E-017] }',
      'county/4.1: { actual: { 政府常务会: { Q1: 1, Q2: 0, Q3: 1, Q4: 1 }, 党委常委会: { H1: 1, H2: 0 } } }',
      'county/2.2: { actual: { 功能区: [ { Q1: 1, Q2: 1, Q3: 0, Q4: 1 } ] } }',
      'member/29.1: { occasions: [ { absent: [总结] }, { absent: [] } ] }',
      'county/53.2: { value: "1.4" }',
      'county/20.1: { 申报率: { numerator: 17, denominator: 20 }, 日常监管率: { numerator: 20, denominator: 20 } }',
      'county/40.1: { rung: 未投稿 }',
      'city/1.1.1: { mark: "6", reason: 资料不全 }',
      'county/27.1: { notApplicable: true, reason: 无重大危险源 }',
      'city/10.1: { value: 102, baseline: "100" }',
      'city/10.2: { count: 2, baseline: "3" }',
    ];
    const bonus = '[{ deed: 工作, kind: media }, { deed: 工作, mark: "30", reason: 见文件 }]';
    const unit = `{ sheet: county, class: district, closed: all, bonus: ${bonus}, observations: { ${observations.join(', ')} } }`;
    expect(facts(parse(`units: { 新区: ${unit} }`)), JSON.stringify(facts.errors)).toBe(true);
  });

  it.each([
    ['没有的键', 'unit: {}'],
    ['没有的未提到方式', 'unmentioned: closed'],
    ['单位里没有的键', 'units: { 巩义市: { score: 90 } }'],
    ['负的次数', 'units: { 巩义市: { observations: { county/19.1: { count: -1 } } } }'],
    ['不是整数的次数', 'units: { 巩义市: { observations: { county/19.1: { count: 1.5 } } } }'],
    ['没有理由的打分', 'units: { 巩义市: { observations: { city/1.1.1: { mark: "6" } } } }'],
    ['两种写法混在一起', 'units: { 巩义市: { observations: { county/19.1: { count: 1, breached: true } } } }'],
    ['没有分母', 'units: { 巩义市: { observations: { county/53.2: { numerator: 3 } } } }'],
    ['没有的时段', 'units: { 巩义市: { observations: { county/4.1: { actual: { 政府常务会: { Q5: 1 } } } } } }'],
    ['不是条款编号', 'units: { 巩义市: { observations: { 第一条: { count: 1 } } } }'],
    ['没有的加分类别', 'units: { 巩义市: { bonus: [{ deed: 工作, kind: praised }] } }'],
    ['不是日期的约谈', 'units: { 巩义市: { talks: [{ by: 市政府, on: 八月 }] } }'],
    ['有合计没有票数', 'ratings: { leader: { 巩义市: { sum: 150 } } }'],
    ['没有死亡人数的事故', 'accidents: [{ id: A-01, on: 2019-05-06, place: 巩义市 }]'],
    ['事故里没有的键', 'accidents: [{ id: A-01, on: 2019-05-06, place: 巩义市, deaths: 1, severity: serious }]'],
  ])('%s 不合格式', (_title, text) => {
    expect(facts(parse(text))).toBe(false);
  });
});

describe('result.schema.json', () => {
  it.each(EXAMPLES)('%s 的结果合乎格式', (name) => {
    const { assessment, edition } = assessmentOf(name);
    expect(result(resultJson(assessment, edition)), JSON.stringify(result.errors)).toBe(true);
  });

  it.each([
    ['得分是数', (json: ResultJson) => ({ ...json, units: json.units.map((unit) => ({ ...unit, total: 90 })) })],
    ['多出的键', (json: ResultJson) => ({ ...json, computedOn: '2020-01-16' })],
    [
      '等次重复',
      (json: ResultJson) => ({ ...json, units: json.units.map((unit) => ({ ...unit, grades: ['优秀', '优秀'] })) }),
    ],
    ['没有版本', ({ edition: _edition, ...json }: ResultJson) => json],
  ])('%s 不合格式', (_title, change) => {
    const { assessment, edition } = assessmentOf('one-district.facts.yaml');
    expect(result(change(resultJson(assessment, edition)))).toBe(false);
  });
});

describe('explanation.schema.json', () => {
  it.each(EXAMPLES)('%s 每个单位的说明合乎格式', (name) => {
    const { assessment } = assessmentOf(name);
    for (const { scored } of assessment.units) {
      const json = explanationJson(explain(assessment.program, scored));
      expect(explanation(json), JSON.stringify(explanation.errors)).toBe(true);
    }
  });

  it('缺了算法的说明不合格式', () => {
    const { assessment } = assessmentOf('one-district.facts.yaml');
    const [unit] = assessment.units;
    if (!unit) throw new Error('no unit');
    const { operation: _operation, ...json } = explanationJson(explain(assessment.program, unit.scored));
    expect(explanation(json)).toBe(false);
  });
});
