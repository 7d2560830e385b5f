import { describe, expect, it } from 'vitest';
import { scannedPages } from './scanned-pages';

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const JPEG = '\xff\xd8\xff\xe0 page \n\xff\xd9';
const page = (number: number) => `${number} 0 obj\n<</Type /Page /Parent 1 0 R>>\nendobj\n`;
const image = (bytes: string, filter = '/DCTDecode') =>
  `9 0 obj\n<</Type /XObject /Subtype /Image /Width 1200 /Filter ${filter} /Length ${bytes.length}>>\nstream\n${bytes}endstream\nendobj\n`;
const contents = '8 0 obj\n<</Length 9>>\nstream\nq /I Do Q\nendstream\nendobj\n';

describe('扫描的 PDF', () => {
  it('每页正好一幅 JPEG 的，逐页取出，一个字节不差', async () => {
    const pages = scannedPages(
      latin(`%PDF-1.4\n${page(2)}${image(`${JPEG}1`)}${contents}${page(3)}${image(`${JPEG}2`, '[ /DCTDecode ]')}`),
    );
    const bytes = await Promise.all(pages.map(async (one) => new Uint8Array(await one.arrayBuffer())));
    expect(bytes).toEqual([latin(`${JPEG}1`), latin(`${JPEG}2`)]);
  });

  it.each([
    ['有文字', `${page(2)}${image(JPEG)}5 0 obj\n<</Type /Font>>\nendobj\n`],
    ['加密', `${page(2)}${image(JPEG)}trailer <</Encrypt 7 0 R>>`],
    ['有一页没有图像', `${page(2)}${page(3)}${image(JPEG)}`],
    ['图像不是 JPEG', `${page(2)}${image(JPEG, '/CCITTFaxDecode')}`],
    ['页数看不出来', image(JPEG)],
  ])('%s的不拆：少给一处比不给更糟', (_what, body) => {
    expect(scannedPages(latin(`%PDF-1.4\n${body}`))).toEqual([]);
  });
});
