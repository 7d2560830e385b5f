import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { zipOf } from './zip.js';

const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('zipOf', () => {
  it('同样的文件，不管先后，打出同样的字节；名称是 UTF-8，不写打包的时间', async () => {
    const files = [
      ['方案/scheme.yaml', bytes('id: x\n'.repeat(100))],
      ['方案/readings.yaml', bytes('')],
    ] as const;
    const zip = await zipOf(files);
    expect(Buffer.compare(Buffer.from(zip), Buffer.from(await zipOf([...files].reverse())))).toBe(0);
    const opened = await JSZip.loadAsync(zip);
    expect(Object.keys(opened.files)).toEqual(['方案/readings.yaml', '方案/scheme.yaml']);
    expect(await opened.file('方案/scheme.yaml')?.async('string')).toBe('id: x\n'.repeat(100));
    expect(opened.file('方案/scheme.yaml')?.date.getUTCFullYear()).toBe(1980);
  });
});
