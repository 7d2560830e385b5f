import { expect, test } from 'vitest';
import { decodeText } from './decode-text.js';

test.each([
  ['UTF-8', [0xe5, 0xb7, 0xa9]],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0xe5, 0xb7, 0xa9]],
  ['UTF-16 little end first', [0xff, 0xfe, 0xe9, 0x5d]],
  ['UTF-16 big end first', [0xfe, 0xff, 0x5d, 0xe9]],
  ['GB 18030', [0xb9, 0xae]],
])('%s is read', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))?.text).toBe('巩');
});

test('what is none of them is no text', () => {
  expect(decodeText(Uint8Array.of(0xff, 0xff, 0x00))).toBeUndefined();
});

test('GB 18030 is told by trial, and named', () => {
  expect(decodeText(Uint8Array.of(0xb9, 0xae))?.encoding).toBe('GB 18030');
  expect(decodeText(Uint8Array.of(0xe5, 0xb7, 0xa9))?.encoding).toBeUndefined();
});
