import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { hasCurrent, hasFloor, type Surface, withCurrent, withFloor } from './browsers.js';

const PAGE = `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><html lang="zh-CN">
<style>body { font-family: sans-serif; margin: 24px } h1 { color: rgb(9, 88, 217) } main { display: flex; gap: 12px }</style>
<h1>郑州市安全生产</h1><main><div>优秀</div><div>〔2020〕①≥95</div></main>
<input aria-label="单位"><button onclick="this.textContent = '已提交：' + document.querySelector('input').value">提交</button>
<p id="agent"></p><script>document.querySelector('#agent').textContent = navigator.userAgent</script></html>`)}`;

/** The pixels of each character: without a font every one would be the same box. */
const SHAPES = `(() => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 40;
  const brush = canvas.getContext('2d');
  return Array.from('郑州市安全生产①②≥').map((character) => {
    brush.clearRect(0, 0, 40, 40);
    brush.font = '32px sans-serif';
    brush.fillText(character, 2, 32);
    return Array.from(brush.getImageData(0, 0, 40, 40).data).join();
  });
})()`;

/** Width and height in the header of a PNG, and that its picture data is whole. */
function sizeOfPng(png: Buffer): { width: number; height: number } {
  const at = png.indexOf('IDAT');
  const pictures: Buffer[] = [];
  for (
    let start = at - 4;
    png.toString('latin1', start + 4, start + 8) === 'IDAT';
    start += 12 + png.readUInt32BE(start)
  ) {
    pictures.push(png.subarray(start + 8, start + 8 + png.readUInt32BE(start)));
  }
  expect(inflateSync(Buffer.concat(pictures)).length).toBeGreaterThan(1000);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

async function smoke(surface: Surface, agent: RegExp): Promise<void> {
  await surface.goto(PAGE);
  expect(await surface.text('#agent')).toMatch(agent);
  expect(await surface.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(9, 88, 217)');
  const shapes = await surface.evaluate<string[]>(SHAPES);
  expect(new Set(shapes).size).toBe(shapes.length);
  await surface.fill('input', '巩义市');
  await surface.click('text=提交');
  expect(await surface.text('button')).toBe('已提交：巩义市');
  expect(sizeOfPng(await surface.screenshot())).toEqual({ width: 1440, height: 900 });
  expect(surface.errors()).toEqual([]);
}

describe('两个浏览器都能启动、排版并显示中文', () => {
  it.runIf(hasCurrent)('当前版 Chromium', () => withCurrent((surface) => smoke(surface, /Chrome\/1[3-9]\d\./)));
  it.runIf(hasFloor)('最低版 Chromium 86', () => withFloor((surface) => smoke(surface, /Chrome\/86\./)));

  it.runIf(hasCurrent)('找不到的元素报出选择器，不会无声通过', async () => {
    await withCurrent(async (surface) => {
      await surface.goto(PAGE);
      await expect(surface.text('text=没有这个', 200)).rejects.toThrow('nothing visible matches text=没有这个');
    });
  });
});
