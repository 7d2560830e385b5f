import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FILE, makeSchema, makeText } from './make-schemas.mjs';

const schema = makeSchema();
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
ajv.addSchema(schema);

/** The name of a file's definition. */
function kindOf(path: string): string {
  if (path === 'scheme.yaml') return 'scheme-file';
  if (path.endsWith('/sheet.yaml')) return 'sheet-file';
  return path.startsWith('sheets/') ? 'item-file' : `${path.slice(0, -'.yaml'.length)}-file`;
}

function validates(kind: string, value: unknown): boolean {
  const check = ajv.getSchema(`${schema.$id}#/$defs/${kind}`);
  if (!check) throw new Error(`no definition ${kind}`);
  return check(value) === true;
}

const FILES = readdirSync('schemes', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const paths = readdirSync(join('schemes', name), { recursive: true, encoding: 'utf8' });
    return paths.filter((path) => path.endsWith('.yaml') && !path.startsWith('cases')).map((path) => [name, path]);
  });

const read = (scheme: string, path: string) => parse(readFileSync(join('schemes', scheme, path), 'utf8'));

describe('scheme-files.schema.json', () => {
  it('就是脚本生成的', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(makeText());
  });

  it.each(FILES)('%s/%s 合乎格式，读法的选择也在内', (scheme = '', path = '') => {
    expect(validates(kindOf(path), read(scheme, path))).toBe(true);
  });

  it('选择可以写在值、列表的一项、整个对象的位置', () => {
    const rating = read('zhengzhou-2019', 'rating-forms.yaml');
    const either = { reading: 'forms', one: rating.forms[0], other: rating.forms[1] };
    expect(validates('rating-forms-file', { forms: [either] })).toBe(true);
    expect(validates('rating-forms-file', { forms: { reading: 'forms', one: rating.forms } })).toBe(true);
  });

  it.each([
    ['数没有写成文字', (item: { fullMarks: unknown }) => ({ ...item, fullMarks: 8 })],
    ['多出的键', (item: object) => ({ ...item, weight: '8' })],
    ['没有的规则种类', (item: object) => withRule(item, { kind: 'guess', amount: '1' })],
    ['规则多出的键', (item: object) => withRule(item, { kind: 'fixed', amount: '1', points: '1' })],
    ['没有名称的选择', (item: object) => ({ ...item, fullMarks: { one: '8' } })],
    ['没有选项的选择', (item: object) => ({ ...item, fullMarks: { reading: 'marks' } })],
    ['选项的值不对', (item: object) => ({ ...item, fullMarks: { reading: 'marks', one: 'eight' } })],
  ])('%s 的大项不合格式', (_title, change) => {
    const item = read('zhengzhou-2019', 'sheets/county/01-responsibility-system.yaml');
    expect(validates('item-file', item)).toBe(true);
    expect(validates('item-file', change(item))).toBe(false);
  });
});

function withRule(item: object, rule: object): object {
  const [row] = (item as { rows: { clauses: object[] }[] }).rows;
  return { ...item, rows: [{ ...row, clauses: [{ ...row?.clauses[0], rules: [rule] }] }] };
}
