/** Names of files that every system takes: Windows forbids some, and older programs there know only the characters of GBK. */

const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const LONGEST = 80;

/** One step of a path. */
export function safeName(name: string): string {
  const allowed = [...name.normalize('NFC').replace(FORBIDDEN, '_')].map((one) => (isInGbk(one) ? one : '_')).join('');
  const trimmed = allowed.trim().replace(/[. ]+$/, '');
  const ending = /\.[^.]{1,8}$/.exec(trimmed)?.[0] ?? '';
  const stem = [...trimmed.slice(0, trimmed.length - ending.length)].slice(0, LONGEST).join('');
  return `${stem}${ending}`.replace(RESERVED, '_$&') || '_';
}

/** The same path a second time gets a number; Windows does not tell great letters from small ones. */
export class UniquePaths {
  private readonly taken = new Set<string>();

  take(path: string): string {
    const ending = /\.[^./]{1,8}$/.exec(path)?.[0] ?? '';
    const stem = path.slice(0, path.length - ending.length);
    let free = path;
    for (let number = 2; this.taken.has(free.toLowerCase()); number += 1) free = `${stem}(${number})${ending}`;
    this.taken.add(free.toLowerCase());
    return free;
  }
}

let gbk: ReadonlySet<string> | undefined;

function isInGbk(character: string): boolean {
  if (character >= ' ' && character <= '~') return true;
  gbk ??= gbkCharacters();
  return gbk.has(character);
}

/** Every character of two bytes. */
function gbkCharacters(): ReadonlySet<string> {
  const pairs = new Uint8Array(126 * 190 * 2);
  let at = 0;
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) {
        pairs[at] = lead;
        pairs[at + 1] = trail;
        at += 2;
      }
  const decoded = new Set(new TextDecoder('gbk').decode(pairs.subarray(0, at)));
  decoded.delete('\ufffd');
  return decoded;
}
