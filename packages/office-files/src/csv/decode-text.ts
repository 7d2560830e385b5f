/** The bytes of a text file as text: UTF-8, UTF-16 with its mark, or GB 18030 as Chinese office programs save it. */

export interface DecodedText {
  readonly text: string;
  /** Named where it is told by trial alone: the bytes could be something else. */
  readonly encoding?: 'GB 18030';
}

export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  const decoded = decodeAs('utf-8', bytes);
  if (decoded) return decoded;
  const chinese = decodeAs('gb18030', bytes);
  return chinese && { ...chinese, encoding: 'GB 18030' };
}

/** The decoder takes the byte order mark away. */
function decodeAs(label: string, bytes: Uint8Array): DecodedText | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes) };
  } catch {
    return undefined;
  }
}
