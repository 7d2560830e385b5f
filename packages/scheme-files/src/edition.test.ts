import { describe, expect, test } from 'vitest';
import { editionOf } from './edition.js';

const FILES = { 'scheme.yaml': 'id: a\n', 'sheets/county/sheet.yaml': 'id: county\n' };

describe('an edition', () => {
  test('is a SHA-256 of the files', () => {
    expect(editionOf(FILES)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(editionOf({})).toBe('sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945');
  });

  test('is the same for the same files in any order', () => {
    const turned = Object.fromEntries(Object.entries(FILES).reverse());
    expect(Object.keys(turned)).not.toEqual(Object.keys(FILES));
    expect(editionOf(turned)).toBe(editionOf(FILES));
  });

  test('is the same whatever the line ends', () => {
    const windows = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    );
    expect(editionOf(windows)).toBe(editionOf(FILES));
  });

  test('changes with a character, a name, a file more and a text that moved', () => {
    const changed = [
      { ...FILES, 'scheme.yaml': 'id: b\n' },
      { ...FILES, 'scheme.yaml': 'id: a' },
      { 'schema.yaml': FILES['scheme.yaml'], 'sheets/county/sheet.yaml': FILES['sheets/county/sheet.yaml'] },
      { ...FILES, 'population.yaml': '' },
      { 'scheme.yaml': FILES['sheets/county/sheet.yaml'], 'sheets/county/sheet.yaml': FILES['scheme.yaml'] },
    ];
    const editions = new Set([FILES, ...changed].map((files) => editionOf(files)));
    expect(editions.size).toBe(changed.length + 1);
  });
});
