/**
 * What a page saw of a thing when somebody acted on it: ETag of the answer, If-Match of the act. Where what is signed lies partly
 * in other rows, the version alone does not say it: a mark of that content stands beside it.
 */
export interface Seen {
  readonly version: number;
  /** Hexadecimal hash of what was shown and is not counted by the version. */
  readonly content?: string | undefined;
}

export function tagOf({ version, content }: Seen): string {
  return content === undefined ? `"${version}"` : `"${version}-${content}"`;
}

/** What a tag says was seen; undefined where it is none of ours. */
export function seenIn(tag: string): Seen | undefined {
  const match = /^"(\d{1,9})(?:-([0-9a-f]{64}))?"$/.exec(tag);
  return match ? { version: Number(match[1]), content: match[2] } : undefined;
}
