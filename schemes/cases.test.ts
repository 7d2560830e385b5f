// Every worked case of every scheme: the prose is the title, only what the case names is checked.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assessTree, parseText, type SchemeFolder } from '@kaohe/scheme-files';
import { type Assessment, isRawObject, type RawObject, type RawTree, resultJson, type UnitJson } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { filesOf, getFolder } from './folder.js';

const SCHEMES = readdirSync(fileURLToPath(new URL('.', import.meta.url)), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const FULL_RATINGS = { leader: { sum: '160', ballots: '16' }, division: { sum: '180', ballots: '18' } };

function object(tree: RawTree | undefined): RawObject {
  return isRawObject(tree) ? tree : {};
}

/** What a case is read against. */
interface Scene {
  readonly folder: SchemeFolder;
  /** Sheet id → its rows. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  /** Unit → its sheet. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly hasForms: boolean;
}

function sceneOf(scheme: string): Scene {
  const folder = getFolder(scheme);
  const list = (tree: RawTree | undefined) => (tree ?? []) as readonly RawObject[];
  const rows = list(folder.tree.sheets).map((sheet): [string, string[]] => [
    `${sheet.id}`,
    list(sheet.items).flatMap((item) => list(item.rows).map((row) => `${row.id}`)),
  ]);
  const units = list(object(folder.tree.population).units).map((unit): [string, string] => [
    `${unit.name}`,
    `${unit.sheet}`,
  ]);
  return { folder, rows: new Map(rows), sheets: new Map(units), hasForms: list(folder.tree.forms).length > 0 };
}

/** A case as a FACTS tree: its unit closed with nothing found and fully rated, but for what the case says. */
function factsOf({ rows, sheets, hasForms }: Scene, one: RawObject, unit: string): RawObject {
  const open = Array.isArray(one.open) ? one.open : [];
  const sheet = object(one.given).sheet ?? sheets.get(unit);
  const others = (rows.get(`${sheet}`) ?? []).filter((row) => !open.includes(row));
  const closed = open.length > 0 ? [...others, 'bonus'] : 'all';
  const rated = hasForms && sheet !== 'member' ? FULL_RATINGS : {};
  const ratings: RawObject = { ...rated, ...object(one.ratings) };
  return {
    units: { [unit]: { closed, ...object(one.given) }, ...object(one.alongside) },
    ratings: Object.fromEntries(Object.entries(ratings).map(([form, count]) => [form, { [unit]: count }])),
    ...(one.accidents !== undefined && { accidents: one.accidents }),
    ...(one.readings !== undefined && { readings: one.readings }),
  };
}

const ends = ({ least, most }: { least: string; most: string }) => (least === most ? least : [least, most]);

function lostOf(result: UnitJson, clause: string): [string, string] | undefined {
  const lost = result.items.flatMap((item) => item.lost).find((line) => line.clause === clause);
  return lost && [lost.asked, lost.applied];
}

/** What the result says of everything a case expects, in the case's own shape. */
function answered(result: UnitJson, expected: RawObject): RawTree {
  const answer: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(expected)) {
    const names = Object.keys(object(value));
    if (key === 'items')
      answer.items = Object.fromEntries(
        names.map((id) => [id, ends(result.items.find((item) => item.id === id)?.score ?? { least: '', most: '' })]),
      );
    else if (key === 'lost') answer.lost = Object.fromEntries(names.map((id) => [id, lostOf(result, id)]));
    else if (key === 'parts')
      answer.parts = Object.fromEntries(names.map((id) => [id, ends(result.parts[id] ?? { least: '', most: '' })]));
    else if (key === 'total' || key === 'sheetScore' || key === 'bonus') answer[key] = ends(result[key]);
    else if (key === 'vetoes') answer.vetoes = result.vetoes.map((veto) => veto.id);
    else if (key === 'award') answer.award = result.award === null ? 'none' : String(result.award.eligible);
    else if (key === 'rank') answer.rank = result.rank === null ? 'none' : String(result.rank.least);
    else answer[key] = result[key as keyof UnitJson];
  }
  return answer as RawTree;
}

for (const scheme of SCHEMES) {
  const files = filesOf(scheme);
  const scene = sceneOf(scheme);
  for (const path of Object.keys(files).filter((name) => name.startsWith('cases/'))) {
    describe(`${scheme}/${path}`, () => {
      const parsed = parseText(files[path] ?? '');
      if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
      const cases = parsed.tree as readonly RawObject[];
      test.each(cases.map((one) => [String(one.case), one] as const))('%s', (_title, one) => {
        const unit = typeof one.unit === 'string' ? one.unit : '巩义市';
        const assessed = assessTree(scene.folder, factsOf(scene, one, unit));
        const expected = object(one.expect);
        if (expected.problem !== undefined) {
          expect('problems' in assessed && assessed.problems.map((found) => found.code)).toContain(expected.problem);
          return;
        }
        expect('problems' in assessed ? assessed.problems : []).toEqual([]);
        const { units } = resultJson(assessed as Assessment, scene.folder.edition);
        const result = units.find((found) => found.unit === unit);
        expect(Object.keys(expected).length).toBeGreaterThan(0);
        expect(result && answered(result, expected)).toEqual(expected);
      });
    });
  }
}
