/** Parts of a document that are the same for every paper: faces, the one style, the table of fonts. */
import { BODY_POINTS } from './page.js';
import type { Face } from './paper.js';

interface FontNames {
  readonly name: string;
  /** What to take where the font is missing. */
  readonly instead: string;
  readonly family: 'roman' | 'modern' | 'script';
}

export const FONT_NAMES: { readonly [Key in Face]: FontNames } = {
  xiaobiaosong: { name: '方正小标宋简体', instead: '方正小标宋_GBK,小标宋体,华文中宋,宋体,SimSun', family: 'script' },
  hei: { name: '黑体', instead: 'SimHei', family: 'modern' },
  kai: { name: '楷体_GB2312', instead: '楷体,KaiTi,KaiTi_GB2312', family: 'modern' },
  fangsong: { name: '仿宋_GB2312', instead: '仿宋,FangSong,FangSong_GB2312', family: 'modern' },
  song: { name: '宋体', instead: 'SimSun', family: 'roman' },
};

/** Named for every script, so that no theme's font comes in; `hint` gives quotation marks and dashes their Chinese form. */
export function fontsOf(face: Face): { ascii: string; hAnsi: string; eastAsia: string; cs: string; hint: string } {
  const { name } = FONT_NAMES[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const OFF_GRID_STYLE = 'OffGrid';

/**
 * Normal is the body, as the grid counts characters by its size: what people type in anew falls into the grid. The paper's own
 * lines carry its measures themselves (see `LINE_TWIPS`).
 */
export function stylesXml(): string {
  const { ascii, eastAsia } = fontsOf('fangsong');
  const fonts = `<w:rFonts w:ascii="${ascii}" w:hAnsi="${ascii}" w:eastAsia="${eastAsia}" w:cs="${ascii}"/>`;
  const size = `<w:sz w:val="${BODY_POINTS * 2}"/><w:szCs w:val="${BODY_POINTS * 2}"/>`;
  // With Chinese as the language of Western text, programs break numbers at the end of a line.
  const language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>';
  const none = '<w:spacing w:before="0" w:after="0"/>';
  return [
    `${DECLARATION}<w:styles ${MAIN}>`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size}${language}</w:rPr></w:rPrDefault>`,
    `<w:pPrDefault><w:pPr>${none}</w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>',
    `<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr>${fonts}${size}</w:rPr></w:style>`,
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${OFF_GRID_STYLE}"><w:name w:val="Off Grid"/>`,
    '<w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style></w:styles>',
  ].join('');
}

/** A machine without the named font finds here which one to take. */
export function fontTableXml(): string {
  const fonts = Object.values(FONT_NAMES).map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  );
  return `${DECLARATION}<w:fonts ${MAIN}>${fonts.join('')}</w:fonts>`;
}
