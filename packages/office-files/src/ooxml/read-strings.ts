/** The shared strings of a workbook. Phonetic hints beside a text are not part of it. */
import { walkXml } from './walk-xml.js';

export function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let collected: string | undefined;
  let isText = false;
  let hints = 0;
  if (xml === '') return strings;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') collected = '';
      if (name === 'rPh') hints += 1;
      isText = name === 't' && hints === 0;
    },
    text: (text) => {
      if (isText && collected !== undefined) collected += text;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') hints -= 1;
      if (name === 'si') strings.push(unescapeControl(collected ?? ''));
    },
  });
  return strings;
}

/** `_x000D_` stands for a character that XML cannot hold; `_x005F_` for an underscore before such a sequence. */
export function unescapeControl(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
