import { renderProblem } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../../schemes/folder.js';
import { chooseReadings, isSchemeFile, readSchemeFolder } from './scheme-folder.js';

type Files = Readonly<Record<string, string>>;

const ISSUED = filesOf('zhengzhou-2019');

/** The issued scheme with one file changed; the change must change something. */
function changed(path: string, from: string | RegExp, to: string): Files {
  const text = ISSUED[path] ?? '';
  const after = text.replace(from, to);
  expect(after).not.toBe(text);
  return { ...ISSUED, [path]: after };
}

const without = (path: string): Files => Object.fromEntries(Object.entries(ISSUED).filter(([name]) => name !== path));

function problemsOf(files: Files) {
  const folder = readSchemeFolder(files);
  if ('problems' in folder) return folder.problems;
  const chosen = chooseReadings(folder.tree, {});
  return 'problems' in chosen ? chosen.problems : [];
}

const places = (files: Files) => problemsOf(files).map((found) => [found.code, found.at.join('/')]);

describe('the files of a scheme folder', () => {
  test.each([
    'scheme.yaml',
    'readings.yaml',
    'rating-forms.yaml',
    'population.yaml',
    'coverage.yaml',
    'sheets/county/sheet.yaml',
    'sheets/county/01-responsibility-system.yaml',
  ])('%s is one', (path) => {
    expect(isSchemeFile(path)).toBe(true);
  });

  test.each([
    'source.md',
    'readings.md',
    'cases/item-01.yaml',
    'sheets/sheet.yaml',
    'sheets/county/notes.md',
    'sheets/county/old/sheet.yaml',
    'sub/scheme.yaml',
    '../scheme.yaml',
    'scheme.yaml.bak',
    'sheets/../scheme.yaml',
    '',
  ])('“%s” is none', (path) => {
    expect(isSchemeFile(path)).toBe(false);
  });
});

describe('reading a scheme folder', () => {
  test('puts the files together as one tree, items in the order of their names', () => {
    const folder = readSchemeFolder(ISSUED);
    const tree = 'tree' in folder ? folder.tree : {};
    const [county] = tree.sheets as readonly {
      readonly id: string;
      readonly items: readonly { readonly id: string }[];
    }[];
    expect('id' in folder && folder.id).toBe('zhengzhou-2019');
    expect(county?.id).toBe('county');
    expect(county?.items.map((item) => item.id).slice(0, 3)).toEqual(['county/i1', 'county/i2', 'county/i3']);
    expect(problemsOf(ISSUED)).toEqual([]);
  });

  test('has an edition of its own files, not of prose and cases', () => {
    const edition = (files: Files) => {
      const folder = readSchemeFolder(files);
      return 'edition' in folder ? folder.edition : undefined;
    };
    expect(edition(without('source.md'))).toBe(edition(ISSUED));
    expect(edition({ ...ISSUED, 'cases/more.yaml': '[' })).toBe(edition(ISSUED));
    expect(edition(changed('population.yaml', '巩义市', '巩义市市'))).not.toBe(edition(ISSUED));
  });

  test('names the file that cannot be read, and every such file', () => {
    const broken = { ...changed('scheme.yaml', 'id: ', 'id: ['), 'population.yaml': 'units: *all' };
    const found = new Set(places(broken).map((one) => one.join(' ')));
    expect(found).toEqual(new Set(['not-yaml scheme.yaml', 'yaml-alias population.yaml']));
  });

  test('refuses a file that is no mapping', () => {
    expect(places({ ...ISSUED, 'population.yaml': '- a' })).toEqual([['scheme-shape', 'population.yaml']]);
    expect(places({ ...ISSUED, 'rating-forms.yaml': '' })).toEqual([['scheme-shape', 'rating-forms.yaml']]);
  });
});

describe('the shape of a scheme', () => {
  test.each(['scheme.yaml', 'population.yaml'])('misses what stands in %s', (path) => {
    const found = problemsOf(without(path));
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((one) => one.code))).toEqual(new Set(['scheme-shape']));
  });

  test('misses a title, with its place', () => {
    expect(places(changed('scheme.yaml', /^title: .*$/m, ''))).toEqual([['scheme-shape', 'title']]);
    expect(places(changed('scheme.yaml', /^title: .*$/m, 'title: ""'))).toEqual([['scheme-shape', 'title']]);
  });

  test('has no key nobody knows, and the text names it', () => {
    const found = problemsOf(changed('scheme.yaml', /^issuer:/m, 'isuer:'));
    expect(found.map((one) => one.code)).toEqual(['scheme-shape']);
    const [one] = found;
    expect(one && renderProblem(one).zh).toContain('isuer');
    expect(one && renderProblem(one).en).toContain('isuer');
  });

  test('has no key nobody knows deep in a rule, with its place', () => {
    const path = 'sheets/county/01-responsibility-system.yaml';
    const [found] = places(changed(path, '{ kind: fixed, amount: "2" }', '{ kind: fixed, amount: "2", per: year }'));
    expect(found).toEqual(['scheme-shape', 'sheets/0/items/0/rows/0/clauses/0/rules/0']);
  });

  test.each([
    ['a number below zero', '"-2"'],
    ['a number with a unit', '"2分"'],
    ['an exponent', '"2e0"'],
    ['a full-width digit', '"２"'],
    ['nothing', '""'],
    ['a list', '["2"]'],
  ])('has no amount that is %s', (_what, amount) => {
    const path = 'sheets/county/01-responsibility-system.yaml';
    const [found] = places(changed(path, '{ kind: fixed, amount: "2" }', `{ kind: fixed, amount: ${amount} }`));
    expect(found).toEqual(['scheme-shape', 'sheets/0/items/0/rows/0/clauses/0/rules/0/amount']);
  });

  test('knows no other kind of rule', () => {
    const path = 'sheets/county/01-responsibility-system.yaml';
    const [found] = places(changed(path, 'kind: fixed', 'kind: fixedd'));
    expect(found).toEqual(['scheme-shape', 'sheets/0/items/0/rows/0/clauses/0/rules/0/kind']);
  });

  test('has dates that look like dates', () => {
    expect(places(changed('scheme.yaml', 'from: "2019-01-01"', 'from: "2019-1-1"'))).toEqual([
      ['scheme-shape', 'period/from'],
    ]);
  });
});

describe('the scheme under its readings', () => {
  const folder = readSchemeFolder(ISSUED);
  const tree = 'tree' in folder ? folder.tree : {};

  test('is the adopted one, or the one a call asks for', () => {
    const base = (asked: Readonly<Record<string, string>>) => {
      const chosen = chooseReadings(tree, asked);
      return 'scheme' in chosen ? [chosen.scheme.bonus.base, chosen.readings['bonus-base']] : undefined;
    };
    expect(base({})).toEqual(['sheet', 'sheet']);
    expect(base({ 'bonus-base': 'composite' })).toEqual(['composite', 'composite']);
  });

  test('records the readings that decided where they did', () => {
    const chosen = chooseReadings(tree, {});
    expect('scheme' in chosen && chosen.scheme.bonus.readings).toEqual(['bonus-base', 'bonus-ceiling']);
  });

  test('leaves a value out under an alternative that has none', () => {
    const ceiling = (asked: Readonly<Record<string, string>>) => {
      const chosen = chooseReadings(tree, asked);
      return 'scheme' in chosen ? chosen.scheme.bonus.ceiling : 'refused';
    };
    expect(ceiling({})).toBeUndefined();
    expect(ceiling({ 'bonus-ceiling': 'full-marks' })).toBe('full-marks');
  });

  test('is refused under a reading or an alternative it does not have', () => {
    const codes = (asked: Readonly<Record<string, string>>) => {
      const chosen = chooseReadings(tree, asked);
      return 'problems' in chosen ? chosen.problems.map((found) => found.code) : [];
    };
    expect(codes({ 'bonus-bass': 'sheet' })).toEqual(['unknown-reading']);
    expect(codes({ 'bonus-base': 'total' })).toEqual(['unknown-alternative']);
  });
});
