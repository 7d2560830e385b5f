/** Who is assessed, where the text says so: “考核对象：各县（市、区）、东区管委会”. Classes and names are proposed, never taken for granted. */
import type { DraftClass, DraftUnit } from '../draft/draft.js';
import type { Span } from '../text/span.js';

export interface AssessedUnits {
  readonly quote: string;
  readonly span: Span;
  readonly classes: readonly DraftClass[];
  /** Empty where the text speaks of kinds of units only. */
  readonly units: readonly DraftUnit[];
}

const HEADING = /(?:被考核|考核|考评|评价)(?:的)?(?:对象|单位|范围)(?:为|是|包括|分别为|[：:]|[ \t]*\n)\s*/g;
/** A blank line or the next numbered heading ends what no full stop ends. */
const END =
  /。|\n[ \t]*\n[ \t]*(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十])|\n(?=[一二三四五六七八九十]{1,3}、)/;
const LONGEST = 1500;

export function assessedUnitsIn(source: string): AssessedUnits | undefined {
  for (const match of source.matchAll(HEADING)) {
    const from = (match.index ?? 0) + match[0].length;
    const rest = source.slice(from, from + LONGEST);
    const line = rest.indexOf('\n');
    const quote = rest.slice(0, END.exec(rest)?.index ?? (line < 0 ? rest.length : line)).trimEnd();
    const found = namedIn(quote.replace(/\s/g, ''));
    if (found.classes.length > 0) return { ...found, quote, span: [from, from + quote.length] };
  }
  return undefined;
}

const KINDS: readonly (readonly [RegExp, DraftClass])[] = [
  [
    /各(?:县(?!直)(?:[（(]?市、?区[）)]?)?|区县|市辖区|区(?!直)|市[（(、]?[、区县]|乡镇|镇|乡|街道)(?:[（(][^）)]{0,12}[）)])?/,
    'district',
  ],
  [/各(?:功能区|开发区|园区|管委会)/, 'development-zone'],
  [/各?[^、，；]{0,10}(?:成员单位|[省市县区]直部门|直属部门|有关部门|各部门)/, 'department'],
  [/各(?:设区的?|地级)?市(?![（(]?[、区])/, 'city'],
];
const NAMES: readonly (readonly [RegExp, DraftClass])[] = [
  [/(?:开发区|高新区|示范区|产业园|管委会|管理委员会)$/, 'development-zone'],
  [/(?:局|委|委员会|办|办公室|厅|大队|支队|总队|中心)$/, 'department'],
  [/(?:县|区|旗|镇|乡|街道|街道办事处|市)$/, 'district'],
];
const NO_NAME =
  /^(?:社区|街道|乡镇|[园城市县]区|区县|开发区|管委会)$|各|有关|相关|其他|其余|成员|等|单位|部门|\d|所有|全[省市县区]/;

function namedIn(words: string): Pick<AssessedUnits, 'classes' | 'units'> {
  const kinds = KINDS.filter(([pattern]) => pattern.test(words)).map(([, of]) => of);
  const plain = words.replace(/[（(]不?含[^（）()]*[）)]/g, '');
  const listed = plain.split(/[、，,；;：:（）()]|以及|[和及与](?=各)/).flatMap((one): DraftUnit[] => {
    const name = one.replace(/^(?:包括|分别为|及|和|以及)/, '').replace(/(?:等|人民政府).*$/, '');
    const of = NAMES.find(([ending]) => ending.test(name))?.[1];
    return of === undefined || name.length < 2 || name.length > 20 || NO_NAME.test(name) ? [] : [{ name, class: of }];
  });
  // One name alone is seldom a list.
  const units =
    listed.length > 1 ? listed.filter(({ name }, at) => listed.findIndex((one) => one.name === name) === at) : [];
  return { classes: [...new Set([...kinds, ...units.map((unit) => unit.class)])], units };
}
