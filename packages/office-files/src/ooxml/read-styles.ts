/** Which cell styles show a number as a percentage. */
import { walkXml } from './walk-xml.js';

const BUILT_IN = ['9', '10'];

/** Indexes of the cell formats. */
export function readPercentStyles(xml: string): ReadonlySet<number> {
  const formats = new Map<string, string>();
  const percent = new Set<number>();
  let inside = false;
  let index = 0;
  if (xml === '') return percent;
  walkXml(xml, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(numFmtId, formatCode.replace(/"[^"]*"|\\./g, ''));
      if (name === 'cellXfs') inside = true;
      if (name !== 'xf' || !inside) return;
      if (BUILT_IN.includes(numFmtId) || formats.get(numFmtId)?.includes('%')) percent.add(index);
      index += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inside = false;
    },
  });
  return percent;
}
