import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { MADE_ON, PAPERS } from './papers-data.js';
import { all, bytesOf, DOCUMENTS, documentXml, partOf, rows, sumOf, tables, textOf } from './papers-xml.js';

const isLandscape = (name: string) => name.includes('sheet');

describe.each(DOCUMENTS)('%s', (name) => {
  test('has the page of GB/T 9704: A4, its margins, 22 lines of 28 characters', async () => {
    const xml = await documentXml(name);
    const size = isLandscape(name)
      ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
      : '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>';
    expect(xml).toContain(size);
    const [top, right, bottom, left] = isLandscape(name) ? [1474, 1984, 1588, 2098] : [2098, 1474, 1984, 1588];
    expect(xml).toContain(`w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}"`);
    expect(xml).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>');
    expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984);
    const spacing = new Set(all(xml, /<w:spacing w:val="(-?\d+)"\/>/g));
    for (const one of spacing) expect(28 * (320 + Number(one))).toBeLessThanOrEqual(8844);
  });

  test('names a font for every script on every run, and none of a theme', async () => {
    const bytes = await bytesOf(name);
    const parts = ['word/document.xml', 'word/footer1.xml', 'word/footer2.xml'];
    for (const xml of await Promise.all(parts.map((part) => partOf(bytes, part)))) {
      const runs = all(xml, /<w:r>(.*?)<\/w:r>/gs);
      expect(runs.length).toBeGreaterThan(0);
      for (const run of runs)
        expect(run).toMatch(/<w:rFonts (?=[^>]*w:ascii=")(?=[^>]*w:hAnsi=")(?=[^>]*w:cs=")[^>]*w:eastAsia="[^"]+"/);
      expect(xml).not.toMatch(/Theme="/);
    }
    expect(await partOf(bytes, 'word/styles.xml')).not.toMatch(/Theme="|<w:b\/>/);
  });

  test('names what to take in place of a font that is missing', async () => {
    const xml = await documentXml(name);
    const fonts = new Set(all(xml, /w:eastAsia="([^"]+)"/g));
    const table = await partOf(await bytesOf(name), 'word/fontTable.xml');
    for (const font of fonts) expect(table).toMatch(new RegExp(`w:name="${font}"><w:altName w:val="[^"]+"`));
    expect(fonts).toContain('方正小标宋简体');
  });

  test('has a title of 22 pt 小标宋 in the middle, nothing bold and no picture', async () => {
    const xml = await documentXml(name);
    const title = all(xml, /<w:p>(.*?)<\/w:p>/gs).find((one) => one.includes('方正小标宋简体')) ?? '';
    expect(title).toContain('<w:sz w:val="44"/>');
    expect(title).toContain('<w:jc w:val="center"/>');
    expect(xml).not.toMatch(/<w:b(?:Cs)?\/>|<w:drawing|<w:pict|<w:object/);
  });

  test('has tables whose columns, and the cells of whose rows, add up to the width of the text', async () => {
    const width = isLandscape(name) ? 12756 : 8844;
    const found = tables(await documentXml(name));
    for (const table of found) {
      expect(table).toContain(`<w:tblW w:type="dxa" w:w="${width}"/>`);
      expect(table).toContain('<w:tblLayout w:type="fixed"/>');
      expect(sumOf(all(table, /<w:gridCol w:w="(\d+)"\/>/g))).toBe(width);
      for (const row of rows(table)) expect(sumOf(all(row, /<w:tcW w:type="dxa" w:w="(\d+)"\/>/g))).toBe(width);
    }
    expect(found.length).toBeGreaterThan(0);
  });

  test('repeats the head of a table, and of nothing else', async () => {
    for (const table of tables(await documentXml(name)))
      expect(rows(table).map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows(table).map((_, at) => at === 0));
  });

  test('numbers its pages “— 1 —”, outside: the one field it has', async () => {
    const bytes = await bytesOf(name);
    const xml = await documentXml(name);
    const kinds = all(xml, /<w:footerReference w:type="(\w+)"/g).sort();
    expect(kinds).toEqual(['default', 'even']);
    expect(await partOf(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(xml).not.toMatch(/<w:instrText|<w:fldSimple/);
    const footers = await Promise.all(['word/footer1.xml', 'word/footer2.xml'].map((part) => partOf(bytes, part)));
    expect(footers.flatMap((one) => all(one, /<w:jc w:val="(\w+)"\/>/g)).sort()).toEqual(['left', 'right']);
    for (const footer of footers) {
      expect(textOf(footer)).toBe('—  —');
      expect(all(footer, /<w:instrText[^>]*>([^<]*)</g)).toEqual(['PAGE']);
      expect(footer).toContain('<w:sz w:val="28"/>');
    }
  });
});

describe.each(Object.keys(PAPERS))('%s', (name) => {
  test('is the same bytes for the same data', async () => {
    const first = await bytesOf(name);
    const second = await PAPERS[name]?.();
    expect(second && Buffer.compare(first, second)).toBe(0);
  });

  test('states the day it is told, no moment of packing, and nobody', async () => {
    const bytes = await bytesOf(name);
    const core = await partOf(bytes, 'docProps/core.xml');
    const day = name === 'circular.docx' ? '2020-03-02' : MADE_ON;
    expect(all(core, /W3CDTF">([^<]*)</g)).toEqual([`${day}T00:00:00Z`, `${day}T00:00:00Z`]);
    expect(core).not.toMatch(/creator|lastModifiedBy/);
    const zip = await JSZip.loadAsync(bytes);
    for (const file of Object.values(zip.files)) expect(file.date.toISOString()).toBe('1980-01-01T00:00:00.000Z');
  });
});
