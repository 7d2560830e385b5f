/** One issued document cited under two numbers. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { groupBy, type Scene } from '../scene.js';
import { squeezed } from '../sentences.js';

/** 《…》（…〔2018〕16号） */
const CITATION = /《([^《》]+)》\s*[(（]([^（）()《》]*〔\d{4}〕\s*\d+\s*号)[)）]/g;

export function checkCitations({ scheme, examined }: Scene): Report[] {
  const cited = [...(examined.source ?? '').matchAll(CITATION)].map(([quote, title = '', number = '']) => ({
    quote,
    title: squeezed(title),
    number: squeezed(number),
  }));
  return [...groupBy(cited, ({ title }) => title).values()].flatMap((same): Report[] => {
    const variants = [...groupBy(same, ({ number }) => number).values()].flatMap(([first]) => first ?? []);
    if (variants.length < 2) return [];
    const numbers = variants.map(({ number }) => number);
    return [
      {
        code: 'citation-variant',
        severity: 'note',
        at: [scheme.id],
        quote: variants.map(({ quote }) => quote).join(' … '),
        title: text(
          `同一份文件写了${numbers.length}个文号：${numbers.join('、')}`,
          `One document under ${numbers.length} numbers: ${numbers.join(', ')}`,
        ),
        why: text(
          '按文号去查，会查不到，或者查到另一份文件。',
          'By its number it is not found, or another document is.',
        ),
      },
    ];
  });
}
