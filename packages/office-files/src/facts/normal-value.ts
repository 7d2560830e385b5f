/** What people type, brought to what FACTS holds: full-width digits, `8 分`, 是/否, dates as they are written. */

/** Full-width letters, digits and signs to plain ones; no space around. */
export function plainText(typed: string): string {
  return typed.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).trim();
}

/** A number without its unit and without thousands separators; anything else as it was typed. */
export function numberText(typed: string, units: readonly string[]): string {
  const plain = plainText(typed);
  const unit = units.find((one) => one !== '' && plain.endsWith(one));
  const bare = (unit ? plain.slice(0, -unit.length) : plain).trim();
  const joined = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  return /^\d+(\.\d+)?$/.test(joined) ? joined : plain;
}

const YES = ['是', '有', '对', '√', '✓', 'true', 'yes', 'y'];
const NO = ['否', '无', '没有', '不是', '×', 'false', 'no', 'n'];

/** `true` or `false`; undefined where it is neither. */
export function yesNoText(typed: string): 'true' | 'false' | undefined {
  const plain = plainText(typed).toLowerCase();
  if (YES.includes(plain)) return 'true';
  return NO.includes(plain) ? 'false' : undefined;
}

/** 2019年5月6日, 2019/5/6 and 2019.5.6 as 2019-05-06; anything else as it was typed. */
export function dateText(typed: string): string {
  const plain = plainText(typed);
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(plain);
  if (!match) return plain;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Names in one cell: 、 ， , ； ; or a new line between them. */
export function listText(typed: string): string[] {
  return typed
    .split(/[、，,；;\r\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
