/** Adds looks to a workbook's styles: a copy of a cell's look on red, and the look of a message. All there is stays as it is. */

export interface MarkedStyles {
  readonly xml: string;
  /** Index of the look of messages. */
  readonly message: number;
  /** Index of a look on red. */
  readonly onRed: (style: number) => number;
}

const RED_FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>';
const RED_FONT = '<font><sz val="10"/><color rgb="FF9C0006"/><name val="宋体"/><charset val="134"/></font>';

/** Every look once more on red; undefined where the styles are written in a way that is not known. */
export function markStyles(xml: string): MarkedStyles | undefined {
  const formats = contentOf(xml, 'cellXfs');
  if (formats === undefined || /<\w+:styleSheet/.test(xml)) return undefined;
  const known = formats.match(/<xf(?=[\s/>])[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g) ?? [];
  const fills = append(xml, { list: 'fills', entry: 'fill' }, RED_FILL);
  const fonts = fills && append(fills.xml, { list: 'fonts', entry: 'font' }, RED_FONT);
  if (!fills || !fonts) return undefined;
  const red = known.map((format) => withAttribute(format, 'fillId', fills.index));
  const align = '<alignment vertical="top" wrapText="1"/>';
  const message = `<xf numFmtId="49" fontId="${fonts.index}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${align}</xf>`;
  const added = [message, ...red];
  const end = fonts.xml.indexOf('</cellXfs>');
  const whole = `${fonts.xml.slice(0, end)}${added.join('')}${fonts.xml.slice(end)}`;
  return {
    xml: whole.replace(/(<cellXfs\b[^>]*?count=")\d+/, `$1${known.length + added.length}`),
    message: known.length,
    onRed: (style) => known.length + 1 + (style < known.length ? style : 0),
  };
}

function contentOf(xml: string, list: string): string | undefined {
  return new RegExp(`<${list}(?=[\\s>])[^>]*>([\\s\\S]*?)</${list}>`).exec(xml)?.[1];
}

function append(
  xml: string,
  { list, entry }: { readonly list: string; readonly entry: string },
  added: string,
): { readonly xml: string; readonly index: number } | undefined {
  const content = contentOf(xml, list);
  if (content === undefined) return undefined;
  const index = content.match(new RegExp(`<${entry}(?=[\\s/>])`, 'g'))?.length ?? 0;
  const end = xml.indexOf(`</${list}>`);
  const whole = `${xml.slice(0, end)}${added}${xml.slice(end)}`;
  return { index, xml: whole.replace(new RegExp(`(<${list}\\b[^>]*?count=")\\d+`), `$1${index + 1}`) };
}

function withAttribute(tag: string, name: string, value: number): string {
  const without = tag.replace(new RegExp(` ${name}="[^"]*"| applyFill="[^"]*"`, 'g'), '');
  return without.replace(/^<xf/, `<xf ${name}="${value}" applyFill="1"`);
}
